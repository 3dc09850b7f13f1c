using Shirube.Documents;

namespace Shirube.Tests.Documents.Writing;

internal static class SampleTables
{
    /// <summary>Both tables of the sample document came back, cell by cell.</summary>
    public static void ShouldBeSample(SourceDocument read, Func<string, string>? folded = null)
    {
        folded ??= text => text;
        read.Tables.Count.ShouldBe(2);
        foreach (var table in read.Tables)
            table
                .Cells.Select(cell => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, folded(cell.Text)))
                .ShouldBe([
                    (0, 0, 2, 1, "指標"),
                    (0, 1, 1, 2, "増加分"),
                    (1, 1, 1, 1, folded("2024年度\n(1年目)")),
                    (1, 2, 1, 1, "2025年度"),
                    (2, 0, 1, 1, "利用者数"),
                    (2, 1, 1, 1, "-338.00"),
                    (2, 2, 1, 1, "7,520.50"),
                    (3, 0, 2, 1, folded("一\n二")),
                    (3, 1, 1, 1, "-"),
                    (3, 2, 1, 1, "集計中"),
                    (4, 1, 1, 2, "=1+1"),
                ]);
    }
}
