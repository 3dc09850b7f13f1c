using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shirube.Plans.Writing;

namespace Shirube.Web.Plans;

/// <summary>The fields of the KPI table: <c>c:7:2026</c> is a cell, <c>s:7:2026</c> what stood in it.</summary>
internal static class CellForm
{
    public static string Cell(int indicator, string column) =>
        string.Create(CultureInfo.InvariantCulture, $"c:{indicator}:{column}");

    public static string Seen(int indicator, string column) =>
        string.Create(CultureInfo.InvariantCulture, $"s:{indicator}:{column}");

    /// <summary>The cells that hold something else than stood in them.</summary>
    public static IReadOnlyList<CellEdit> Read(IFormCollection form) =>
        [
            .. form.Where(field => field.Key.StartsWith("c:", StringComparison.Ordinal))
                .Select(field => (Parts: field.Key.Split(':', 3), Text: field.Value.ToString().Trim()))
                .Where(cell => cell.Parts.Length == 3)
                .Select(cell =>
                    int.TryParse(cell.Parts[1], CultureInfo.InvariantCulture, out var row)
                        ? new CellEdit(
                            row,
                            cell.Parts[2],
                            cell.Text,
                            form["s" + $":{cell.Parts[1]}:{cell.Parts[2]}"].ToString()
                        )
                        : null
                )
                .OfType<CellEdit>()
                .Where(edit => edit.Text != edit.Seen),
        ];

    /// <summary>The rows of the table as the page showed them.</summary>
    public static IReadOnlyList<int> Rows(IFormCollection form) =>
        [
            .. Shown(form)
                .Select(cell => int.TryParse(cell[1], CultureInfo.InvariantCulture, out var row) ? row : 0)
                .Where(row => row > 0)
                .Distinct(),
        ];

    /// <summary>The columns of the table as the page showed them.</summary>
    public static IReadOnlyList<string> Columns(IFormCollection form) =>
        [.. Shown(form).Select(cell => cell[2]).Distinct()];

    private static IEnumerable<string[]> Shown(IFormCollection form) =>
        form
            .Keys.Where(key => key.StartsWith("s:", StringComparison.Ordinal))
            .Select(key => key.Split(':', 3))
            .Where(parts => parts.Length == 3);

    /// <summary>
    /// A block copied from a spreadsheet, put down from one cell on; rows that run over the table's end are new ones. A
    /// head row that came along is none of them: it says which column each figure goes into.
    /// </summary>
    /// <param name="rows">Numbers of the rows, in their order.</param>
    /// <param name="seen">What the page showed in a cell: what another wrote there since is not replaced unseen.</param>
    public static PastedBlock Block(
        string block,
        IReadOnlyList<int> rows,
        IReadOnlyList<string> columns,
        int firstRow,
        int firstColumn,
        Func<int, string, string> seen
    )
    {
        var edits = new List<CellEdit>();
        var lines = ClipboardBlock.Rows(block);
        var head = BlockHead.Is(lines[0], columns, firstColumn) ? lines[0] : null;
        var named = head is null ? [] : BlockHead.Columns(head, columns, firstColumn);
        foreach (var (line, down) in lines.Skip(head is null ? 0 : 1).Select((line, down) => (line, down)))
        foreach (var (text, right) in line.Select((text, right) => (text.Trim(), right)))
        {
            // What is empty stands beyond the last column or under a head without one: reported as not kept.
            var column =
                head is null ? columns.ElementAtOrDefault(firstColumn + right) ?? ""
                : right < named.Count ? named[right]
                : "";
            if (column is null)
                continue;
            var row = firstRow + down < rows.Count ? rows[firstRow + down] : rows.Count - 1 - firstRow - down;
            edits.Add(new CellEdit(row, column, text, row > 0 && column.Length > 0 ? seen(row, column) : ""));
        }
        var homeless = named.Zip(head ?? [], (column, word) => column is "" ? word.Trim() : "").ToHashSet();
        var words = head?.Select(text => text.Trim()).Where(text => text.Length > 0);
        return new PastedBlock(
            edits,
            words is null ? null : string.Join(" / ", words),
            [.. homeless.Where(word => word.Length > 0)]
        );
    }
}

/// <param name="Head">The words of a head row that was left out; null where there was none.</param>
/// <param name="Homeless">The words of that row for which the table has no column.</param>
internal sealed record PastedBlock(IReadOnlyList<CellEdit> Edits, string? Head, IReadOnlyList<string> Homeless);
