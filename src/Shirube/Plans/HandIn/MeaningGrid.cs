using System.Globalization;
using Shirube.Documents;
using Shirube.Documents.Text;
using Shirube.Documents.Writing;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>
/// 数値目標の説明: what the figures of each KPI mean, which the form's own table has no column for: the year of the baseline,
/// how the years are counted, which way is better, and the definition.
/// </summary>
internal static class MeaningGrid
{
    public const string Heading = "別添　数値目標の説明";

    /// <summary>Nothing where no KPI says more than its figures.</summary>
    public static IEnumerable<WrittenBlock> Of(PlanContent content)
    {
        var rows = content
            .Indicators.Select((indicator, at) => (indicator, at))
            .Where(one => one.indicator.SaysMore)
            .Select(one => Row(one.indicator, one.at))
            .ToList();
        if (rows.Count == 0)
            return [];
        return
        [
            new WrittenPageBreak(),
            new WrittenHeading(2, Heading),
            new WrittenTable([
                new WrittenRow([
                    new WrittenCell("番号"),
                    new WrittenCell("KPI"),
                    new WrittenCell("基準値の年度"),
                    new WrittenCell("数え方"),
                    new WrittenCell("良い方向"),
                    new WrittenCell("範囲"),
                    new WrittenCell("定義"),
                ]),
                .. rows,
            ])
            {
                HeadRows = 1,
                Widths = [9, 20, 12, 16, 12, 11, 30],
                Caption = "数値目標の説明",
            },
        ];
    }

    private static WrittenRow Row(PlanIndicator indicator, int at) =>
        new([
            new WrittenCell(IndicatorGrid.LabelOf(at)) { IsHead = true },
            new WrittenCell(indicator.Name),
            new WrittenCell(indicator.BaselineYear is { } year ? $"{year}年度" : ""),
            new WrittenCell(indicator.Basis is { } basis ? MeaningWord.Of(basis) : ""),
            new WrittenCell(indicator.Direction is { } direction ? MeaningWord.Of(direction) : ""),
            new WrittenCell(Range(indicator.RangeLow, indicator.RangeHigh)),
            new([.. WrittenLines.Of(indicator.Definition).Select(line => new WrittenParagraph(line))]),
        ]);

    /// <summary>1～2, 1以上, 2以下</summary>
    private static string Range(decimal? low, decimal? high) =>
        (low, high) switch
        {
            ({ } from, { } to) => string.Create(
                CultureInfo.InvariantCulture,
                $"{Figure.Write(from)}～{Figure.Write(to)}"
            ),
            ({ } from, null) => Figure.Write(from) + "以上",
            (null, { } to) => Figure.Write(to) + "以下",
            _ => "",
        };
}
