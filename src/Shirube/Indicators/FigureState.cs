namespace Shirube.Indicators;

/// <summary>A blank, a dash, 集計中 and 0 are four different things.</summary>
public enum FigureState
{
    /// <summary>The place is blank.</summary>
    NotEntered,

    /// <summary>A printed dash: the year lies outside the plan, or nothing applies.</summary>
    Outside,

    /// <summary>集計中: measured, not yet counted.</summary>
    Pending,

    /// <summary>速報: a first figure that may still change.</summary>
    Provisional,

    /// <summary>A figure.</summary>
    Final,
}

public static class FigureStates
{
    /// <summary>The state once a person has put in a value, or taken it away; 速報 stays 速報.</summary>
    public static FigureState After(this FigureState state, decimal? value) =>
        value is null ? FigureState.NotEntered
        : state is FigureState.Provisional ? state
        : FigureState.Final;
}
