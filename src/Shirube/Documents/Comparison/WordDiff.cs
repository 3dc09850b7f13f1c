using System.Text;
using DiffPlex;
using DiffPlex.Model;
using Shirube.Documents.Text;

namespace Shirube.Documents.Comparison;

/// <summary>What changed between two sentences, in <see cref="ScriptChunks"/>.</summary>
public static class WordDiff
{
    /// <summary>Characters of unchanged text shown around a change.</summary>
    private const int Context = 6;

    /// <summary>Chunks of both sides beyond which words are not compared: the time grows with the square of what differs.</summary>
    private const int MostChunks = 4000;

    /// <summary>For example 「…初心者を体系的に…」→「…初心者体系的に…」, changes parted by a slash.</summary>
    public static string Describe(string before, string after)
    {
        var diff = DiffOf(before, after, ScriptChunks.Of);
        var changes = new StringBuilder();
        foreach (var block in diff.DiffBlocks)
        {
            var deleted = string.Concat(diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            var inserted = string.Concat(diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            if (Folding.FoldNumeric(deleted) == Folding.FoldNumeric(inserted))
                continue;
            if (changes.Length > 0)
                changes.Append(" ／ ");
            changes.Append('「').Append(Around(diff.PiecesOld, block.DeleteStartA, block.DeleteCountA)).Append('」');
            changes.Append('→');
            changes.Append('「').Append(Around(diff.PiecesNew, block.InsertStartB, block.InsertCountB)).Append('」');
        }
        return changes.ToString();
    }

    /// <summary>
    /// Both texts whole, what differs marked; what is only written differently (width, separators, spaces) is not.
    /// Null when they are too long for their words to be compared.
    /// </summary>
    internal static (IReadOnlyList<Run> Old, IReadOnlyList<Run> New)? Runs(string before, string after)
    {
        // One difference whichever side is called the old one.
        if (string.CompareOrdinal(before, after) > 0)
            return Runs(after, before) is var (other, own) ? (own, other) : null;
        var (old, now) = (ScriptChunks.Of(before), ScriptChunks.Of(after));
        if (old.Length + now.Length > MostChunks)
            return null;
        var (foldedOld, foldedNow) = (TableRow.Folded(old), TableRow.Folded(now));
        var blocks = DiffOf(before, after, text => ReferenceEquals(text, before) ? foldedOld : foldedNow).DiffBlocks;
        var (marksOld, marksNew) = (new bool[old.Length], new bool[now.Length]);
        foreach (var block in blocks.Where(block => !IsSame(block, foldedOld, foldedNow)))
        {
            Array.Fill(marksOld, true, block.DeleteStartA, block.DeleteCountA);
            Array.Fill(marksNew, true, block.InsertStartB, block.InsertCountB);
        }
        return (
            Run.Joined(old.Select((chunk, at) => new Run(chunk, marksOld[at]))),
            Run.Joined(now.Select((chunk, at) => new Run(chunk, marksNew[at])))
        );
    }

    /// <summary>
    /// The pieces that differ. <c>IsWhole</c>: the piece only stands before or behind the words that both have, as where a
    /// passage was cut in another place.
    /// </summary>
    internal static List<(string Before, string After, bool IsWhole)> Changes(string before, string after)
    {
        var diff = DiffOf(before, after, ScriptChunks.Of);
        return
        [
            .. diff.DiffBlocks.Select(block =>
                (
                    string.Concat(diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA)),
                    string.Concat(diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB)),
                    block.DeleteStartA == 0
                        || block.InsertStartB == 0
                        || block.DeleteStartA + block.DeleteCountA == diff.PiecesOld.Length
                        || block.InsertStartB + block.InsertCountB == diff.PiecesNew.Length
                )
            ),
        ];
    }

    private static DiffResult DiffOf(string before, string after, Func<string, string[]> chunks) =>
        new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, chunks);

    /// <summary>The same letters cut otherwise.</summary>
    private static bool IsSame(DiffBlock block, string[] old, string[] now) =>
        string.Concat(old.AsSpan(block.DeleteStartA, block.DeleteCountA))
        == string.Concat(now.AsSpan(block.InsertStartB, block.InsertCountB));

    private static string Around(string[] pieces, int start, int count)
    {
        var before = string.Concat(pieces.Take(start));
        var changed = string.Concat(pieces.Skip(start).Take(count));
        var after = string.Concat(pieces.Skip(start + count));
        return (before.Length > Context ? "…" + before[^Context..] : before)
            + changed
            + (after.Length > Context ? after[..Context] + "…" : after);
    }
}
