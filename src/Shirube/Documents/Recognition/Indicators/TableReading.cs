using Shirube.Calendar;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>What one table says of KPIs: drafts with their figures, and rows that only name them.</summary>
internal sealed class TableReading
{
    private readonly TableGrid grid;
    private readonly bool[] figureColumns;
    private readonly IReadOnlyList<HeadBand> bands;
    private IndicatorDraft? current;
    private HeadBand? currentBand;
    private RowHead? section;
    private TableRoles? roles;
    private IReadOnlyList<FigureRole>? stack;

    private TableReading(TableGrid grid)
    {
        this.grid = grid;
        figureColumns = HeadBands.FigureColumns(grid);
        bands = HeadBands.Of(grid);
    }

    public Table Table => grid.Table;
    public int FirstPage => Table.Cells[0].At.Page;
    public int LastPage => Table.Cells[^1].At.Page;
    public List<IndicatorDraft> Drafts { get; } = [];

    /// <summary>First cells of rows whose figures have no certain column.</summary>
    public IReadOnlyList<Cell> RowsWithoutPlace => grid.RowsWithoutPlace;

    /// <summary>Rows that name KPIs without giving figures.</summary>
    public List<RowHead> Names { get; } = [];

    /// <summary>What stands above the table.</summary>
    public IndicatorContext Context { get; private init; } = IndicatorContext.Empty;

    private IReadOnlyList<FigureRole> Stack => stack ??= RoleStack.OfTable(grid, Context);

    /// <summary>What the table's own figures and the words above it say of its roles; settled once all drafts are in.</summary>
    public TableRoles Roles => roles ??= TableRoles.Of(this);

    /// <summary>Reads the table in the direction in which more of its figures find their place.</summary>
    public static TableReading Read(TableGrid grid, IndicatorContext? context = null)
    {
        var lying = new TableReading(grid) { Context = context ?? IndicatorContext.Empty };
        lying.ReadRows();
        var turned = new TableReading(grid.Transposed) { Context = context ?? IndicatorContext.Empty };
        turned.ReadRows();
        return turned.Score() > lying.Score() ? turned : lying;
    }

    private int Score()
    {
        var score = 0;
        foreach (var draft in Drafts)
        {
            var known = draft.No is not null || draft.Name is not null;
            var seen = new HashSet<(FigureRole, FiscalYear?, int?)>();
            foreach (var placement in draft.Placements)
            {
                if (
                    placement
                    is not (
                        { Role: FigureRole.Baseline or FigureRole.Total }
                        or { Year: not null }
                        or { Ordinal: not null }
                    )
                )
                    continue;
                score +=
                    !seen.Add((placement.Role, placement.Year, placement.Ordinal)) ? -4
                    : known ? 3
                    : 1;
            }
        }
        return score;
    }

    private void ReadRows()
    {
        for (var row = 0; row < grid.Rows; row++)
        {
            var band = HeadBands.For(bands, row);
            if (band is null && bands.Any(b => row >= b.FirstRow && row <= b.LastRow))
                continue;
            if (band is not null && HasFigures(row, band))
                ReadFigures(row, band);
            else
                ReadNames(row, band);
        }
    }

    private bool IsFigurePlace(HeadBand band, int column) => figureColumns[column] && band.Columns[column].IsAxis;

    private bool HasFigures(int row, HeadBand band)
    {
        if (RowHead.Naming(grid, row) is not null)
            return false;
        foreach (var (column, cell) in grid.Row(row))
        {
            if (cell.Sense.Figure is not null && IsFigurePlace(band, column))
                return true;
        }
        return false;
    }

    private void ReadNames(int row, HeadBand? band)
    {
        var heads = band?.Columns.Select(head => head.IsAxis ? ColumnHead.None : head).ToArray();
        var head = RowHead.Read(grid, row, heads, _ => false);
        if (!head.HasIdentity && head.Unit is null)
            return;
        Names.Add(head);
        if (head.HasIdentity)
            section = head;
        else
            section?.TakeUnit(head);
    }

    private void ReadFigures(int row, HeadBand band)
    {
        var head = RowHead.Read(grid, row, band.Columns, column => IsFigurePlace(band, column));
        if (IsSumOfRows(head, band))
            return;
        var draft = DraftOf(head, row, band, out var certainty);
        draft.Take(head);
        var years = YearsBeside(row, band);
        foreach (var (column, cell) in grid.Row(row))
        {
            if (IsFigurePlace(band, column))
                new FigurePlace(band.Columns[column], head.Axis, cell, certainty, years) { TableStack = Stack }.AddTo(
                    draft,
                    Spanned(row, column, cell, band)
                );
        }
        current = draft;
        currentBand = band;
        section = null;
    }

    /// <summary>合計 under columns of years adds up the KPIs above it; under columns of KPIs it is each one's total.</summary>
    private static bool IsSumOfRows(RowHead head, HeadBand band) =>
        head is { HasIdentity: false, Axis.Role: FigureRole.Total } && band.Columns.Any(column => column.HasTime);

    private IndicatorDraft DraftOf(RowHead head, int row, HeadBand band, out Certainty certainty)
    {
        certainty = Table.FoundBy == TableSource.Gaps ? Certainty.PlaceInferred : Certainty.Printed;
        if (head.HasIdentity)
            return Known(head) ?? New(row);
        if (section is { } named)
        {
            var draft = Known(named) ?? New(row);
            draft.Take(named);
            return draft;
        }
        var sameBand = ReferenceEquals(currentBand, band);
        if (sameBand && current is not null && head.Axis.IsAxis)
        {
            // The place beside it is blank: it goes on with the KPI above, as tables that do not merge cells are read.
            certainty = current.No is null && current.Name is null ? Certainty.Printed : Certainty.PlaceInferred;
            return current;
        }
        var corner = sameBand ? null : Corner(band);
        var anonymous = New(row);
        if (corner is not null)
            anonymous.Take(corner);
        return anonymous;
    }

    private IndicatorDraft? Known(RowHead head)
    {
        var name = head.Name is null ? null : NameText.Key(head.Name.Value);
        return Drafts.Find(draft =>
            head.No is { } no && draft.No is { } known
                ? no == known && (name is null || draft.NameKey is null || name == draft.NameKey)
                : name is not null && name == draft.NameKey && SameUnit(head, draft)
        );
    }

    private static bool SameUnit(RowHead head, IndicatorDraft draft) =>
        head.Unit is null || draft.Unit is null || head.Unit.Value == draft.Unit.Value;

    private IndicatorDraft New(int row)
    {
        var draft = new IndicatorDraft { Table = Table };
        for (var column = 0; column < grid.Columns && draft.First is null; column++)
            draft.First = grid[row, column] is { Sense.Kind: not CellKind.Blank } cell ? cell.Cell : null;
        Drafts.Add(draft);
        return draft;
    }

    /// <summary>The KPI that the heading rows themselves name, left of the years.</summary>
    private RowHead? Corner(HeadBand band)
    {
        for (var row = band.FirstRow; row <= band.LastRow; row++)
        {
            var head = RowHead.Read(grid, row, null, column => band.Columns[column].IsAxis);
            if (head.HasIdentity)
                return head;
        }
        return null;
    }

    /// <summary>Years in columns of their own (基準年度, 目標年度) for the figures of this row.</summary>
    private Dictionary<FigureRole, GridCell>? YearsBeside(int row, HeadBand band)
    {
        Dictionary<FigureRole, GridCell>? years = null;
        foreach (var (column, cell) in grid.Row(row))
        {
            var role = band.Columns[column].Role;
            if (
                role != FigureRole.None
                && !figureColumns[column]
                && cell.Sense is { Kind: CellKind.Head, Year: not null }
            )
                (years ??= [])[role] = cell;
        }
        return years;
    }

    /// <summary>How many places of different meaning a merged figure covers.</summary>
    private int Spanned(int row, int column, GridCell cell, HeadBand band)
    {
        var count = 1;
        for (var next = column + 1; next < grid.Columns && ReferenceEquals(grid[row, next], cell); next++)
            count +=
                band.Columns[next].IsAxis && !ReferenceEquals(band.Columns[next].At, band.Columns[column].At) ? 1 : 0;
        return count;
    }
}
