using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shirube.Data;
using Shirube.Documents.Comparison;
using Shirube.Documents.Stored;
using Shirube.Documents.Writing;
using Shirube.Permissions;
using Shirube.Web.Asking;
using Shirube.Web.Documents;
using static Shirube.Web.Texts;
using Format = Shirube.Documents.DocumentFormat;

namespace Shirube.Web.Comparison;

/// <summary>新旧対照表 as files, and the head and foot of its printed pages.</summary>
internal static class ComparisonDownloads
{
    public static void MapComparison(this IEndpointRouteBuilder routes)
    {
        foreach (var format in ComparisonSheet.Formats)
            routes
                .MapGet(
                    DocumentPaths.Of + "/comparison" + DocumentWriter.EndingOf(format),
                    (
                        string code,
                        int number,
                        int? old,
                        int? @new,
                        string? show,
                        ShirubeDb db,
                        Asker asker,
                        TimeProvider clock,
                        CancellationToken cancel
                    ) => Sheet(format, (code, number, old, @new), show, db, asker, clock, cancel)
                )
                .May(Act.ExportDocuments, shared: true);
        routes.MapGet(DocumentPaths.Of + "/comparison.csv", Csv).May(Act.ExportDocuments, shared: true);
        routes.MapGet(DocumentPaths.Of + "/comparison/print.css", Print).May(Act.ReadDocuments, shared: true);
    }

    public static IResult File(
        ComparisonHead head,
        ComparisonLayout layout,
        IReadOnlyList<ComparisonRow> rows,
        bool whole,
        Format format,
        string name
    ) =>
        Results.File(
            ComparisonSheet.Write(head, layout, rows, whole, format),
            DocumentWriter.ContentTypeOf(format),
            name + DocumentWriter.EndingOf(format)
        );

    public static IResult CsvFile(PlanComparison comparison, ComparisonLayout layout, string name) =>
        Results.File(
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(IndicatorDifferences.Csv(comparison, layout))],
            "text/csv; charset=utf-8",
            name + ".csv"
        );

    public static IResult Frame(string topLeft, string topRight, string bottomLeft) =>
        Results.Text(
            "@page { size: A4 landscape; }\n" + PrintFrame.Of(topLeft, topRight, bottomLeft),
            "text/css; charset=utf-8"
        );

    private static async Task<IResult> Sheet(
        Format format,
        (string Code, int Number, int? Old, int? New) asked,
        string? show,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var found = await OpenComparison.FindAsync(db, asked.Code, asked.Number, asked.Old, asked.New, cancel);
        if (found is not { } open)
            return Results.NotFound();
        var what = "comparison" + DocumentWriter.EndingOf(format);
        await new RecordExport(db, clock).ExecuteAsync(asker, open.New.Version.VersionKey, what, cancel);
        var whole = show == "all";
        return File(open.Head, open.Layout, open.Rows(whole), whole, format, open.FileName);
    }

    private static async Task<IResult> Csv(
        string code,
        int number,
        int? old,
        int? @new,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (await OpenComparison.FindAsync(db, code, number, old, @new, cancel) is not { } open)
            return Results.NotFound();
        await new RecordExport(db, clock).ExecuteAsync(asker, open.New.Version.VersionKey, "comparison.csv", cancel);
        return CsvFile(open.Comparison, open.Layout, open.FileName);
    }

    private static async Task<IResult> Print(
        string code,
        int number,
        int? old,
        int? @new,
        ShirubeDb db,
        CancellationToken cancel
    ) =>
        await OpenComparison.FindAsync(db, code, number, old, @new, cancel) is { } open
            ? Frame(
                $"{open.New.Government.Name}　{open.New.Document.Name}　{T("Comparison.Title")}",
                $"{T("Versions.Number", open.Old.Version.VersionNumber)}→{T("Versions.Number", open.New.Version.VersionNumber)}",
                T("Print.Hash", open.New.Version.Sha256[..12])
            )
            : Results.NotFound();
}
