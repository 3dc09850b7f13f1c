using System.Globalization;
using System.Text;
using DiffPlex;
using Shirube.Documents.Text;

namespace Shirube.Documents.Comparison;

/// <summary>
/// What changed between two sentences, in chunks of one script (kanji, hiragana, katakana, Latin, digits), which is how
/// Japanese readers see words; spaces do not part them. Another width of the same letters is no change.
/// </summary>
public static class WordDiff
{
    /// <summary>Characters of unchanged text shown around a change.</summary>
    private const int Context = 6;

    /// <summary>For example 「…初心者を体系的に…」→「…初心者体系的に…」, changes parted by a slash.</summary>
    public static string Describe(string before, string after)
    {
        var diff = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Chunks);
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
    /// The pieces that differ. <c>IsWhole</c>: the piece only stands before or behind the words that both have, as where a
    /// passage was cut in another place.
    /// </summary>
    internal static List<(string Before, string After, bool IsWhole)> Changes(string before, string after)
    {
        var diff = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Chunks);
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

    private static string Around(string[] pieces, int start, int count)
    {
        var before = string.Concat(pieces.Take(start));
        var changed = string.Concat(pieces.Skip(start).Take(count));
        var after = string.Concat(pieces.Skip(start + count));
        return (before.Length > Context ? "…" + before[^Context..] : before)
            + changed
            + (after.Length > Context ? after[..Context] + "…" : after);
    }

    private static string[] Chunks(string text)
    {
        var chunks = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && ScriptOf(text[i]) == ScriptOf(text[start]) && ScriptOf(text[i]) != Script.Sign)
                continue;
            chunks.Add(text[start..i]);
            start = i;
        }
        return [.. chunks.Where(chunk => chunk.Length > 0)];
    }

    private enum Script
    {
        Kanji,
        Hiragana,
        Katakana,
        Latin,
        Digit,
        Sign,
    }

    private static Script ScriptOf(char c) =>
        c switch
        {
            >= '\u3041' and <= '\u309F' => Script.Hiragana,
            >= '\u30A0' and <= '\u30FF' => Script.Katakana,
            >= '\u3400' and <= '\u9FFF' or '々' or '〆' => Script.Kanji,
            _ when char.IsDigit(c) || c is '.' or ',' => Script.Digit,
            _ when CharUnicodeInfo.GetUnicodeCategory(c)
                    is UnicodeCategory.UppercaseLetter
                        or UnicodeCategory.LowercaseLetter => Script.Latin,
            _ => Script.Sign,
        };
}
