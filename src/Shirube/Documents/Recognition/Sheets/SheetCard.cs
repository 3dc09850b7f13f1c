namespace Shirube.Documents.Recognition.Sheets;

/// <summary>One project's form as a row of the sheet.</summary>
internal sealed class SheetCard(List<CardEntry> entries, SheetCells cells, int index)
{
    public ReadSheetRow Row(Read<string>? title) =>
        new()
        {
            No = index + 1,
            BasicGoal = Text(SheetField.BasicGoal),
            Project = Text(SheetField.Project) ?? title,
            Department = Text(SheetField.Department),
            GrantKind = Text(SheetField.GrantKind),
            CostYen = Yen(SheetField.Cost),
            DonationYen = Yen(SheetField.Donation),
            DonationCount = One(SheetField.DonationCount) is { Value: { } count } ? cells.Count(count, index) : null,
            Content = Text(SheetField.Content),
            Indicators = Indicators(),
            SelfEvaluation = Choice(SheetField.SelfEvaluation),
            ExpertEvaluation = Choice(SheetField.ExpertEvaluation),
            ExpertOpinion = Text(SheetField.ExpertOpinion),
            NextStep = Choice(SheetField.NextStep),
            Reason = Text(SheetField.Reason),
            Review = Text(SheetField.Review),
        };

    private Read<string>? Text(SheetField field) => cells.Text(One(field)?.Value, index, field);

    private Read<string>? Choice(SheetField field) => cells.Choice(One(field)?.Value, index, field);

    private Read<decimal>? Yen(SheetField field) =>
        One(field) is { Value: { } value } entry ? cells.Yen(value, entry.Heading, index, field) : null;

    /// <summary>The one value of a field; labels that differ in what they say leave it open.</summary>
    private CardEntry? One(SheetField field)
    {
        var found = entries
            .Where(entry => entry.Field == field && entry.Band is null)
            .Where(entry => entry.Value is null || !string.IsNullOrWhiteSpace(entry.Value.Text))
            .ToList();
        if (found.Count == 0)
            return null;
        if (found.Exists(entry => entry.Value is null) || found.Select(Said).Distinct().Count() > 1)
        {
            cells.Open("SHEET013", index, field, found[0].Leaf.At, CellText.Join(found[0].Leaf.Text));
            return null;
        }
        return found[0];
    }

    /// <summary>Two amounts under different units differ even when their digits agree.</summary>
    private static (string, string?) Said(CardEntry entry) =>
        (SheetGrid.Squeezed(entry.Value), SheetColumns.MoneyUnit(entry.Heading));

    private List<ReadSheetIndicator> Indicators()
    {
        var read = new List<ReadSheetIndicator>();
        var single = new List<CardEntry>();
        foreach (var entry in entries.Where(entry => SheetIndicators.IsOfIndicator(entry.Field)))
        {
            if (entry.Band is { } band)
            {
                var body = Enumerable.Range(band.Heading.Height, band.Grid.Rows - band.Heading.Height);
                read.AddRange(new SheetIndicators(band.Grid, band.Heading, cells).Of([.. body], index));
                continue;
            }
            if (entry.Field == SheetField.IndicatorName && single.Exists(other => other.Field == entry.Field))
                Flush(single, read);
            single.Add(entry);
        }
        Flush(single, read);
        return read;
    }

    /// <summary>One KPI of labels below one another, laid out as a table of one row.</summary>
    private void Flush(List<CardEntry> single, List<ReadSheetIndicator> read)
    {
        if (single.Exists(entry => !string.IsNullOrWhiteSpace(entry.Value?.Text)))
        {
            var laid = single.SelectMany((entry, i) => Place(entry, i));
            var grid = SheetGrid.Of(new Table(TableSource.Given, [.. laid]))!;
            var columns = single.Select((entry, i) => new SheetColumn(i, entry.Field, entry.Heading, grid[0, i]!));
            read.AddRange(new SheetIndicators(grid, new SheetColumns(0, 1, [.. columns]), cells).Of([1], index));
        }
        single.Clear();
    }

    private static IEnumerable<Cell> Place(CardEntry entry, int column)
    {
        yield return entry.Leaf with
        {
            Row = 0,
            Column = column,
            RowSpan = 1,
            ColumnSpan = 1,
        };
        if (entry.Value is { } value)
            yield return value with
            {
                Row = 1,
                Column = column,
                RowSpan = 1,
                ColumnSpan = 1,
            };
    }
}
