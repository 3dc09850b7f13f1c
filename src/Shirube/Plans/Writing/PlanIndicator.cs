using Shirube.Calendar;
using Shirube.Documents.Text;
using Shirube.Indicators;

namespace Shirube.Plans.Writing;

/// <summary>KPI of a plan that is written. Figures in its unit.</summary>
public sealed record PlanIndicator
{
    /// <summary>Counts from 1 within the plan and stays its own, wherever the row moves.</summary>
    public required int Number { get; init; }
    public required string Name { get; init; }
    public required string Unit { get; init; }

    /// <summary>What the yearly figures are; null until somebody says so.</summary>
    public TargetBasis? Basis { get; init; }
    public Direction? Direction { get; init; }

    /// <summary>Both ends of <see cref="Direction.Range"/>.</summary>
    public decimal? RangeLow { get; init; }
    public decimal? RangeHigh { get; init; }
    public PlanFigure Baseline { get; init; } = PlanFigure.Blank;
    public FiscalYear? BaselineYear { get; init; }

    /// <summary>What was entered, in the order of the years; a blank is left out.</summary>
    public IReadOnlyList<PlanTarget> Targets { get; init; } = [];

    /// <summary>The figure of a year; a blank one where nothing was entered.</summary>
    public PlanFigure At(FiscalYear year) =>
        Targets.FirstOrDefault(target => target.Year == year)?.Figure ?? PlanFigure.Blank;

    /// <summary>How it is counted, in words.</summary>
    public string Definition { get; init; } = "";

    /// <summary>Whether it says what its figures mean, for which the table of figures has no column.</summary>
    public bool SaysMore =>
        Basis is not null
        || Direction is not null
        || (RangeLow ?? RangeHigh) is not null
        || BaselineYear is not null
        || Definition.Length > 0;

    /// <summary>累計: the sum of the years where they can be added; null where one is open or nothing is to be added.</summary>
    public decimal? Total =>
        Basis is not (TargetBasis.Level or TargetBasis.Cumulative)
        && Targets.Where(target => target.Figure.State != FigureState.Outside).ToList() is { Count: > 0 } years
        && years.All(target => target.Figure.Value is not null)
            ? years.Sum(target => target.Figure.Value!.Value)
            : null;
}

public sealed record PlanTarget(FiscalYear Year, PlanFigure Figure);

/// <summary>What one cell of the KPI table holds.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Value">Null for a blank, a dash, 集計中 and for what is no figure.</param>
/// <param name="State">Null for what is no figure: a fault that stands at its cell.</param>
public sealed record PlanFigure(string Text, decimal? Value, FigureState? State)
{
    public static readonly PlanFigure Blank = new("", null, FigureState.NotEntered);

    /// <summary>Takes full-width digits, ▲, commas, 集計中 and dashes; a unit behind the number is a fault of the cell.</summary>
    public static PlanFigure Of(string text)
    {
        var figure = Figure.ParseTyped(text);
        return figure.Kind switch
        {
            // A sign that waits for its number is no dash.
            FigureKind.Dash when text.Trim() is "▲" or "△" => new(text.Trim(), null, null),
            FigureKind.Blank => Blank,
            // 約1,800 is no target that somebody could be held to.
            FigureKind.Number when figure.Unit is null && !text.Contains('約', StringComparison.Ordinal) => new(
                text.Trim(),
                figure.Value,
                figure.IsProvisional ? FigureState.Provisional : FigureState.Final
            ),
            FigureKind.Dash => new(text.Trim(), null, FigureState.Outside),
            FigureKind.Pending => new(text.Trim(), null, FigureState.Pending),
            _ => new(text.Trim(), null, null),
        };
    }
}
