using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shirube.Documents;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Formats;

/// <summary>Any small table with spans, written to a format and read again, is the same table.</summary>
public class RoundTripTests
{
    private static readonly string[] Texts =
    [
        "指標",
        "令和6年度",
        "1,800",
        "▲338",
        "-",
        "集計中",
        "a b",
        "",
        "一\n二",
        "12.5%",
    ];

    private static Arbitrary<RenderedTable> Tables =>
        Arb.From(
            from rows in Gen.Choose(2, 5)
            from columns in Gen.Choose(2, 5)
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select Make(rows, columns, seed)
        );

    [Fact]
    public void Read_TableInHtml_IsTheSame() =>
        Same(table => DocumentReader.Read("表.html", Encoding.UTF8.GetBytes(new RenderedDocument(table).ToHtml())));

    [Fact]
    public void Read_TableInWord_IsTheSame() =>
        Same(table => DocumentReader.Read("表.docx", new RenderedDocument(table).ToDocx()));

    [Fact]
    public void Read_TableInExcel_IsTheSame() =>
        Same(table => DocumentReader.Read("表.xlsx", new RenderedDocument(table).ToXlsx()));

    private static void Same(Func<RenderedTable, SourceDocument> read) =>
        Prop.ForAll(
                Tables,
                table =>
                {
                    var document = read(table);
                    var cells = document.Tables.ShouldHaveSingleItem().Cells;
                    cells
                        .Select(cell => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text))
                        .ShouldBe(
                            table.Cells.Select(cell =>
                                (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text)
                            )
                        );
                    foreach (var at in cells.Where(cell => cell.Text.Length > 0).Select(cell => cell.At))
                        document.Lines[at.Line - 1].Text.Substring(at.Column, at.Text.Length).ShouldBe(at.Text);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    /// <summary>A grid cut into rectangles; the corners hold text, so that no format can lose an edge of it.</summary>
    private static RenderedTable Make(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        var taken = new bool[rows, columns];
        var made = new List<List<RenderedCell>>();
        for (var row = 0; row < rows; row++)
        {
            made.Add([]);
            for (var column = 0; column < columns; column++)
            {
                if (taken[row, column])
                    continue;
                var isFirst = row == 0 || column == 0 || row == rows - 1;
                var height = isFirst || row + 1 >= rows - 1 ? 1 : random.Next(1, 3);
                var width = column + 1 < columns && !taken[row, column + 1] && random.Next(4) == 0 && row > 0 ? 2 : 1;
                for (var r = row; r < row + height; r++)
                for (var c = column; c < column + width; c++)
                    taken[r, c] = true;
                var text = isFirst ? Texts[random.Next(4)] : Texts[random.Next(Texts.Length)];
                made[^1].Add(new RenderedCell(text, height, width));
            }
        }
        return new RenderedTable(made);
    }
}
