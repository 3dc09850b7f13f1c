using Shirube.Calendar;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>All that the storeys of a heading say of one column (or the heads of one row), put together.</summary>
internal sealed record ColumnHead
{
    public static readonly ColumnHead None = new();

    public FiscalYear? Year { get; init; }
    public string? YearRule { get; init; }
    public int? Ordinal { get; init; }
    public bool IsRange { get; init; }

    /// <summary>A year without its era (7年度) that no neighbour settles.</summary>
    public bool IsYearOpen { get; init; }
    public FigureRole Role { get; init; }

    /// <summary>Roles of the lines in each cell, where the heading names two.</summary>
    public IReadOnlyList<FigureRole> Stack { get; init; } = [];
    public bool IsAimedAt { get; init; }
    public int Rank { get; init; }
    public PrintedBasis Basis { get; init; }
    public HeadWord Word { get; init; }
    public string? Unit { get; init; }
    public GridCell? At { get; init; }

    public bool HasTime => Year is not null || Ordinal is not null || IsRange || IsYearOpen;
    public bool IsAxis => HasTime || Role != FigureRole.None;

    /// <summary>Adds a storey nearer to the figures; it wins where both say something.</summary>
    public ColumnHead With(GridCell cell)
    {
        var sense = cell.Sense;
        if (sense.Kind == CellKind.Unit)
            return this with { Unit = sense.Unit };
        if (sense.Kind != CellKind.Head)
            return this;
        return this with
        {
            Year = sense.Year ?? Year,
            YearRule = sense.Year is null ? YearRule : cell.YearRule,
            Ordinal = sense.Ordinal ?? Ordinal,
            IsRange = sense.IsRange || (IsRange && sense.Year is null),
            IsYearOpen = sense.YearOfEra is not null || (IsYearOpen && sense.Year is null),
            Role = Combine(Role, sense.Role),
            Stack = sense.Stack.Count > 0 ? sense.Stack : Stack,
            IsAimedAt = IsAimedAt || sense.IsAimedAt,
            Rank = Math.Max(Rank, sense.Rank),
            Basis = Stronger(Basis, sense.Basis),
            Word = sense.Word == HeadWord.None ? Word : sense.Word,
            Unit = sense.Unit ?? Unit,
            At = cell,
        };
    }

    /// <summary>The figure's role from an outer and an inner heading, or from its column and its row.</summary>
    public static FigureRole Combine(FigureRole outer, FigureRole inner)
    {
        if (outer == FigureRole.None || outer == inner)
            return inner == FigureRole.None ? outer : inner;
        if (inner == FigureRole.None)
            return outer;
        if (outer == FigureRole.Comparison || inner == FigureRole.Comparison)
            return FigureRole.Comparison;
        if (outer == FigureRole.Mixed)
            return inner;
        if (inner == FigureRole.Mixed)
            return outer;
        if (outer == FigureRole.Baseline || inner == FigureRole.Baseline)
            return FigureRole.Baseline;
        if (outer == FigureRole.Total || inner == FigureRole.Total)
            return outer == FigureRole.Actual || inner == FigureRole.Actual ? FigureRole.Comparison : FigureRole.Total;
        return FigureRole.Mixed;
    }

    public static PrintedBasis Stronger(PrintedBasis left, PrintedBasis right) =>
        left == PrintedBasis.Increment || right == PrintedBasis.Increment ? PrintedBasis.Increment
        : left == PrintedBasis.Cumulative || right == PrintedBasis.Cumulative ? PrintedBasis.Cumulative
        : left == PrintedBasis.Level || right == PrintedBasis.Level ? PrintedBasis.Level
        : PrintedBasis.Unknown;
}
