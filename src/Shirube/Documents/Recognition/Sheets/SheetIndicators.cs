using Shirube.Calendar;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>The KPIs of a project: one a row below one another, or several groups of columns side by side.</summary>
internal sealed class SheetIndicators
{
    private readonly SheetGrid grid;
    private readonly SheetCells cells;
    private readonly List<Dictionary<SheetField, SheetColumn>> groups = [];

    public SheetIndicators(SheetGrid grid, SheetColumns heading, SheetCells cells)
    {
        this.grid = grid;
        this.cells = cells;
        var rivals = new List<SheetColumn>();
        var name = heading.Columns.FirstOrDefault(column => column.Field == SheetField.IndicatorName);
        foreach (var column in heading.Columns.Where(column => IsOfIndicator(column.Field)))
        {
            var field = column.Field;
            if (IsRestOfSpan(heading, column))
                continue;
            // One heading over two columns: the KPI's name and its unit, or a number before the name.
            if (field == SheetField.IndicatorName && name is not null && column != name && column.Leaf == name.Leaf)
            {
                if (Holds(heading, column.Index, _ => false) is null || IsOneCell(heading, name.Index, column.Index))
                    continue;
                if (HoldsUnits(heading, column.Index))
                    field = SheetField.Unit;
                else if (HoldsNumbers(heading, name.Index))
                    groups[^1].Remove(SheetField.IndicatorName);
                else
                {
                    rivals.Add(column);
                    continue;
                }
            }
            else if (field == SheetField.IndicatorName)
                name = column;
            if (groups.Count == 0 || (field == SheetField.IndicatorName && groups[^1].ContainsKey(field)))
                groups.Add([]);
            if (!groups[^1].TryAdd(field, column))
                rivals.Add(column);
        }
        foreach (var column in rivals)
            Leave(column);
    }

    public IReadOnlyList<ReadSheetIndicator> Of(IReadOnlyList<int> rows, int index)
    {
        var read = new List<ReadSheetIndicator>();
        foreach (var row in rows)
        {
            foreach (var group in groups)
            {
                Cell? At(SheetField field) =>
                    group.TryGetValue(field, out var column) ? grid.Written(row, column.Index) : null;
                bool IsNew(SheetField field) =>
                    At(field) is { } cell
                    && (row == rows[0] || !ReferenceEquals(cell, grid[row - 1, group[field].Index]));
                if (IsNew(SheetField.IndicatorName) || IsNew(SheetField.Target) || IsNew(SheetField.Actual))
                    read.AddRange(Indicators(At, index));
            }
        }
        return read;
    }

    private IEnumerable<ReadSheetIndicator> Indicators(Func<SheetField, Cell?> at, int index)
    {
        var name = at(SheetField.IndicatorName);
        if (name is not null && Figure.Parse(name.Text).Kind == FigureKind.Dash && at(SheetField.Target) is null)
            yield break;
        var lines = Lines(at);
        if (lines is null)
        {
            yield return One(at, index);
            yield break;
        }
        if (lines.Count == 0)
        {
            cells.Open("SHEET012", index, SheetField.IndicatorName, name!.At, CellText.Join(name.Text));
            yield break;
        }
        foreach (var line in lines)
            yield return One(field => line.GetValueOrDefault(field), index);
    }

    /// <summary>
    /// Several KPIs in one cell, a line each: null when there is one only, empty when the lines do not pair.
    /// </summary>
    private static List<Dictionary<SheetField, Cell>>? Lines(Func<SheetField, Cell?> at)
    {
        var values = new[] { SheetField.Target, SheetField.Actual }.Select(at).OfType<Cell>().Select(LinesOf).ToList();
        var most = values.Select(lines => lines.Count).DefaultIfEmpty().Max();
        if (most < 2 || at(SheetField.IndicatorName) is not { } name)
            return null;
        var parts = new Dictionary<SheetField, List<string>>();
        foreach (var field in new[] { SheetField.IndicatorName, SheetField.Unit, SheetField.Target, SheetField.Actual })
        {
            if (at(field) is not { } cell)
                continue;
            var lines = field == SheetField.IndicatorName ? ItemsOf(cell) : LinesOf(cell);
            if (lines.Count != most)
                return field == SheetField.Unit && lines.Count == 1 ? null : [];
            parts[field] = lines;
        }
        return
        [
            .. Enumerable
                .Range(0, most)
                .Select(i =>
                    parts.ToDictionary(
                        part => part.Key,
                        part => at(part.Key)! with { Text = part.Value[i], Number = null }
                    )
                ),
        ];
    }

    /// <summary>Lines that are figures each; one line otherwise.</summary>
    private static List<string> LinesOf(Cell cell)
    {
        var lines = cell
            .Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimStart('①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨').Trim())
            .ToList();
        var figures = lines.TrueForAll(line =>
            Figure.Parse(line).Kind is FigureKind.Number or FigureKind.Pending or FigureKind.Dash
            || CellText.IsUnit(line)
        );
        return figures ? lines : [cell.Text];
    }

    /// <summary>Names by their circled numbers, else one a line.</summary>
    private static List<string> ItemsOf(Cell cell)
    {
        var items = new List<string>();
        var lines = cell.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var numbered = lines[0][0] is >= '①' and <= '⑨';
        foreach (var line in lines)
        {
            if (numbered && line[0] is not (>= '①' and <= '⑨'))
                items[^1] += "\n" + line;
            else
                items.Add(line);
        }
        return numbered ? items.ConvertAll(item => item[1..].Trim()) : items;
    }

    private ReadSheetIndicator One(Func<SheetField, Cell?> at, int index)
    {
        var indicator = new ReadSheetIndicator
        {
            Name = cells.Text(at(SheetField.IndicatorName), index, SheetField.IndicatorName),
        };
        if (at(SheetField.Unit) is { } unit && CellText.Unit(unit.Text) is { Length: > 0 } printed)
            indicator = indicator with { Unit = new Read<string>(printed, cells.At(unit)) };
        else if (indicator.Name is { } name && CellText.NameAndUnit(name.Value) is var (bare, own))
            indicator = indicator with { Name = name with { Value = bare }, Unit = name with { Value = own } };
        if (at(SheetField.Target) is { } target && IsFigure(target, index, SheetField.Target, indicator))
            indicator = WithUnit(
                indicator with
                {
                    Target = SheetFigures.Number(target.Text, cells.At(target), indicator.Unit?.Value),
                },
                target
            );
        if (at(SheetField.Actual) is { } actual && IsFigure(actual, index, SheetField.Actual, indicator))
            indicator = WithUnit(SheetFigures.WithActual(indicator, actual.Text, cells.At(actual)), actual);
        return at(SheetField.TargetYear) is { } year ? indicator with { TargetYear = Year(year, index) } : indicator;
    }

    private bool IsFigure(Cell cell, int index, SheetField field, ReadSheetIndicator indicator)
    {
        var kind = SheetFigures.Parse(cell.Text).Kind;
        if (
            kind is not (FigureKind.Other or FigureKind.Beyond)
            && (
                kind != FigureKind.Number
                || SheetFigures.Number(cell.Text, cells.At(cell), indicator.Unit?.Value) is not null
            )
        )
            return true;
        var heading = groups.SelectMany(group => group.Values).First(column => column.Field == field).Heading;
        cells.Open("SHEET009", index, field, cell.At, heading, CellText.Join(cell.Text));
        return false;
    }

    private ReadSheetIndicator WithUnit(ReadSheetIndicator indicator, Cell cell) =>
        indicator.Unit is null && Figure.Parse(cell.Text).Unit is { } unit && Magnitude.Of(unit).Unit.Length > 0
            ? indicator with
            {
                Unit = new Read<string>(unit, cells.At(cell)),
            }
            : indicator;

    /// <summary>R8.3 is March 2026, in fiscal 2025; a bare era year is a fiscal year.</summary>
    private Read<FiscalYear>? Year(Cell cell, int index)
    {
        var text = CellText.Join(cell.Text).TrimEnd('末');
        if (JapaneseDate.TryParse(text, out var date) && date.Month is not null)
            return new Read<FiscalYear>(FiscalYear.Of(date.FirstDay), cells.At(cell));
        if (FiscalYear.TryParse(text, out var year))
            return new Read<FiscalYear>(year, cells.At(cell));
        if (Figure.Parse(text).Kind is not (FigureKind.Dash or FigureKind.Blank))
            cells.Open("SHEET014", index, SheetField.TargetYear, cell.At, text);
        return null;
    }

    private void Leave(SheetColumn column)
    {
        foreach (var group in groups.Where(group => group.TryGetValue(column.Field, out var first) && first != column))
        {
            // Only the group in which the column stands has rivals.
            if (group.Values.Min(other => other.Index) > column.Index)
                continue;
            if (
                groups.IndexOf(group) + 1 < groups.Count
                && groups[groups.IndexOf(group) + 1].Values.Min(o => o.Index) < column.Index
            )
                continue;
            cells.Add(
                new Finding(
                    "SHEET007",
                    Severity.Warning,
                    new Evidence(column.Leaf.At),
                    CellText.Join(column.Leaf.Text),
                    group[column.Field].Heading + " / " + column.Heading
                )
            );
            group.Remove(column.Field);
        }
    }

    /// <summary>A heading over several columns of the grid whose values are as wide as it is.</summary>
    private bool IsRestOfSpan(SheetColumns heading, SheetColumn column) =>
        groups.Count > 0
        && groups[^1].TryGetValue(column.Field, out var first)
        && ReferenceEquals(first.Leaf, column.Leaf)
        && IsOneCell(heading, first.Index, column.Index);

    /// <summary>Two columns under one heading whose values are merged as the heading is.</summary>
    private bool IsOneCell(SheetColumns heading, int left, int right) =>
        Enumerable
            .Range(0, grid.Rows)
            .Where(row => row < heading.First || row >= heading.First + heading.Height)
            .All(row => grid.Written(row, right) is not { } cell || ReferenceEquals(cell, grid[row, left]));

    private bool HoldsUnits(SheetColumns heading, int column) => Holds(heading, column, CellText.IsUnit) == true;

    private bool HoldsNumbers(SheetColumns heading, int column) =>
        Holds(heading, column, text => text.Trim() is [>= '①' and <= '⑨'] or [>= '1' and <= '9']) == true;

    /// <summary>Null for a column with nothing in it.</summary>
    private bool? Holds(SheetColumns heading, int column, Func<string, bool> test)
    {
        var written = Enumerable
            .Range(0, grid.Rows)
            .Where(row => row < heading.First || row >= heading.First + heading.Height)
            .Select(row => grid.Written(row, column))
            .OfType<Cell>()
            .Distinct()
            .ToList();
        return written.Count == 0 ? null : written.TrueForAll(cell => test(cell.Text));
    }

    public static bool IsOfIndicator(SheetField field) =>
        field
            is SheetField.IndicatorName
                or SheetField.Unit
                or SheetField.Target
                or SheetField.TargetYear
                or SheetField.Actual;
}
