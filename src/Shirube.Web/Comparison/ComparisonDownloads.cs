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

namespace Shirube.Web.Comparison;

/// <summary>新旧対照表 as files, and the head and foot of its printed pages.</summary>
internal static class ComparisonDownloads
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapComparison(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(DocumentPaths.Of + "/comparison.docx", Word).May(Act.ExportDocuments, shared: true);
        routes.MapGet(DocumentPaths.Of + "/comparison.csv", Csv).May(Act.ExportDocuments, shared: true);
        routes.MapGet(DocumentPaths.Of + "/comparison/print.css", Print).May(Act.ReadDocuments, shared: true);
    }

    private static async Task<IResult> Word(
        string code,
        int number,
        int? old,
        int? @new,
        string? show,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (await OpenComparison.FindAsync(db, code, number, old, @new, cancel) is not { } open)
            return Results.NotFound();
        await new RecordExport(db, clock).ExecuteAsync(asker, open.New.Version.VersionKey, "comparison.docx", cancel);
        var file = WordWriter.Write(ComparisonSheet.Of(open, whole: show == "all"));
        return Results.File(file, Docx, open.FileName + ".docx");
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
        return Results.File(
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(IndicatorDifferences.Csv(open))],
            "text/csv; charset=utf-8",
            open.FileName + ".csv"
        );
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
            ? Results.Text(
                "@page { size: A4 landscape; }\n"
                    + PrintFrame.Of(
                        $"{open.New.Government.Name}　{open.New.Document.Name}　{T("Comparison.Title")}",
                        $"{T("Versions.Number", open.Old.Version.VersionNumber)}→{T("Versions.Number", open.New.Version.VersionNumber)}",
                        T("Print.Hash", open.New.Version.Sha256[..12])
                    ),
                "text/css; charset=utf-8"
            )
            : Results.NotFound();
}
