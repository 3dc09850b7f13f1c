using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Documents.Stored;
using Shirube.Documents.Writing;
using Shirube.Permissions;
using Shirube.Web.Asking;
using static Shirube.Web.Texts;

namespace Shirube.Web.Documents;

/// <summary>The original file, and the indicators as a table that machines read.</summary>
internal static class Downloads
{
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(DocumentPaths.Of + "/file", Original).May(Act.ExportDocuments, shared: true);
        routes.MapGet(DocumentPaths.Of + "/indicators.csv", Indicators).May(Act.ExportDocuments, shared: true);
        routes.MapGet(DocumentPaths.Of + "/print.css", Print).May(Act.ReadDocuments, shared: true);
    }

    private static async Task<IResult> Original(
        string code,
        int number,
        int? version,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (await OpenDocument.FindAsync(db, code, number, version, cancel) is not { } open)
            return Results.NotFound();
        await new RecordExport(db, clock).ExecuteAsync(asker, open.Version.VersionKey, "file", cancel);
        var content = await db
            .SourceFiles.Where(file =>
                file.GovernmentCode == open.Version.GovernmentCode && file.Sha256 == open.Version.Sha256
            )
            .Select(file => file.Content)
            .SingleAsync(cancel);
        // Always a download, never shown: a page that somebody handed in must not run as one of ours.
        return Results.File(content, "application/octet-stream", open.FileName);
    }

    private static async Task<IResult> Indicators(
        string code,
        int number,
        int? version,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (await OpenDocument.FindAsync(db, code, number, version, cancel) is not { } open)
            return Results.NotFound();
        await new RecordExport(db, clock).ExecuteAsync(asker, open.Version.VersionKey, "indicators.csv", cancel);
        return Results.File(
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(IndicatorCsv.Of(open))],
            "text/csv; charset=utf-8",
            FileName.Of(open.Document.Name, T("File.Indicators", open.Version.VersionNumber), ".csv")
        );
    }

    private static async Task<IResult> Print(
        string code,
        int number,
        int? version,
        ShirubeDb db,
        CancellationToken cancel
    ) =>
        await OpenDocument.FindAsync(db, code, number, version, cancel) is { } open
            ? Results.Text(PrintFrame.Of(open), "text/css; charset=utf-8")
            : Results.NotFound();
}
