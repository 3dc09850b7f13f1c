using System.Globalization;
using System.Text;
using Shirube.Data;

namespace Shirube.Documents.Comparison;

/// <summary>The cells of KPIs that differ, a row a cell; RFC 4180 with CRLF.</summary>
public static class IndicatorDifferences
{
    public static string Csv(PlanComparison comparison, ComparisonLayout layout)
    {
        var csv = new StringBuilder();
        Add(
            csv,
            ComparisonText.Of("Sheet.Place"),
            ComparisonText.Of("CellField.Name"),
            ComparisonText.Of("Csv.Field"),
            ComparisonText.Of("Csv.Year"),
            layout.OldName,
            layout.NewName,
            ComparisonText.Of("Sheet.Kind")
        );
        foreach (var row in comparison.Changes.Where(row => row.Subject == RowSubject.Indicator))
        foreach (var cell in row.Cells)
            Add(
                csv,
                row.Place.Label,
                row.IndicatorName ?? "",
                ComparisonText.Of($"Csv.{cell.Field}"),
                (cell.New ?? cell.Old)!.Year?.Year.ToString(CultureInfo.InvariantCulture) ?? "",
                cell.Old?.Text ?? "",
                cell.New?.Text ?? "",
                ComparisonText.Of(cell.IsUnclear ? ChangeKind.Unclear : row.Kind)
            );
        return csv.ToString();
    }

    private static void Add(StringBuilder csv, params string[] cells) =>
        csv.AppendJoin(',', cells.Select(CsvCell.Of)).Append("\r\n");
}
