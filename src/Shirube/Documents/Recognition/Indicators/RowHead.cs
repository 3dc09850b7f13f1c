namespace Shirube.Documents.Recognition.Indicators;

/// <summary>What stands beside the figures of a row, or alone in a row: number, name, unit, role, time.</summary>
internal sealed class RowHead
{
    public int? No { get; private set; }
    public Read<string>? Name { get; private set; }
    public Read<string>? Unit { get; private set; }

    /// <summary>Role and time that the row's own head gives to all its figures.</summary>
    public ColumnHead Axis { get; private set; } = ColumnHead.None;

    /// <summary>Texts of which any could be the name, where no heading says which.</summary>
    public IReadOnlyList<Cell> NameRivals { get; private set; } = [];

    public bool HasIdentity => No is not null || Name is not null || NameRivals.Count > 0;

    public void TakeUnit(RowHead below) => Unit ??= below.Unit;

    /// <summary>The number, name and unit of one line.</summary>
    public static RowHead Of(IndicatorLabel label, Passage at)
    {
        var head = new RowHead();
        head.TakeLabel(label, at);
        return head;
    }

    /// <param name="isFigurePlace">Says of a column whether figures stand in it.</param>
    public static RowHead Read(TableGrid grid, int row, IReadOnlyList<ColumnHead>? heads, Func<int, bool> isFigurePlace)
    {
        var head = new RowHead();
        if (head.TakeNamed(grid, row))
            return head;
        var texts = new List<(HeadWord Word, Cell Cell)>();
        var expect = LabelPart.Whole;
        foreach (var (column, cell) in grid.Row(row))
        {
            // A year under 基準年度 belongs to one figure of the row, not to all of them.
            if (
                isFigurePlace(column) || (heads is not null && heads[column].IsAxis && cell.Sense.Kind == CellKind.Head)
            )
                continue;
            var word = heads is null ? HeadWord.None : heads[column].Word;
            expect = head.Take(cell, word, expect, texts);
        }
        head.Settle(texts);
        return head;
    }

    /// <summary>
    /// KPI①｜…｜単位｜人 and nothing else: what stands between the number and 単位 is the name, whatever it is called (合計,
    /// 目標値), and what stands behind it the unit. Null for any other row: KPI①｜基準値｜単位｜目標値 are heads of columns.
    /// </summary>
    public static (GridCell Label, GridCell Name, GridCell? Unit)? Naming(TableGrid grid, int row)
    {
        GridCell? label = null;
        GridCell? name = null;
        GridCell? head = null;
        GridCell? unit = null;
        foreach (var (_, cell) in grid.Row(row))
        {
            if (cell.Sense.Kind == CellKind.Blank)
                continue;
            if (label is null)
            {
                if (cell.Sense.Label is not { No: not null, Rest: "" })
                    return null;
                label = cell;
            }
            else if (name is null)
                name = cell;
            else if (head is null)
                head = cell;
            else if (unit is null)
                unit = cell;
            else
                return null;
        }
        return
            name is { Sense.Word: not (HeadWord.Name or HeadWord.Item) }
            && head is { Sense: { Kind: CellKind.Head, Word: HeadWord.Unit, IsAxis: false } }
            && unit is not { Sense.IsAxis: true }
            ? (label!, name, unit)
            : null;
    }

    /// <summary>
    /// Names of ordinary words are left to the reading of each cell, unless they end in what may be a unit, which the row
    /// prints in a cell of its own: 利用者数（人）｜単位｜人.
    /// </summary>
    private bool TakeNamed(TableGrid grid, int row)
    {
        if (Naming(grid, row) is not var (label, name, unit))
            return false;
        var written = CellText.Joined(name.Cell.Text);
        if (name.Sense.Kind == CellKind.Text)
        {
            written = NameText.Clean(written);
            if (unit is null || UnitText.SplitName(written).Unit is null)
                return false;
        }
        No = label.Sense.Label!.No;
        // A number is no unit: whether the words before it are a name, nobody can say.
        if (unit is { Sense.Figure.IsDash: false } && name.Sense.Kind != CellKind.Text)
            return true;
        Name = new Read<string>(written, name.Cell.At);
        if (unit is not null && UnitText.Plain(unit.Cell.Text) is { } plain)
            Unit = new Read<string>(plain, unit.Cell.At);
        return true;
    }

    private LabelPart Take(GridCell cell, HeadWord word, LabelPart expect, List<(HeadWord, Cell)> texts)
    {
        var sense = cell.Sense;
        switch (sense.Kind)
        {
            case CellKind.Label:
                return TakeLabel(sense.Label!, cell.Cell.At);
            case CellKind.Unit:
                Unit ??= new Read<string>(sense.Unit!, cell.Cell.At);
                return LabelPart.Whole;
            case CellKind.Head:
                Axis = Axis.With(cell);
                return sense.Word switch
                {
                    HeadWord.Unit => LabelPart.Unit,
                    HeadWord.Name or HeadWord.Item when !sense.IsAxis => LabelPart.Name,
                    _ => expect,
                };
            case CellKind.Figure:
                TakeNumber(cell, word);
                return expect;
            case CellKind.Text:
                TakeText(cell.Cell, word, expect, texts);
                return LabelPart.Whole;
            default:
                return expect;
        }
    }

    private LabelPart TakeLabel(IndicatorLabel label, Passage at)
    {
        No ??= label.No;
        if (label.Rest.Length == 0)
            return label.Part;
        if (label.Part == LabelPart.Unit)
            Unit ??= new Read<string>(label.Rest, at);
        else
            TakeName(label.Rest, at);
        return LabelPart.Whole;
    }

    private void TakeNumber(GridCell cell, HeadWord word)
    {
        if (
            word == HeadWord.Number
            && cell.Sense.Figure!.Parts is [{ Value: > 0 and < 1000 } part]
            && part.Value % 1 == 0
        )
            No ??= (int)part.Value.Value;
    }

    private void TakeText(Cell cell, HeadWord word, LabelPart expect, List<(HeadWord, Cell)> texts)
    {
        if (word is HeadWord.Other or HeadWord.Cost or HeadWord.Number && expect == LabelPart.Whole)
            return;
        if (expect == LabelPart.Unit || word == HeadWord.Unit)
        {
            if (UnitText.Plain(cell.Text) is { } unit)
                Unit ??= new Read<string>(unit, cell.At);
        }
        else if (expect == LabelPart.Name)
            TakeName(CellText.Joined(cell.Text), cell.At);
        else if (word is HeadWord.None && Unit is null && UnitText.IsKnown(CellText.Key(cell.Text).Trim('(', ')')))
            Unit = new Read<string>(UnitText.Plain(cell.Text)!, cell.At);
        else
            texts.Add((word, cell));
    }

    private void TakeName(string written, Passage at)
    {
        var (name, unit) = UnitText.SplitName(NameText.Clean(written));
        if (name.Length == 0)
            return;
        Name ??= new Read<string>(name, at);
        if (unit is not null)
            Unit ??= new Read<string>(unit, at);
    }

    /// <summary>A heading that says 指標 decides; else one text alone is the name; else nobody can say.</summary>
    private void Settle(List<(HeadWord Word, Cell Cell)> texts)
    {
        if (Name is not null || texts.Count == 0)
            return;
        foreach (var word in (ReadOnlySpan<HeadWord>)[HeadWord.Name, HeadWord.Item, HeadWord.None])
        {
            var found = texts.Where(text => text.Word == word).Select(text => text.Cell).ToList();
            if (found.Count == 0)
                continue;
            if (found.Count == 1)
                TakeName(CellText.Joined(found[0].Text), found[0].At);
            else
                NameRivals = found;
            return;
        }
    }
}
