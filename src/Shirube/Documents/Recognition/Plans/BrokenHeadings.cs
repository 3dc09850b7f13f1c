namespace Shirube.Documents.Recognition.Plans;

/// <summary>
/// Headings that a narrow cell broke over lines (２　地域再生計画の作成主体の / 名称　長野県…), or whose number stands on a
/// line of its own, put back on one line; what stood behind or between the pieces follows on the next.
/// </summary>
internal static class BrokenHeadings
{
    /// <summary>Narrow cells break a heading into at most so many lines.</summary>
    private const int MostPieces = 4;

    public static IReadOnlyList<PlanLine> Mend(IReadOnlyList<PlanLine> lines)
    {
        var mended = new List<PlanLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (Whole(lines, i) is not { } heading)
            {
                mended.Add(lines[i]);
                continue;
            }
            TakeNumber(mended, ref heading);
            mended.Add(heading.Line);
            mended.AddRange(heading.Values);
            i += heading.Count - 1;
        }
        return mended;
    }

    private sealed record Broken(PlanLine Line, IReadOnlyList<PlanLine> Values, int Count, string? Number);

    /// <summary>The heading that begins on a line, unbroken ones without a number included.</summary>
    private static Broken? Whole(IReadOnlyList<PlanLine> lines, int at)
    {
        var line = lines[at];
        if (line.IsRow || line.Text.Length > 120)
            return null;
        var printed = SectionNumber.Read(line.Text, out var start);
        var number = line.Text[..start];
        if (PlanVocabulary.Find(line.Text, start) is { } whole && !IsBroken(lines, at, start))
            return printed.Form == NumberForm.None ? new Broken(line, [], 1, whole.Number) : null;
        foreach (var (phrase, _, statutory) in PlanVocabulary.BeginningAt(line.Text, start))
        {
            if (Pieces(lines, at, start, phrase) is not { } pieces)
                continue;
            var heading = line with { Text = number + phrase };
            return new Broken(heading, pieces.Values, pieces.Count, printed.Form == NumberForm.None ? statutory : null);
        }
        return null;
    }

    /// <summary>A shorter phrase ends the line where a longer one goes on: 地域再生計画の作成主体 / の名称.</summary>
    private static bool IsBroken(IReadOnlyList<PlanLine> lines, int at, int start) =>
        PlanVocabulary
            .BeginningAt(lines[at].Text, start)
            .Any(entry => Pieces(lines, at, start, entry.Phrase) is not null);

    /// <summary>The lines over which a phrase goes on, and what else stands on them; null when it does not.</summary>
    private static (List<PlanLine> Values, int Count)? Pieces(
        IReadOnlyList<PlanLine> lines,
        int at,
        int start,
        string phrase
    )
    {
        var values = new List<PlanLine>();
        var done = 0;
        for (var count = 0; count < MostPieces && at + count < lines.Count; count++)
        {
            var line = lines[at + count];
            if (line.IsRow || line.Text.Length > 120)
                return null;
            var text = line.Text[(count == 0 ? start : 0)..];
            var length = Wording.CommonLength(text, phrase[done..], out var end);
            if (length == 0)
                return null;
            done += length;
            var rest = text[end..];
            // A piece ends its cell: at the end of the line, or with a gap before the next cell.
            if (done < phrase.Length && rest.Length > 0 && !char.IsWhiteSpace(rest[0]))
                return null;
            if (!string.IsNullOrWhiteSpace(rest))
                values.Add(line with { Text = rest.Trim() });
            if (done == phrase.Length)
                return count == 0 || !EndsHere(rest) ? null : (values, count + 1);
        }
        return null;
    }

    private static bool EndsHere(string rest) =>
        rest.Length == 0 || char.IsWhiteSpace(rest[0]) || Wording.Fold(rest[0]) is '(' or ':' or '】';

    /// <summary>A number alone on a line just before belongs to the heading that bears it.</summary>
    private static void TakeNumber(List<PlanLine> mended, ref Broken heading)
    {
        for (var back = 1; back <= 3 && back <= mended.Count; back++)
        {
            var line = mended[^back];
            var printed = SectionNumber.Read(line.Text, out var end);
            if (line.IsRow || end < line.Text.TrimEnd().Length || printed.Form == NumberForm.None)
                continue;
            var isOwn = heading.Number is { } statutory
                ? printed.Form == NumberForm.Chapter && printed.Text == statutory
                : printed.Form == NumberForm.Circled && back == 1;
            if (!isOwn || SectionNumber.Read(heading.Line.Text, out _).Form != NumberForm.None)
                continue;
            heading = heading with
            {
                Line = heading.Line with { Text = line.Text.Trim() + "　" + heading.Line.Text.TrimStart() },
            };
            mended.RemoveAt(mended.Count - back);
            return;
        }
    }
}
