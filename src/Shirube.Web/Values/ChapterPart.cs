using Shirube.Documents;
using Shirube.Documents.Text;
using Shirube.Documents.Writing;

namespace Shirube.Web.Values;

/// <summary>A stretch of a chapter: running text, or a table.</summary>
/// <param name="Rows">Of a table as Markdown writes it, cells by row, the heading first; none for any other stretch.</param>
internal sealed record ChapterPart(string Text, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The table that the stretch is, where its cells are known.</summary>
    public WrittenTable? Table { get; private init; }

    /// <param name="tables">Of each line the table whose row it is; fewer where less is known.</param>
    public static IReadOnlyList<ChapterPart> Of(string text, IReadOnlyList<Table?> tables)
    {
        var parts = new List<ChapterPart>();
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length; )
        {
            var end = at + 1;
            while (end < lines.Length && KindOf(end) == KindOf(at))
                end++;
            var stretch = lines[at..end];
            if (tables.ElementAtOrDefault(at) is { } table)
                parts.Add(new ChapterPart("", []) { Table = Written(table) });
            // One line between bars may be anything; a table has a heading and a row.
            else if (IsRow(lines[at]) && stretch.Length > 1)
                parts.Add(new ChapterPart("", [.. stretch.Where(line => !IsRuler(line)).Select(Cells)]));
            else if (string.Join('\n', stretch).Trim('\n') is { Length: > 0 } words)
                parts.Add(new ChapterPart(words, []));
            at = end;
        }
        return parts;

        (Table? Table, bool IsRow) KindOf(int line) =>
            tables.ElementAtOrDefault(line) is { } table ? (table, false) : (null, IsRow(lines[line]));
    }

    private static WrittenTable Written(Table table) =>
        new([
            .. Enumerable
                .Range(0, table.RowCount)
                .Select(row => new WrittenRow([.. table.Cells.Where(cell => cell.Row == row).Select(Written)])),
        ])
        {
            HeadRows = table.HeadRows,
            IsSmall = true,
        };

    private static WrittenCell Written(Cell cell) =>
        new([
            .. cell
                .Text.Split('\n')
                .Select(line => new WrittenParagraph(line)
                {
                    Alignment =
                        cell.Text == "-" || Figure.Parse(cell.Text).Kind == FigureKind.Number
                            ? WrittenAlignment.End
                            : WrittenAlignment.Start,
                }),
        ])
        {
            RowSpan = cell.RowSpan,
            ColumnSpan = cell.ColumnSpan,
        };

    private static bool IsRow(string line) => line.Trim() is ['|', _, .., '|'];

    private static bool IsRuler(string line) => !line.AsSpan().ContainsAnyExcept("|-: \t");

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
