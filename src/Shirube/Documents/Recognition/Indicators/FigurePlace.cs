using Shirube.Indicators;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>Puts together what column, row and the cell itself say of one figure.</summary>
internal sealed record FigurePlace(
    ColumnHead Column,
    ColumnHead Row,
    GridCell Cell,
    Certainty Certainty,
    IReadOnlyDictionary<FigureRole, GridCell>? YearsBeside
)
{
    /// <summary>Roles of the lines of a cell (上段：目標、下段：実績) as the table or the words above it give them.</summary>
    public IReadOnlyList<FigureRole> TableStack { get; init; } = [];

    /// <param name="spanned">Number of places that a merged figure covers.</param>
    public void AddTo(IndicatorDraft draft, int spanned)
    {
        var sense = Cell.Sense;
        if (sense.Kind is CellKind.Blank or CellKind.Unit)
            return;
        var parts = sense.Figure?.Parts ?? [new FigurePart(null, FigureState.NotEntered)];
        if (spanned > 1 && sense.Figure is { IsDash: false })
            parts = [new FigurePart(null, FigureState.NotEntered)];
        if (sense.Figure is { IsStacked: true } && Stack() is var roles && roles.Count == parts.Count)
            parts = [.. parts.Zip(roles, (part, role) => part with { Role = role })];
        foreach (var part in parts)
        {
            var placement = Place(part);
            if (placement.Role != FigureRole.Comparison && !IsRepeated(draft, placement))
                draft.Placements.Add(placement);
        }
        if (draft.Unit is null && (Column.Unit ?? Row.Unit) is { } unit && (Column.At ?? Row.At) is { } at)
            draft.Unit = new Read<string>(unit, at.Cell.At);
    }

    private IReadOnlyList<FigureRole> Stack() =>
        Column.Stack.Count > 0 ? Column.Stack
        : Row.Stack.Count > 0 ? Row.Stack
        : TableStack;

    /// <summary>A baseline or total merged over the rows of one KPI is met once a row.</summary>
    private bool IsRepeated(IndicatorDraft draft, Placement placement) =>
        Cell.Cell.RowSpan + Cell.Cell.ColumnSpan > 2
        && draft.Placements.Exists(other =>
            ReferenceEquals(other.Cell, Cell.Cell)
            && other.Part == placement.Part
            && other.Role == placement.Role
            && other.Year == placement.Year
        );

    private Placement Place(FigurePart part)
    {
        var role = part.Role == FigureRole.None ? ColumnHead.Combine(Column.Role, Row.Role) : Inner(part.Role);
        var year = Column.Year ?? Row.Year;
        var open = Column.IsRange || Row.IsRange || Column.IsYearOpen || Row.IsYearOpen;
        open |= Column.Year is { } c && Row.Year is { } r && c != r;
        var beside = YearsBeside is not null && YearsBeside.TryGetValue(role, out var cell) ? cell : null;
        if (part.Year is { } own)
        {
            open |= role != FigureRole.Baseline && year is { } headed && headed != own;
            year = own;
        }
        else if (year is null && beside is not null)
            year = beside.Sense.Year;
        return new Placement(part, Cell.Cell)
        {
            Role = role,
            Rank = Math.Max(Column.Rank, Row.Rank),
            Year = open ? null : year,
            IsAimedAt = Column.IsAimedAt || Row.IsAimedAt,
            Ordinal = year is null && !open ? Column.Ordinal ?? Row.Ordinal : null,
            IsTimeOpen = open,
            Basis = part.IsCumulative ? PrintedBasis.Cumulative : ColumnHead.Stronger(Column.Basis, Row.Basis),
            Certainty = Certainty,
            Rule = Column.Year is not null ? Column.YearRule : Row.YearRule,
            HeadCell = (Column.At ?? Row.At)?.Cell,
            BaselineYear =
                role == FigureRole.Baseline && year is { } of && !open
                    ? new(
                        of,
                        part.Year is not null ? Cell.Cell.At : (beside ?? Column.At ?? Row.At)?.Cell.At ?? Cell.Cell.At
                    )
                    : null,
        };
    }

    /// <summary>The cell's own word (目標値 40%) decides where the heading leaves it open.</summary>
    private FigureRole Inner(FigureRole own)
    {
        var headed = ColumnHead.Combine(Column.Role, Row.Role);
        return headed is FigureRole.None or FigureRole.Mixed or FigureRole.Target ? own
            : headed == FigureRole.Baseline && own == FigureRole.Actual ? FigureRole.Baseline
            : headed == own ? own
            : own == FigureRole.Target && headed == FigureRole.Baseline && Cell.Sense.Figure!.Parts.Count > 1 ? own
            : FigureRole.Mixed;
    }
}
