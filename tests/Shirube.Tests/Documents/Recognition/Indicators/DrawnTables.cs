using System.Globalization;
using Shirube.Documents;
using Shirube.Documents.Recognition.Indicators;
using Shirube.Indicators;

namespace Shirube.Tests.Documents.Recognition.Indicators;

/// <summary>
/// Documents drawn in the source of a test: a line with bars is a row of a table, ＜ merges a place with the one on
/// its left, ＾ with the one above, ￢ breaks a line inside a cell; any other line is running text.
/// </summary>
internal static class DrawnTables
{
    public static SourceDocument Draw(string drawing, TableSource source = TableSource.Given)
    {
        var lines = new List<Line>();
        var tables = new List<Table>();
        var rows = new List<(int Line, string[] Cells)>();
        foreach (var text in drawing.Split('\n').Select(line => line.Trim()).Append(""))
        {
            var number = lines.Count + 1;
            if (text.Contains('|', StringComparison.Ordinal))
            {
                rows.Add((number, [.. text.Trim('|').Split('|').Select(cell => cell.Trim(' '))]));
                lines.Add(new Line(number, 1, string.Join('\t', rows[^1].Cells)));
                continue;
            }
            if (rows.Count > 0)
                tables.Add(TableOf(rows, source));
            rows.Clear();
            lines.Add(new Line(number, 1, text));
        }
        return new SourceDocument("drawn", Shirube.Documents.DocumentFormat.Word, lines, tables);
    }

    private static Table TableOf(List<(int Line, string[] Cells)> rows, TableSource source)
    {
        var cells = new List<Cell>();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Cells.Length; column++)
            {
                var text = rows[row].Cells[column].Replace('￢', '\n');
                if (text is "＜" or "＾")
                    continue;
                var columns = 1;
                while (column + columns < rows[row].Cells.Length && rows[row].Cells[column + columns] == "＜")
                    columns++;
                var down = 1;
                while (
                    row + down < rows.Count
                    && column < rows[row + down].Cells.Length
                    && rows[row + down].Cells[column] == "＾"
                )
                    down++;
                cells.Add(
                    new Cell(row, column, down, columns, text, new Passage(1, rows[row].Line, rows[row].Line, -1, text))
                );
            }
        }
        return new Table(source, cells);
    }

    public static string Read(string drawing, TableSource source = TableSource.Given) =>
        Show(IndicatorTables.Recognise(Draw(drawing, source)));

    /// <summary>One line a KPI: number, name, unit, basis, baseline@year, targets, actuals, total; then the codes found.</summary>
    public static string Show(IndicatorProposal proposal)
    {
        var lines = proposal.Indicators.Select(indicator =>
            string.Join(
                ' ',
                new[]
                {
                    $"{indicator.No}:{indicator.Name?.Value ?? "?"}({indicator.Unit?.Value ?? "?"})",
                    indicator.Basis.ToString(),
                    indicator.Baseline is { } from
                        ? "b=" + Plain(from.Value) + (indicator.BaselineYear is { } of ? $"@{of.Value}" : "")
                        : "",
                    indicator.Targets.Count > 0 ? "t:" + string.Join(',', indicator.Targets.Select(Show)) : "",
                    indicator.Actuals.Count > 0 ? "a:" + string.Join(',', indicator.Actuals.Select(Show)) : "",
                    indicator.Total is { } total ? "sum=" + Plain(total.Value) : "",
                }.Where(part => part.Length > 0)
            )
        );
        var codes = proposal.Findings.Select(finding => finding.Code).Distinct().Order(StringComparer.Ordinal);
        return string.Join('\n', lines.Concat(codes.Select(code => "!" + code)));
    }

    private static string Show(ReadFigure figure) =>
        $"{figure.Year}={(figure.Figure is { } value ? Plain(value.Value) : "")}"
        + figure.State switch
        {
            FigureState.Outside => "-",
            FigureState.Pending => "P",
            FigureState.Provisional => "速",
            FigureState.NotEntered => "?",
            _ => "",
        };

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
