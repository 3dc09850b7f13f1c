namespace Shirube.Search;

/// <summary>The passage that is shown of a text: cut out around the first hit, every term in it marked as it was written.</summary>
/// <param name="LinesBefore">Lines of the text before the one in which the first hit stands.</param>
public sealed record FoundPassage(IReadOnlyList<PassagePart> Parts, int LinesBefore)
{
    private const int Before = 40;
    private const int Length = 160;
    private const string Cut = "…";

    public static FoundPassage Of(string written, SearchTerms terms)
    {
        var marks = Marks(FoldedText.Of(written), terms);
        return marks is [var first, ..]
            ? new(Around(written, marks), written.AsSpan(0, first.Start).Count('\n'))
            : new([new(Clean(written.Length > Length ? Whole(written, 0, Length) + Cut : written), false)], 0);
    }

    private static List<PassagePart> Around(string written, List<(int Start, int End)> marks)
    {
        var start = Math.Max(0, marks[0].Start - Before);
        var end = Math.Min(written.Length, Math.Max(start + Length, marks[0].End));
        (start, end) = (WholeAt(written, start), WholeAt(written, end));
        var parts = new List<PassagePart>();
        Add(parts, (start > 0 ? Cut : "") + written[start..marks[0].Start], false);
        var at = marks[0].Start;
        foreach (var mark in marks.TakeWhile(mark => mark.End <= end))
        {
            Add(parts, written[at..mark.Start], false);
            Add(parts, written[mark.Start..mark.End], true);
            at = mark.End;
        }
        Add(parts, written[at..end] + (end < written.Length ? Cut : ""), false);
        return parts;
    }

    /// <summary>Where terms stand in the text as written, in order, those that touch or overlap as one.</summary>
    private static List<(int Start, int End)> Marks(FoldedText folded, SearchTerms terms)
    {
        var found = new List<(int Start, int End)>();
        foreach (var term in terms.Folded)
        {
            for (
                var at = folded.Text.IndexOf(term, StringComparison.Ordinal);
                at >= 0;
                at = folded.Text.IndexOf(term, at + term.Length, StringComparison.Ordinal)
            )
                found.Add(folded.Written(at, term.Length));
        }
        found.Sort();
        var merged = new List<(int Start, int End)>();
        foreach (var mark in found)
        {
            if (merged.Count > 0 && mark.Start <= merged[^1].End)
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, mark.End));
            else
                merged.Add(mark);
        }
        return merged;
    }

    private static void Add(List<PassagePart> parts, string text, bool isHit)
    {
        if (text.Length > 0)
            parts.Add(new(Clean(text), isHit));
    }

    /// <summary>Bars of tables and ends of lines are of the page, not of what is quoted.</summary>
    private static string Clean(string text) =>
        text.ReplaceLineEndings(" ").Replace(" | ", " ", StringComparison.Ordinal);

    private static string Whole(string text, int start, int end) => text[start..WholeAt(text, end)];

    private static int WholeAt(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
