namespace Shirube.Documents.Recognition.Plans;

/// <summary>A table whose columns are 【地方公共団体名】, 【検証時期】, 【検証方法】 and so on, with a row for each government.</summary>
internal static class VerificationTable
{
    /// <summary>One builder a row of governments; none when the table is no such table.</summary>
    public static List<VerificationBuilder> Read(Table table)
    {
        var rows = table.Cells.Where(cell => !cell.Hidden).GroupBy(cell => cell.Row).OrderBy(row => row.Key).ToList();
        var columns = new List<(VerificationField Field, int From, int To)>();
        var header = -1;
        foreach (var row in rows.Take(40))
        {
            var labels = row.Where(cell => VerificationLabels.Find(cell.Text) is not null).ToList();
            // A label with a value at its right is a form, not a heading over columns.
            if (
                labels.Count == 0
                || (
                    labels.Count == 1
                    && row.Count(cell => cell.Text.Length > 0) > 1
                    && columns.Count == 0
                    && VerificationLabels.Find(labels[0].Text) != VerificationField.Entity
                )
            )
                continue;
            foreach (var cell in labels)
                columns.Add((VerificationLabels.Find(cell.Text)!.Value, cell.Column, cell.Column + cell.ColumnSpan));
            header = Math.Max(header, labels.Max(cell => cell.Row + cell.RowSpan - 1));
        }
        if (
            columns.Select(column => column.Field).Distinct().Count() < 2
            || columns.GroupBy(column => column.Field).Any(same => same.Count() > 1)
        )
            return [];
        var builders = new List<VerificationBuilder>();
        foreach (var row in rows.Where(row => row.Key > header).TakeWhile(row => !row.Any(IsNextPart)))
            AddRow(
                builders,
                [.. row.Where(cell => !string.IsNullOrWhiteSpace(cell.Text))],
                columns,
                table.FoundBy == TableSource.Given
            );
        return builders;
    }

    /// <summary>The form goes on in the same table: ⑦　交付対象事業に要する経費.</summary>
    private static bool IsNextPart(Cell cell)
    {
        var printed = SectionNumber.Read(cell.Text, out var start);
        return (printed.Form is NumberForm.Chapter or NumberForm.Circled && start >= cell.Text.Length)
            || (
                PlanVocabulary.Find(cell.Text, start) is { } found && string.IsNullOrWhiteSpace(cell.Text[found.End..])
            );
    }

    private static void AddRow(
        List<VerificationBuilder> builders,
        List<Cell> row,
        List<(VerificationField Field, int From, int To)> columns,
        bool isGiven
    )
    {
        if (row.Count == 0)
            return;
        var named = row.Select(cell => (Cell: cell, Field: FieldOf(cell, columns))).ToList();
        var entity = named
            .Where(cell => cell.Field == VerificationField.Entity)
            .Select(cell => cell.Cell)
            .FirstOrDefault();
        if (
            builders.Count == 0
            || entity is not null
            || !columns.Exists(column => column.Field == VerificationField.Entity)
        )
            builders.Add(new VerificationBuilder());
        var builder = builders[^1];
        if (entity is not null)
            builder.Entity = new Read<string>(Wording.Join(entity.Text.Split('\n')), entity.At);
        foreach (
            var group in named
                .Where(cell => cell.Field is not null and not VerificationField.Entity)
                .GroupBy(cell => cell.Field!.Value)
        )
        {
            var cells = group.Select(cell => cell.Cell).ToList();
            var joined = string.Join(
                ' ',
                cells.Select(cell =>
                    group.Key == VerificationField.Seats ? cell.Text : Wording.Join(cell.Text.Split('\n'))
                )
            );
            var written = isGiven && cells is [{ Text: var own }] && own.Contains('\n') ? own : null;
            builder.Add(group.Key, CellText(cells[0], joined) with { Written = written });
        }
    }

    private static PlanParagraph CellText(Cell cell, string text) =>
        new([new PlanLine(new Line(cell.At.Line, cell.At.Page, cell.At.Text), text, 0, false)], [text]);

    private static VerificationField? FieldOf(Cell cell, List<(VerificationField Field, int From, int To)> columns)
    {
        foreach (var (field, from, to) in columns)
        {
            if (cell.Column >= from && cell.Column < to)
                return field;
        }
        return null;
    }
}
