using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>Which lines of a document are the plan: neither its table of contents nor the annexes behind it.</summary>
internal static partial class PlanExtent
{
    /// <summary>So many headings with a page number behind them make a table of contents.</summary>
    private const int LeastContents = 3;

    /// <summary>The lines without those of a table of contents: headings with nothing but dots and a page number.</summary>
    public static IReadOnlyList<PlanLine> WithoutContents(IReadOnlyList<PlanLine> lines)
    {
        var contents = lines.Where(IsContents).ToHashSet(ReferenceEqualityComparer.Instance);
        return contents.Count < LeastContents ? lines : [.. lines.Where(line => !contents.Contains(line))];
    }

    /// <summary>
    /// How many lines the plan has: annexes begin with 参考資料 and the like behind chapter 6 or 7, with a marked line where
    /// one of them is marked.
    /// </summary>
    public static int Length(IReadOnlyList<PlanLine> lines, IReadOnlyList<PlanHeading> headings)
    {
        var last = headings.LastOrDefault(heading =>
            heading.Part == PlanPart.PlanPeriod && heading.Printed.Text == "6"
        );
        if (last is null)
            return lines.Count;
        var annexes = Enumerable
            .Range(last.Index + 1, lines.Count - last.Index - 1)
            .Where(i => lines[i].Squeezed.Length <= 40 && Annex().IsMatch(lines[i].Squeezed))
            .ToList();
        var marked = lines[last.Index].Level > 0 ? annexes.FindAll(i => lines[i].Level > 0) : [];
        return (marked.Count > 0 ? marked : annexes).Append(lines.Count).First();
    }

    private static bool IsContents(PlanLine line)
    {
        if (line.Text.Length > 120)
            return false;
        _ = SectionNumber.Read(line.Text, out var start);
        return PlanVocabulary.Find(line.Text, start) is { } found && PageNumber().IsMatch(line.Text[found.End..]);
    }

    [GeneratedRegex(
        @"^(?:[(（][^()（）]{1,40}[)）])?[\s.．・･…‥─－ー-]+[0-9０-９]{1,3}\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PageNumber();

    [GeneratedRegex(
        @"^[【\[(]?(?:参考資料|別添|添付資料|附属資料|付属資料|資料編|用語集|用語解説)[^。]*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Annex();
}
