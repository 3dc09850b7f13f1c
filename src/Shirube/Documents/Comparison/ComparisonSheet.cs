using Shirube.Documents.Writing;

namespace Shirube.Documents.Comparison;

/// <summary>新旧対照表 as a document to be written: A4 landscape, a table whose heads repeat, changed words underlined.</summary>
public static class ComparisonSheet
{
    /// <summary>The formats in which it is taken out.</summary>
    public static readonly IReadOnlyList<DocumentFormat> Formats = [DocumentFormat.Word, DocumentFormat.Excel];

    /// <summary>Letters of one cell that Excel still shows whole: no row of a sheet is higher than 409 points.</summary>
    private const int LettersOfSheetRow = 400;

    /// <param name="whole">What stayed too, not only what changed.</param>
    public static byte[] Write(
        ComparisonHead head,
        ComparisonLayout layout,
        IReadOnlyList<ComparisonRow> rows,
        bool whole,
        DocumentFormat format
    ) =>
        format switch
        {
            DocumentFormat.Word => WordWriter.Write(Of(head, layout, rows, whole, null)),
            DocumentFormat.Excel => ExcelWriter.Write(Of(head, layout, rows, whole, LettersOfSheetRow)),
            _ => throw new NotSupportedException(format.ToString()),
        };

    private static WrittenDocument Of(
        ComparisonHead head,
        ComparisonLayout layout,
        IReadOnlyList<ComparisonRow> rows,
        bool whole,
        int? longest
    ) =>
        new(
            ComparisonText.Of("Sheet.Title", head.Name),
            [
                new WrittenHeading(1, ComparisonText.Of("Sheet.Title", head.Name)),
                new WrittenParagraph(head.States),
                .. head.Procedure.Select(line => new WrittenParagraph(line)),
                rows.Count == 0
                    ? new WrittenParagraph(ComparisonText.Of("Sheet.Same"))
                    : Table(head, layout, rows, whole, longest),
            ]
        )
        {
            Paper = WrittenPaper.A4Landscape,
            RunningHead = $"{head.Government}　{head.Name}　{head.States}",
        };

    private static WrittenTable Table(
        ComparisonHead head,
        ComparisonLayout layout,
        IReadOnlyList<ComparisonRow> rows,
        bool whole,
        int? longest
    )
    {
        var isNewLeft = layout.NewSide == NewSide.Left;
        var (first, second) = isNewLeft ? (layout.NewName, layout.OldName) : (layout.OldName, layout.NewName);
        return new([
            new([
                Head(ComparisonText.Of("Sheet.Place")),
                Head(first),
                Head(second),
                Head(ComparisonText.Of("Sheet.Kind")),
            ]),
            .. rows.SelectMany(row => Rows(row, isNewLeft, whole, longest)),
        ])
        {
            HeadRows = 1,
            Widths = [16, 36, 36, 12],
            Caption = ComparisonText.Of("Sheet.Title", head.Name),
            IsSmall = true,
        };
    }

    /// <summary>One, or as many as its texts need where a row has an end.</summary>
    private static IEnumerable<WrittenRow> Rows(ComparisonRow row, bool isNewLeft, bool whole, int? longest)
    {
        var (old, now) = row.Sides(whole);
        var (left, right) = (Run.Pieces(isNewLeft ? now : old, longest), Run.Pieces(isNewLeft ? old : now, longest));
        for (var at = 0; at < Math.Max(left.Count, right.Count); at++)
            yield return new([
                new WrittenCell(at == 0 ? row.Place.Label : ComparisonText.Of("Sheet.Continued", row.Place.Label)),
                Side(left.ElementAtOrDefault(at) ?? []),
                Side(right.ElementAtOrDefault(at) ?? []),
                new WrittenCell(at == 0 ? row.Note : ""),
            ]);
    }

    private static WrittenCell Head(string text) => new(text) { IsHead = true };

    private static WrittenCell Side(IReadOnlyList<Run> runs) =>
        new([
            new WrittenParagraph([.. runs.Select(run => new WrittenRun(run.Shown) { IsUnderlined = run.IsChanged })]),
        ]);
}
