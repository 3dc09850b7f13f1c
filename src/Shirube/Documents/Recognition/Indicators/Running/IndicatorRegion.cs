using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// The lines that may hold a KPI table: from a heading that names targets or KPIs to the next numbered heading.
/// Headings in brackets do not end it, because scrambled pages put whole sections into the midst of a table.
/// </summary>
internal static partial class IndicatorRegion
{
    /// <summary>More lines than any table needs; a region ends there.</summary>
    private const int LongestRegion = 2000;

    private const int LongestHeading = 60;

    /// <summary>Each region's lines, without its heading, in the order of the text; they do not overlap.</summary>
    public static IEnumerable<IReadOnlyList<Line>> Find(IReadOnlyList<Line> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsOpening(lines[i]))
                continue;
            var end = EndOf(lines, i);
            yield return [.. lines.Skip(i + 1).Take(end - i - 1)];
            i = end - 1;
        }
    }

    private static int EndOf(IReadOnlyList<Line> lines, int opening)
    {
        var circled = Circled().IsMatch(lines[opening].Plain);
        var end = opening + 1;
        while (end < lines.Count && end - opening <= LongestRegion)
        {
            var text = lines[end].Plain;
            if (IsNumbered(text) || (circled && text.Length <= LongestHeading && Circled().IsMatch(text)))
                break;
            end++;
        }
        return end;
    }

    /// <summary>True for the numbered heading of another chapter.</summary>
    public static bool IsNumbered(string text) => text.Length is > 0 and <= LongestHeading && Numbered().IsMatch(text);

    /// <summary>True for a heading that names targets or KPIs.</summary>
    public static bool IsOpening(Line line)
    {
        if (line.Text.Length > LongestHeading || line.IsRunning)
            return false;
        var folded = Folding.Squeeze(line.Plain);
        return Opening().IsMatch(folded);
    }

    [GeneratedRegex(
        @"^(?!.*(?:に同じ|のとおり|[。、]))[^\d①-⑳]{0,3}(?:\d{1,2}(?:[-.]\d{1,2})*)?.{0,24}(?:数値目標|重要業績評価指標|KPI\)*[】\]]?$|目標値|成果指標)(?!\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Opening();

    /// <summary>５ 地域再生を図るために, 5-2, 第5章: a number, then words that are not a figure's.</summary>
    [GeneratedRegex(
        @"^(?:第\s*[0-9０-９一二三四五六七八九十]{1,3}\s*[章節]|[0-9０-９]{1,2}(?:[-－‐−ー.．][0-9０-９]{1,2}){0,3}[.．]?[\s　]+(?=[\p{L}（(「【])(?![人名件社者所台店回]))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^[①-⑳][\s　]*\D", RegexOptions.CultureInvariant)]
    private static partial Regex Circled();
}
