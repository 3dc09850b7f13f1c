using System.Globalization;
using Shirube.Calendar;
using Shirube.Documents.Writing;
using Shirube.Indicators;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>
/// 数値目標: the KPIs of a plan as the form prints them, first their names and units, then a row of figures each:
/// baseline, the years, and the sum of the years.
/// </summary>
internal static class IndicatorGrid
{
    private const int LeastDecimals = 2;

    public static IEnumerable<WrittenBlock> Of(PlanContent content)
    {
        if (content.Indicators.Count == 0)
            yield break;
        yield return new WrittenTable([.. content.Indicators.Select(Named)]) { Widths = [12, 60, 10, 18] };
        yield return new WrittenTable([Head(content), .. content.Indicators.Select((_, i) => Figures(content, i))])
        {
            HeadRows = 1,
            Widths = [9, 12, .. content.Years.Select(_ => 11), 13],
            Caption = "数値目標",
            IsSmall = true,
        };
    }

    public static string LabelOf(int index) =>
        "KPI" + (index < 20 ? ((char)('①' + index)).ToString() : (index + 1).ToString(CultureInfo.InvariantCulture));

    private static WrittenRow Named(PlanIndicator indicator, int index) =>
        new([
            new WrittenCell(LabelOf(index)) { IsHead = true },
            new WrittenCell(indicator.Name),
            new WrittenCell("単位") { IsHead = true },
            new WrittenCell(indicator.Unit),
        ]);

    private static WrittenRow Head(PlanContent content)
    {
        var word = Word(content);
        var line = word.Length > 0 ? word + "\n" : "";
        return new WrittenRow([
            new WrittenCell(""),
            new WrittenCell("事業開始前\n（現時点）"),
            .. content.Years.Select(
                (year, i) =>
                    new WrittenCell(
                        string.Create(CultureInfo.InvariantCulture, $"{year.Year}年度\n{line}（{i + 1}年目）")
                    )
            ),
            new WrittenCell(word is "目標値" or "累計値" ? "累計" : "KPI増加分\nの累計"),
        ]);
    }

    /// <summary>What the figures are, where all indicators agree; the form itself asks for increments.</summary>
    private static string Word(PlanContent content)
    {
        var bases = content.Indicators.Select(indicator => indicator.Basis).Distinct().ToList();
        return bases switch
        {
            [TargetBasis.Level] => "目標値",
            [TargetBasis.Cumulative] => "累計値",
            _ when bases.Exists(basis => basis is TargetBasis.Level or TargetBasis.Cumulative) => "",
            _ => "増加分",
        };
    }

    private static WrittenRow Figures(PlanContent content, int index)
    {
        var indicator = content.Indicators[index];
        return new WrittenRow([
            new WrittenCell(LabelOf(index)) { IsHead = true },
            Cell(indicator.Baseline),
            .. content.Years.Select(year => Year(content, indicator, year)),
            indicator.Total is { } total ? Number(total) : Text("-"),
        ]);
    }

    private static WrittenCell Year(PlanContent content, PlanIndicator indicator, FiscalYear year)
    {
        var entered = indicator.Targets.FirstOrDefault(target => target.Year == year);
        return entered is null && !content.IsWithin(year) ? Text("-") : Cell(entered?.Figure ?? PlanFigure.Blank);
    }

    private static WrittenCell Cell(PlanFigure figure) =>
        figure switch
        {
            { Value: { } value, State: FigureState.Final } => Number(value),
            { State: FigureState.Outside } => Text("-"),
            _ => Text(figure.Text),
        };

    /// <summary>Two decimals as the form has them, more where the figure has more; never three, which read as thousands.</summary>
    private static WrittenCell Number(decimal value) =>
        WrittenCell.Of(value, value * 100 == decimal.Truncate(value * 100) ? LeastDecimals : 4);

    private static WrittenCell Text(string text) =>
        new([new WrittenParagraph(text) { Alignment = WrittenAlignment.End }]);
}
