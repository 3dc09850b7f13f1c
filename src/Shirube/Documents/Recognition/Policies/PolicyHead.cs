using System.Text.RegularExpressions;
using Shirube.Calendar;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Policies;

/// <summary>Title and period of an outline.</summary>
internal static partial class PolicyHead
{
    /// <summary>The first line that calls itself a plan, a strategy, a vision or an outline.</summary>
    public static Read<string>? Title(IReadOnlyList<Line> lines) =>
        lines
            .Where(line => !line.IsRunning && line.Plain.Length is > 3 and <= 60 && TitleWord().IsMatch(line.Plain))
            .Select(line => new Read<string>(
                line.Plain,
                new Passage(
                    line.Page,
                    line.Number,
                    line.Number,
                    line.Text.IndexOf(line.Plain, StringComparison.Ordinal),
                    line.Plain
                )
            ))
            .FirstOrDefault();

    /// <summary>計画期間：… or the first span of years or months near the title.</summary>
    public static (Read<DateOnly>? Start, Read<DateOnly>? End) Period(IReadOnlyList<Line> lines)
    {
        var labelled = lines.Where(line => line.Text.Contains("期間", StringComparison.Ordinal));
        foreach (var line in labelled.Concat(lines.Where(line => !string.IsNullOrWhiteSpace(line.Text)).Take(8)))
        {
            var folded = Folding.FoldNumeric(line.Text);
            if (Span().Match(folded) is not { Success: true } match)
                continue;
            if (Edge(match.Groups["from"].Value, isEnd: false) is not { } start)
                continue;
            if (Edge(match.Groups["to"].Value, isEnd: true) is not { } end || end < start)
                continue;
            var passage = new Passage(line.Page, line.Number, line.Number, 0, line.Text);
            return (new Read<DateOnly>(start, passage), new Read<DateOnly>(end, passage));
        }
        return default;
    }

    /// <summary>First or last day of a date, a month or a fiscal year; a bare calendar year says neither.</summary>
    private static DateOnly? Edge(string text, bool isEnd)
    {
        if (JapaneseDate.TryParse(text, out var date) && date.Month is not null)
            return isEnd ? date.LastDay : date.FirstDay;
        if (text.Contains("年度", StringComparison.Ordinal) && FiscalYear.TryParse(text.Trim(), out var year))
            return isEnd ? year.LastDay : year.FirstDay;
        return null;
    }

    [GeneratedRegex(
        @"(?:計画|戦略|ビジョン|プラン|構想|指針|大綱|体系図?)(?:\s*[（(【].{0,20}|\s*概要版?|\s*原案|\s*素案)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TitleWord();

    [GeneratedRegex(
        @"(?<from>(?:明治|大正|昭和|平成|令和|[MTSHR]|\d{2})\s?[\d元.]{1,3}\s?[^~〜～から\-、。]{0,12}?)\s*(?:\([^()]{1,12}\))?\s*(?:から|[~〜～\-])\s*(?<to>(?:明治|大正|昭和|平成|令和|[MTSHR]|\d{2})\s?[\d元.]{1,3}\s?(?:年度|年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?|\.\d{1,2}))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Span();
}
