namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// Tables whose columns are kept by spaces, East Asian wide characters being two columns: typed lists, and text taken
/// out of a page with its layout. A table is taken only where every cell overlaps one column, every column of figures
/// has its own heading, and no line between the rows could be a broken cell.
/// </summary>
internal static class AlignedTables
{
    private const int FewestRows = 2;
    private const int MostRows = 200;

    public static SourceDocument? In(SourceDocument document)
    {
        var tables = new List<Table>();
        foreach (var region in IndicatorRegion.Find(document.Lines))
        {
            if (Of(region) is { } table)
                tables.Add(table);
        }
        return tables.Count == 0 ? null : document with { Tables = tables };
    }

    private static Table? Of(IReadOnlyList<Line> region)
    {
        var lines = region.Where(line => !line.IsRunning && !string.IsNullOrWhiteSpace(line.Text)).ToList();
        var first = lines.FindIndex(IsRow);
        var last = lines.FindLastIndex(IsRow);
        if (first < 1 || last - first + 1 is < FewestRows or > MostRows)
            return null;
        var body = lines[first..(last + 1)];
        if (!body.TrueForAll(IsRow) || (last + 1 < lines.Count && Continues(lines[last], lines[last + 1])))
            return null;
        var rows = body.ConvertAll(AlignedLine.Cells);
        if (AlignedColumns.Of(rows) is not { Count: > 2 } columns)
            return null;
        var head = lines[..first]
            .FindAll(line => !line.Text.Contains('。', StringComparison.Ordinal) && !IsTitle(line));
        var cells = Cells(columns, [.. head.Select(line => Merged(AlignedLine.Words(line), columns)), .. rows]);
        return IsHeaded(cells, head.Count, columns.Count) ? new Table(TableSource.Gaps, cells) : null;
    }

    /// <summary>A text, then figures, with a gap of two columns or more between some of them.</summary>
    private static bool IsRow(Line line)
    {
        if (line.Text.Length > 400 || line.Text.Contains('。', StringComparison.Ordinal))
            return false;
        var cells = AlignedLine.Cells(line);
        return cells.Count(cell => cell.IsFigure) > 1
            && cells.Exists(cell => cell.Sense.Kind is CellKind.Text or CellKind.Label)
            && cells.Zip(cells.Skip(1)).Any(pair => pair.Second.From - pair.First.To >= 2);
    }

    /// <summary>The next line may be the rest of a cell in the last row.</summary>
    private static bool Continues(Line row, Line next) =>
        next.Number == row.Number + 1 && !next.Text.AsSpan().TrimStart().StartsWith("※", StringComparison.Ordinal);

    private static bool IsTitle(Line line) => line.Plain is ['【', .., '】'];

    /// <summary>Words of a heading that stand over the same column are one cell.</summary>
    private static List<AlignedPiece> Merged(List<AlignedPiece> words, AlignedColumns columns)
    {
        var merged = new List<AlignedPiece>();
        foreach (var word in words)
        {
            if (merged.Count > 0 && columns.Of(merged[^1]) == columns.Of(word))
                merged[^1] = AlignedPiece.Of(word.Line, merged[^1].Start, word.Start + word.Length);
            else
                merged.Add(word);
        }
        return merged;
    }

    private static List<Cell> Cells(AlignedColumns columns, List<List<AlignedPiece>> rows)
    {
        var cells = new List<Cell>();
        for (var row = 0; row < rows.Count; row++)
        {
            var free = 0;
            foreach (var piece in rows[row])
            {
                var (first, last) = columns.Of(piece);
                first = Math.Max(first, free);
                if (last < first)
                    continue;
                var at = new Passage(piece.Line.Page, piece.Line.Number, piece.Line.Number, piece.Start, piece.Text);
                cells.Add(new Cell(row, first, 1, last - first + 1, piece.Text, at));
                free = last + 1;
            }
        }
        return cells;
    }

    /// <summary>
    /// Each column of figures stands under at least one heading of its own that says a year or a role, and under no two
    /// years; over the column of the names stand headings alone, as any other text may be the beginning of a name.
    /// </summary>
    private static bool IsHeaded(List<Cell> cells, int headRows, int columns)
    {
        var names = cells.FindIndex(cell => cell.Row >= headRows && CellSense.Of(cell.Text).Kind == CellKind.Text);
        for (var column = 0; column < columns; column++)
        {
            var own = cells.FindAll(cell => cell.Column <= column && cell.Column + cell.ColumnSpan > column);
            var body = own.FindAll(cell => cell.Row >= headRows).ConvertAll(cell => CellSense.Of(cell.Text));
            var heads = own.FindAll(cell => cell.Row < headRows)
                .ConvertAll(cell => (cell, Sense: CellSense.Of(cell.Text)));
            if (body.Exists(sense => sense.Figure is { IsDash: false }))
            {
                if (body.Exists(sense => sense.Figure is null))
                    return false;
                if (!heads.Exists(head => head.Sense.IsAxis && head.cell.ColumnSpan == 1))
                    return false;
                if (heads.Select(head => head.Sense.Year).OfType<Calendar.FiscalYear>().Distinct().Count() > 1)
                    return false;
            }
        }
        return names >= 0;
    }
}
