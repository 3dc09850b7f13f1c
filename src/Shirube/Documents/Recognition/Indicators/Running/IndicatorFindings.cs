using System.Globalization;

namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>What a person should look at after a KPI table was read from text without cells.</summary>
internal static class IndicatorFindings
{
    /// <summary>Rows by sums, order by rules: a person should compare.</summary>
    public static Finding PutInOrder(IReadOnlyList<IndicatorToken> figures, SummedRows rows) =>
        new("KPI051", Severity.Warning, At(figures), figures.Count, rows.Rows.Count);

    /// <summary>No sum binds the baselines to their rows.</summary>
    public static Finding BaselinesOpen(IndicatorToken first, IReadOnlyList<decimal> rivals) =>
        new("KPI052", Severity.Warning, new Evidence(first.At), List(rivals)) { Pointer = "/indicators/*/baseline" };

    /// <summary>The cells of one KPI are not as many as the headings, or its total does not bear them out.</summary>
    public static Finding RowOpen(IReadOnlyList<IndicatorToken> tokens, int number, int index) =>
        new("KPI059", Severity.Warning, new Evidence(LabelOf(tokens, number).At), number)
        {
            Pointer = "/indicators/" + index.ToString(CultureInfo.InvariantCulture) + "/targets",
        };

    /// <summary>The table's figures are there, but no layout puts them into rows and years.</summary>
    public static Finding LayoutOpen(TableText text, IReadOnlyList<IndicatorToken> cells) =>
        new("KPI060", Severity.Warning, At(cells), cells.Count, text.Numbers.Count, text.Headings.Years.Count);

    private static IndicatorToken LabelOf(IReadOnlyList<IndicatorToken> tokens, int number) =>
        tokens.LastOrDefault(token => token.Kind == TokenKind.Label && token.Number == number) ?? tokens[0];

    /// <summary>Units are printed, but apart from their KPIs.</summary>
    public static Finding UnitsOpen(IReadOnlyList<IndicatorToken> units) =>
        new(
            "KPI053",
            Severity.Warning,
            new Evidence(units[0].At),
            string.Join(", ", units.Select(unit => unit.At.Text.Trim()))
        )
        {
            Pointer = "/indicators/*/unit",
        };

    /// <summary>A row's figures are certain, their years are not.</summary>
    public static Finding YearsOpen(IndicatorToken total, int number, SummedRow row, string pointer) =>
        new("KPI054", Severity.Warning, new Evidence(total.At), number, List(row.Parts), Plain(row.Total))
        {
            Pointer = pointer + "/targets",
        };

    /// <summary>Several ways to part the figures into rows fit the sums, or none does.</summary>
    public static Finding NotProved(IReadOnlyList<IndicatorToken> figures, int ways) =>
        new("KPI055", Severity.Warning, At(figures), figures.Count, ways);

    /// <summary>The search met its limit.</summary>
    public static Finding NotSearched(IReadOnlyList<IndicatorToken> figures) =>
        new("KPI056", Severity.Warning, At(figures), figures.Count);

    /// <summary>Names are printed, but which KPI each one names is not said.</summary>
    public static Finding NamesOpen(
        IReadOnlyList<IndicatorToken> tokens,
        IReadOnlyList<int> numbers,
        IReadOnlyList<IndicatorToken> rivals
    ) =>
        new(
            "KPI057",
            Severity.Warning,
            new Evidence((rivals.Count > 0 ? rivals[0] : tokens[0]).At),
            string.Join(", ", numbers),
            rivals.Count == 0
                ? FindingWord.Word("none")
                : string.Join(" / ", rivals.Take(12).Select(token => token.At.Text))
        );

    /// <summary>The rows are proved, but which of them is which KPI is not.</summary>
    public static Finding OrderOpen(IReadOnlyList<IndicatorToken> figures, SummedRows rows) =>
        new(
            "KPI058",
            Severity.Warning,
            At(figures),
            string.Join(" / ", rows.Rows.Select(row => $"{List(row.Parts)} = {Plain(row.Total)}"))
        );

    private static Evidence At(IReadOnlyList<IndicatorToken> figures) => new(figures[0].At);

    private static string List(IEnumerable<decimal> values) => string.Join(", ", values.Select(Plain));

    private static string Plain(decimal value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);
}
