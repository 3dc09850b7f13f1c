using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shirube.Data;
using Shirube.Documents.Comparison;
using Shirube.Documents.Writing;
using Shirube.Permissions;
using Shirube.Plans.HandIn;
using Shirube.Web.Asking;
using static Shirube.Web.Texts;
using Format = Shirube.Documents.DocumentFormat;

namespace Shirube.Web.Comparison;

/// <summary>新旧対照表 of two states of a plan under writing as files, and the head and foot of its printed pages.</summary>
internal static class PlanComparisonDownloads
{
    private const string Of = "/governments/{code}/plans/{number:int}/comparison";

    public static void MapPlanComparison(this IEndpointRouteBuilder routes)
    {
        foreach (var format in ComparisonSheet.Formats)
            routes
                .MapGet(
                    Of + DocumentWriter.EndingOf(format),
                    (
                        int number,
                        string? before,
                        string? after,
                        string? show,
                        ShirubeDb db,
                        Asker asker,
                        TimeProvider clock,
                        CancellationToken cancel
                    ) => Sheet(format, (number, before, after), show, db, asker, clock, cancel)
                )
                .May(Act.ExportDocuments);
        routes.MapGet(Of + ".csv", Csv).May(Act.ExportDocuments);
        routes.MapGet(Of + "/print.css", Print).May(Act.ReadPlans);
    }

    private static async Task<IResult> Sheet(
        Format format,
        (int Number, string? Before, string? After) asked,
        string? show,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (await FindAsync(asked, db, asker, cancel) is not { } open)
            return Results.NotFound();
        var what = "comparison" + DocumentWriter.EndingOf(format);
        await new ExportPlan(db, clock).RecordAsync(asker, open.Plan.Draft, what, cancel);
        var whole = show == "all";
        return ComparisonDownloads.File(open.Head, open.Layout, open.Rows(whole), whole, format, open.FileName);
    }

    private static async Task<IResult> Csv(
        int number,
        string? before,
        string? after,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (await FindAsync((number, before, after), db, asker, cancel) is not { } open)
            return Results.NotFound();
        await new ExportPlan(db, clock).RecordAsync(asker, open.Plan.Draft, "comparison.csv", cancel);
        return ComparisonDownloads.CsvFile(open.Comparison, open.Layout, open.FileName);
    }

    private static async Task<IResult> Print(
        int number,
        string? before,
        string? after,
        ShirubeDb db,
        Asker asker,
        CancellationToken cancel
    ) =>
        await FindAsync((number, before, after), db, asker, cancel) is { } open
            ? ComparisonDownloads.Frame(
                $"{open.Head.Government}　{open.Head.Name}　{T("Comparison.Title")}",
                $"{OpenPlanComparison.NameOf(open.Before)}→{OpenPlanComparison.NameOf(open.After)}",
                ""
            )
            : Results.NotFound();

    private static Task<OpenPlanComparison?> FindAsync(
        (int Number, string? Before, string? After) asked,
        ShirubeDb db,
        Asker asker,
        CancellationToken cancel
    ) => OpenPlanComparison.FindAsync(db, asker.Government!.Value, asked.Number, asked.Before, asked.After, cancel);
}
