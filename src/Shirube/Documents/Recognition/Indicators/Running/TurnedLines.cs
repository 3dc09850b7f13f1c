using Shirube.Calendar;

namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// Years down, KPIs across: every line of cells holds one cell for each KPI, and the heading of the line says which
/// year it is. The heading may have wrapped onto lines above.
/// </summary>
internal static class TurnedLines
{
    /// <summary>The columns turned into rows, with the meaning of their cells; null when the text is not laid out so.</summary>
    public static (IReadOnlyList<GridRow> Rows, ColumnPlan Plan)? Find(TableText text)
    {
        var kpis = text.Numbers.Count;
        if (kpis == 0 || text.Headings.ColumnCount < 2 || !LabelsStandInOrder(text))
            return null;
        var columns = new List<Column>();
        var lines = new List<List<IndicatorToken>>();
        var heading = new List<IndicatorToken>();
        foreach (var line in text.Tokens.GroupBy(token => token.At.Line).Select(line => line.ToList()))
        {
            var cells = line.Where(token => token.IsCell).ToList();
            heading.AddRange(line.TakeWhile(token => !token.IsCell).Where(token => token.IsHeading));
            if (cells.Count == 0)
                continue;
            if (cells.Count != kpis || !line.SkipWhile(token => !token.IsCell).All(token => token.IsCell))
                return null;
            if (Meaning(heading, isFirst: lines.Count == 0) is not { } column || columns.Contains(column))
                return null;
            columns.Add(column);
            lines.Add(cells);
            heading.Clear();
        }
        if (columns.Count != text.Headings.ColumnCount)
            return null;
        var rows = text.Numbers.Select((number, i) => new GridRow(number, [.. lines.Select(line => line[i])])).ToList();
        return (rows, new ColumnPlan(columns, rows.Count(row => Sums.Hold(columns, row.Cells))));
    }

    /// <summary>
    /// The one thing that the words since the line before name. Above the first line stands the heading of the whole
    /// table, so that only its last words count.
    /// </summary>
    private static Column? Meaning(List<IndicatorToken> heading, bool isFirst)
    {
        var words = heading
            .Where(token => token.Kind is TokenKind.Year or TokenKind.Baseline or TokenKind.Total)
            .Select(token => new Column(
                token.Kind switch
                {
                    TokenKind.Year => ColumnKind.Year,
                    TokenKind.Total => ColumnKind.Total,
                    _ => ColumnKind.Baseline,
                },
                token.Kind == TokenKind.Year ? new FiscalYear(token.Number) : default
            ))
            .Distinct()
            .ToList();
        if (words.Count == 2 && words.Exists(word => word.Kind == ColumnKind.Baseline))
            words.RemoveAll(word => word.Kind == ColumnKind.Year);
        return words.Count == 1 || (isFirst && words.Count > 0) ? words[^1] : null;
    }

    /// <summary>The labels count up in the text, each KPI's once before the cells.</summary>
    private static bool LabelsStandInOrder(TableText text) =>
        text
            .Tokens.TakeWhile(token => !token.IsCell)
            .Where(token => token.Kind == TokenKind.Label)
            .Select(token => token.Number)
            .SequenceEqual(text.Numbers);
}
