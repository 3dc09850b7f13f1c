using Shirube.Plans.Writing;

namespace Shirube.Tests.Plans.HandIn;

/// <summary>Where a plan that was read again differs from what was written.</summary>
internal static class ReadBackDifferences
{
    /// <param name="folded">
    /// What of a text must come back: white space around lines and blank lines do not, in a PDF no line ends at all.
    /// </param>
    public static IEnumerable<string> Of(PlanContent written, PlanContent read, Func<string, string> folded)
    {
        if (!written.Authors.Select(a => (a.Name, a.Code)).SequenceEqual(read.Authors.Select(a => (a.Name, a.Code))))
            yield return $"authors: {string.Join(',', read.Authors.Select(a => a.Name))}";
        foreach (var key in written.Passages.Keys.Union(read.Passages.Keys, StringComparer.Ordinal))
        {
            var expected = folded(Meant(written, key));
            var actual = folded(Meant(read, key));
            if (expected != actual)
                yield return $"{key}: «{expected}» was read as «{actual}»";
        }
        var rows = written.Indicators.Select(i => Row(written, i)).ToList();
        var readRows = read.Indicators.Select(i => Row(written, i)).ToList();
        foreach (var (expected, actual) in rows.Zip(readRows).Where(pair => pair.First != pair.Second))
            yield return $"indicator «{expected}» was read as «{actual}»";
        if (rows.Count != readRows.Count)
            yield return $"{rows.Count} indicators were read as {readRows.Count}";
    }

    /// <summary>Days and amounts by their meaning.</summary>
    private static string Meant(PlanContent content, string key)
    {
        var text = content[key];
        if (key == PlanOutline.Cost && PlanFacts.Yen(text) is { } yen)
            return $"{yen:0.##}";
        if (key is "5-2-8-start" or "5-2-8-end" or "6-start" or "6-end" && PlanFacts.Day(text) is { } day)
            return $"{day:O}";
        return text;
    }

    private static string Row(PlanContent content, PlanIndicator indicator) =>
        $"{indicator.Name} [{indicator.Unit}] {Cell(indicator.Baseline)}: "
        + string.Join(
            ' ',
            content
                .Years.Where(content.IsWithin)
                .Select(year => Cell(indicator.Targets.FirstOrDefault(target => target.Year == year)?.Figure))
        );

    private static string Cell(PlanFigure? figure) =>
        figure?.Value is { } value ? $"{value / 1.0000000000m}" : $"{figure?.State}";
}
