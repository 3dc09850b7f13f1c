using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Documents.Stored;

namespace Shirube.Indicators;

/// <summary>重要業績評価指標（KPI） as one version of a plan prints it.</summary>
public sealed class Indicator : VersionPart
{
    public int Position { get; init; }

    /// <summary>Its number in the document, from 1.</summary>
    public int No { get; init; }
    public string? Name { get; set; }
    public string? Unit { get; set; }
    public PrintedBasis Basis { get; set; }

    /// <summary>What the figures are, as a person chose; null until somebody did.</summary>
    public TargetBasis? TargetBasis { get; set; }

    /// <summary>Chosen with <see cref="TargetBasis"/>.</summary>
    public Direction? Direction { get; set; }
    public decimal? Baseline { get; set; }
    public FiscalYear? BaselineYear { get; set; }

    /// <summary>The printed cumulative figure.</summary>
    public decimal? Total { get; set; }

    /// <summary>Targets and actuals; order them by role and position.</summary>
    public List<IndicatorFigure> Figures { get; init; } = [];
}

public enum FigureRole
{
    Target,
    Actual,
}

/// <summary>The figure of one year, in the unit of its indicator.</summary>
public sealed class IndicatorFigure : VersionPart
{
    public int IndicatorPosition { get; init; }
    public FigureRole Role { get; init; }
    public int Position { get; init; }
    public FiscalYear Year { get; init; }

    /// <summary>Null for a dash, 集計中, a blank or an open value: <see cref="State"/> says which.</summary>
    public decimal? Value { get; set; }
    public FigureState State { get; set; }

    /// <summary>Lets the state follow a value that a person put in or took away.</summary>
    internal void SettleState() => State = State.After(Value);
}
