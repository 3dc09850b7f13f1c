using Shirube.Documents.Writing;

namespace Shirube.Documents.Comparison;

/// <summary>新旧対照表 as a document to be written: A4 landscape, a table whose heads repeat, changed words underlined.</summary>
public static class ComparisonSheet
{
    /// <param name="whole">What stayed too, not only what changed.</param>
    public static WrittenDocument Of(OpenComparison open, bool whole)
    {
        var rows = open.Rows(whole);
        return new(
            ComparisonText.Of("Sheet.Title", open.New.Document.Name),
            [
                new WrittenHeading(1, ComparisonText.Of("Sheet.Title", open.New.Document.Name)),
                new WrittenParagraph(Versions(open)),
                .. Procedure(open).Select(line => new WrittenParagraph(line)),
                rows.Count == 0 ? new WrittenParagraph(ComparisonText.Of("Sheet.Same")) : Table(open, rows, whole),
            ]
        )
        {
            Paper = WrittenPaper.A4Landscape,
            RunningHead = $"{open.New.Government.Name}　{open.New.Document.Name}　{Versions(open)}",
        };
    }

    private static string Versions(OpenComparison open) =>
        ComparisonText.Of(
            "Sheet.Versions",
            open.Layout.OldName,
            open.Old.Version.VersionNumber,
            open.Layout.NewName,
            open.New.Version.VersionNumber
        );

    private static IEnumerable<string> Procedure(OpenComparison open)
    {
        if (open.Decisions is [var decided, ..])
            yield return ComparisonText.Of("Sheet.Decided", ComparisonText.Of(decided.Decided), decided.Reason);
        else if (open.Proposal is { } proposal)
            yield return ComparisonText.Of("Sheet.Proposed", ComparisonText.Of(proposal.Procedure));
    }

    private static WrittenTable Table(OpenComparison open, IReadOnlyList<ComparisonRow> rows, bool whole)
    {
        var isNewLeft = open.Layout.NewSide == NewSide.Left;
        var (first, second) = isNewLeft
            ? (open.Layout.NewName, open.Layout.OldName)
            : (open.Layout.OldName, open.Layout.NewName);
        return new([
            new([
                Head(ComparisonText.Of("Sheet.Place")),
                Head(first),
                Head(second),
                Head(ComparisonText.Of("Sheet.Kind")),
            ]),
            .. rows.Select(row => Row(row, isNewLeft, whole)),
        ])
        {
            HeadRows = 1,
            Widths = [16, 37, 37, 10],
            Caption = ComparisonText.Of("Sheet.Title", open.New.Document.Name),
            IsSmall = true,
        };
    }

    private static WrittenRow Row(ComparisonRow row, bool isNewLeft, bool whole)
    {
        var (old, now) = row.Sides(whole);
        return new([
            new WrittenCell(row.Place.Label),
            Side(isNewLeft ? now : old),
            Side(isNewLeft ? old : now),
            new WrittenCell(row.Note),
        ]);
    }

    private static WrittenCell Head(string text) => new(text) { IsHead = true };

    private static WrittenCell Side(IReadOnlyList<Run> runs) =>
        new([
            new WrittenParagraph([.. runs.Select(run => new WrittenRun(run.Shown) { IsUnderlined = run.IsChanged })]),
        ]);
}
