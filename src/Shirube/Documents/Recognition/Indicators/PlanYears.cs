using System.Text.RegularExpressions;
using Shirube.Calendar;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// The first and last fiscal year that the document prints behind 実施期間 or 計画期間, by which １年目 and 最終年度
/// can be told; null where nothing, or more than one answer, is printed.
/// </summary>
internal sealed partial record PlanYears(FiscalYear? First, FiscalYear? Last)
{
    public static PlanYears Of(SourceDocument document)
    {
        var project = Under(document, Project());
        return project.First is not null ? project : Under(document, Period());
    }

    private static PlanYears Under(SourceDocument document, Regex label)
    {
        var found = new HashSet<(FiscalYear, FiscalYear)>();
        for (var i = 0; i < document.Lines.Count; i++)
        {
            var line = document.Lines[i].Text;
            if (line.Length > 200 || !label.IsMatch(Folding.Squeeze(line)))
                continue;
            for (var j = i; j < Math.Min(i + 4, document.Lines.Count); j++)
            {
                if (Extent(document.Lines[j].Text) is { } extent)
                {
                    found.Add(extent);
                    break;
                }
            }
        }
        return found.Count == 1 ? new PlanYears(found.First().Item1, found.First().Item2) : new PlanYears(null, null);
    }

    private static (FiscalYear, FiscalYear)? Extent(string line)
    {
        if (line.Length > 300)
            return null;
        var key = CellText.Key(line);
        var match = Years().Match(key);
        return
            match.Success
            && YearSpelling.Parse(match.Groups["from"].Value) is { } from
            && YearSpelling.Parse(match.Groups["to"].Value) is { } to
            && from <= to
            ? (from, to)
            : null;
    }

    [GeneratedRegex("事業の?実施期間", RegexOptions.CultureInvariant)]
    private static partial Regex Project();

    [GeneratedRegex("(?:計画|戦略|対象|実施|推進)の?期間", RegexOptions.CultureInvariant)]
    private static partial Regex Period();

    [GeneratedRegex(
        "(?<from>"
            + YearSpelling.Year
            + @")(?:\d{1,2}日)?(?:\([^()]{1,12}\))?(?:から|より|~|〜|-|→)(?<to>"
            + YearSpelling.Year
            + ")",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Years();
}
