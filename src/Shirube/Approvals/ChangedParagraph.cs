using DiffPlex;
using Shirube.Documents.Comparison;

namespace Shirube.Approvals;

/// <summary>A paragraph of one side of a difference.</summary>
/// <param name="Runs">Put together again they are the paragraph.</param>
/// <param name="IsChanged">The other side has it not, or otherwise.</param>
public sealed record ChangedParagraph(IReadOnlyList<Run> Runs, bool IsChanged)
{
    /// <summary>Both texts whole, by paragraph, the changed words of the changed paragraphs marked.</summary>
    public static (IReadOnlyList<ChangedParagraph> Before, IReadOnlyList<ChangedParagraph> After) Between(
        string before,
        string after
    )
    {
        var diff = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, text => text.Split('\n'));
        var (old, now) = (Same(diff.PiecesOld), Same(diff.PiecesNew));
        foreach (var block in diff.DiffBlocks)
        {
            var gone = diff.PiecesOld.AsSpan(block.DeleteStartA, block.DeleteCountA).ToArray();
            var come = diff.PiecesNew.AsSpan(block.InsertStartB, block.InsertCountB).ToArray();
            var runs = gone.Length > 0 && come.Length > 0 ? WordDiff.Runs(Joined(gone), Joined(come)) : null;
            Put(old, block.DeleteStartA, gone, runs?.Old);
            Put(now, block.InsertStartB, come, runs?.New);
        }
        return (old, now);
    }

    private static ChangedParagraph[] Same(string[] paragraphs) =>
        [.. paragraphs.Select(text => new ChangedParagraph([new Run(text, false)], false))];

    private static string Joined(string[] paragraphs) => string.Join('\n', paragraphs);

    /// <summary>Marked whole where words are not compared.</summary>
    private static void Put(ChangedParagraph[] all, int from, string[] paragraphs, IReadOnlyList<Run>? runs)
    {
        var marked = runs is null ? [.. paragraphs.Select(text => (List<Run>)[new Run(text, true)])] : Lines(runs);
        for (var at = 0; at < paragraphs.Length; at++)
            all[from + at] = new ChangedParagraph(marked[at], true);
    }

    private static List<List<Run>> Lines(IReadOnlyList<Run> runs)
    {
        List<List<Run>> lines =
        [
            [],
        ];
        foreach (var run in runs)
        foreach (var (text, at) in run.Text.Split('\n').Select((text, at) => (text, at)))
        {
            if (at > 0)
                lines.Add([]);
            if (text.Length > 0)
                lines[^1].Add(run with { Text = text });
        }
        return lines;
    }
}
