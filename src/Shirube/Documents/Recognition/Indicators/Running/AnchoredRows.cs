namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// Each label is followed by the cells of its KPI, on as many lines as it took. A row is taken where its cells are as
/// many as the headings and its own total holds; the others stay open.
/// </summary>
internal static class AnchoredRows
{
    public static IndicatorProposal? Read(TableText text)
    {
        var width = text.Headings.ColumnCount;
        if (width < 4 || !text.Headings.HasTotal || Segments(text) is not { } rows)
            return null;
        var whole = rows.Where(row => row.Cells.Count == width).ToList();
        if (ColumnPlan.Of(text.Headings, whole) is not { IsReversed: false, HoldingRows: > 0 } plan)
            return null;
        List<GridRow> proved = [.. whole.Where(row => Sums.Hold(plan.Columns, row.Cells))];
        return proved.Count * 2 >= text.Numbers.Count
            ? new GridReading(text, plan, Certainty.ProvedBySums).Read(proved)
            : null;
    }

    /// <summary>The cells behind each label; null when a label has two such runs or cells stand before all labels.</summary>
    private static List<GridRow>? Segments(TableText text)
    {
        var rows = new List<GridRow>();
        var cells = new List<IndicatorToken>();
        var number = 0;
        foreach (var token in text.Tokens)
        {
            if (token.Kind == TokenKind.Label)
            {
                if (!Close(rows, number, cells))
                    return null;
                number = token.Number;
            }
            else if (token.IsCell)
                cells.Add(token);
        }
        return Close(rows, number, cells) ? rows : null;
    }

    private static bool Close(List<GridRow> rows, int number, List<IndicatorToken> cells)
    {
        if (cells.Count == 0)
            return true;
        if (number == 0 || rows.Exists(row => row.No == number))
            return false;
        rows.Add(new GridRow(number, [.. cells]));
        cells.Clear();
        return true;
    }
}
