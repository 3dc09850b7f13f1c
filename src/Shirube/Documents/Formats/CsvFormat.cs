namespace Shirube.Documents.Formats;

/// <summary>
/// Comma-separated values by RFC 4180, also with semicolons or tabs: one line of the running text a record, and one
/// table for each stretch of records between blank ones.
/// </summary>
internal static class CsvFormat
{
    public static SourceDocument Read(string fileName, byte[] content, CancellationToken cancel = default)
    {
        var decoded = DecodedText.Of(TextBytes.Capped(content, out var isCut));
        var text = new RunningText(fileName, DocumentFormat.Csv);
        decoded.ReportTo(text);
        var separator = CsvSeparator.Of(fileName, decoded.Text, out var skip);
        var records = new CsvRecords(decoded.Text[skip..], separator);
        var cells = new List<GridCell>();
        var row = 0;
        foreach (var record in records)
        {
            cancel.ThrowIfCancellationRequested();
            if (text.IsFull)
                break;
            if (record.TrueForAll(string.IsNullOrWhiteSpace))
            {
                Flush(text, cells, ref row);
                text.AddLine("");
                continue;
            }
            for (var column = 0; column < record.Count; column++)
                cells.Add(new GridCell(row, column, 1, 1, record[column].Trim()));
            row++;
            if (cells.Count > ReadingLimits.Cells)
                break;
        }
        Flush(text, cells, ref row);
        if (records.UnclosedQuoteLine is { } line)
            text.Notice(new Finding("DOC018", Severity.Warning, null, line));
        if (isCut)
            text.StopEarly();
        return text.Build();
    }

    private static void Flush(RunningText text, List<GridCell> cells, ref int row)
    {
        GridRows.AddTo(text, cells);
        cells.Clear();
        row = 0;
    }
}
