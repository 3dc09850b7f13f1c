namespace Shirube.Documents.Formats;

/// <summary>
/// Tables in text whose cells are parted by tab characters: at least two lines in a run. The column is the number of
/// tabs before the cell, also where a line has fewer of them than the others.
/// </summary>
internal static class TabTables
{
    public static IEnumerable<Table> Find(IReadOnlyList<Line> lines)
    {
        var run = new List<Line>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsRow(lines[i]))
            {
                run.Add(lines[i]);
                continue;
            }
            if (ContinuesAfterBlank(lines, i, run))
                continue;
            if (IsTable(run))
                yield return Build(run);
            run.Clear();
        }
        if (IsTable(run))
            yield return Build(run);
    }

    private static bool IsRow(Line line) => line.Text.Contains('\t') && !string.IsNullOrWhiteSpace(line.Text);

    /// <summary>Some converters put a blank line behind each row: then every row stands alone and has as many tabs.</summary>
    private static bool ContinuesAfterBlank(IReadOnlyList<Line> lines, int blank, List<Line> run)
    {
        if (run.Count == 0 || blank + 1 >= lines.Count || !string.IsNullOrWhiteSpace(lines[blank].Text))
            return false;
        var next = lines[blank + 1];
        var isLoneRow = blank + 2 >= lines.Count || string.IsNullOrWhiteSpace(lines[blank + 2].Text);
        if (!IsRow(next) || !isLoneRow || Tabs(next) != Tabs(run[^1]))
            return false;
        return run.Count == 1 || run[^1].Number - run[^2].Number == 2;
    }

    /// <summary>Lines that only begin with a tab are indented prose, unless a row of several cells is among them.</summary>
    private static bool IsTable(List<Line> run) => run.Count >= 2 && run.Any(line => line.Text.Trim().Contains('\t'));

    private static int Tabs(Line line) => line.Text.AsSpan().Count('\t');

    private static Table Build(List<Line> run)
    {
        var cells = new List<Cell>();
        for (var row = 0; row < run.Count; row++)
            AddRow(cells, row, run[row]);
        return new Table(TableSource.Tabs, cells);
    }

    private static void AddRow(List<Cell> cells, int row, Line line)
    {
        var column = 0;
        foreach (var range in line.Text.AsSpan().Split('\t'))
        {
            var (start, length) = range.GetOffsetAndLength(line.Text.Length);
            cells.Add(LineCell.At(line, row, column++, start, length));
        }
    }
}
