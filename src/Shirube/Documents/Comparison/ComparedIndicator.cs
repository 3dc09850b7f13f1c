using Shirube.Calendar;
using Shirube.Indicators;

namespace Shirube.Documents.Comparison;

/// <summary>比べる KPI: its cells as values.</summary>
/// <param name="No">In its plan, from 1.</param>
/// <param name="Cells">In the order of the form, its name among them.</param>
public sealed record ComparedIndicator(int No, string? Name, string? Unit, IReadOnlyList<IndicatorCell> Cells);

public enum CellField
{
    Name,
    Unit,

    /// <summary>What the heading over the yearly figures calls them.</summary>
    Heading,

    /// <summary>What a person said the figures are.</summary>
    Basis,
    Direction,

    /// <summary>Between which ends the figures are good.</summary>
    Range,

    /// <summary>How it is counted, in words.</summary>
    Definition,
    BaselineYear,
    Baseline,
    Target,
    Actual,

    /// <summary>The printed one.</summary>
    Total,

    /// <summary>Of the targets, added up here; not printed.</summary>
    Sum,
}

/// <param name="Year">Of a yearly figure.</param>
/// <param name="Text">As a person reads it.</param>
/// <param name="Value">Equal for cells that say the same: 1,800 and 1800.00; a blank, a dash, 集計中 and 0 are four values.</param>
public sealed record IndicatorCell(CellField Field, FiscalYear? Year, string Text, object? Value)
{
    /// <summary>Not there, or not read with certainty: which of the two is not known.</summary>
    public bool IsOpen => Value is null;

    /// <summary>Nothing is written there, and that is certain.</summary>
    internal static IndicatorCell Blank(CellField field) =>
        new(field, null, ComparisonText.Of(FigureState.NotEntered), FigureState.NotEntered);

    internal static IndicatorCell OfText(CellField field, string? text) =>
        new(field, null, text ?? ComparisonText.Open, text is null ? null : ScriptChunks.Fold(text).ToUpperInvariant());

    internal static IndicatorCell OfWord(CellField field, Enum? value) =>
        new(field, null, value is null ? ComparisonText.Open : ComparisonText.Of(value), value);

    internal static IndicatorCell OfYear(FiscalYear? year) =>
        new(CellField.BaselineYear, null, year is { } known ? ComparisonText.Of(known) : ComparisonText.Open, year);

    internal static IndicatorCell OfNumber(CellField field, decimal? value) =>
        new(field, null, value is { } number ? ComparisonText.Of(number) : ComparisonText.Open, value);

    internal static IndicatorCell OfFigure(CellField field, FiscalYear? year, decimal? value, FigureState state) =>
        new(field, year, ComparisonText.Of(value, state), Held(value, state));

    private static object? Held(decimal? value, FigureState state) =>
        value is { } number ? (number, state == FigureState.Provisional)
        : state == FigureState.Final ? null
        : state;
}
