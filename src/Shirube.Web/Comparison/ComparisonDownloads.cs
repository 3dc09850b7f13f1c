using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shirube.Data;
using Shirube.Documents.Comparison;
using Shirube.Permissions;
using Shirube.Web.Asking;
using Shirube.Web.Documents;
using static Shirube.Web.Texts;

namespace Shirube.Web.Comparison;

/// <summary>新旧対照表 as files, and the head and foot of its printed pages.</summary>
internal static class ComparisonDownloads
{
    public static void MapComparison(this IEndpointRouteBuilder routes)
    {
        foreach (var ending in ComparisonFile.Endings)
            routes
                .MapGet(
                    DocumentPaths.Of + "/comparison" + ending,
                    async (
                        string code,
                        int number,
                        int? old,
                        int? @new,
                        string? show,
                        ShirubeDb db,
                        Asker asker,
                        TimeProvider clock,
                        CancellationToken cancel
                    ) =>
                        File(
                            await new ExportComparison(db, clock).ExecuteAsync(
                                asker,
                                new(code, number, old, @new),
                                ending,
                                IsWhole(show),
                                cancel
                            )
                        )
                )
                .May(Act.ExportDocuments, shared: true);
        routes.MapGet(DocumentPaths.Of + "/comparison/print.css", Print).May(Act.ReadDocuments, shared: true);
    }

    public static IResult File(ComparisonFile? file) =>
        file is null ? Results.NotFound() : Results.File(file.Content, file.ContentType, file.Name);

    /// <summary>What stayed the same is asked for too.</summary>
    public static bool IsWhole(string? show) => show == "all";

    public static IResult Frame(string topLeft, string topRight, string bottomLeft) =>
        Results.Text(
            "@page { size: A4 landscape; }\n" + PrintFrame.Of(topLeft, topRight, bottomLeft),
            "text/css; charset=utf-8"
        );

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
