using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shirube.Data;
using Shirube.Documents.Comparison;
using Shirube.Permissions;
using Shirube.Plans.HandIn;
using Shirube.Web.Asking;
using static Shirube.Web.Texts;

namespace Shirube.Web.Comparison;

/// <summary>新旧対照表 of two states of a plan under writing as files, and the head and foot of its printed pages.</summary>
internal static class PlanComparisonDownloads
{
    private const string Of = "/governments/{code}/plans/{number:int}/comparison";

    public static void MapPlanComparison(this IEndpointRouteBuilder routes)
    {
        foreach (var ending in ComparisonFile.Endings)
            routes
                .MapGet(
                    Of + ending,
                    async (
                        int number,
                        string? before,
                        string? after,
                        string? show,
                        ShirubeDb db,
                        Asker asker,
                        TimeProvider clock,
                        CancellationToken cancel
                    ) =>
                        ComparisonDownloads.File(
                            await new ExportPlanComparison(db, clock).ExecuteAsync(
                                asker,
                                number,
                                (before, after),
                                ending,
                                ComparisonDownloads.IsWhole(show),
                                cancel
                            )
                        )
                )
                .May(Act.ReadPlans);
        routes.MapGet(Of + "/print.css", Print).May(Act.ReadPlans);
    }

    private static async Task<IResult> Print(
        int number,
        string? before,
        string? after,
        ShirubeDb db,
        Asker asker,
        CancellationToken cancel
    ) =>
        await OpenPlanComparison.FindAsync(db, asker.Government!.Value, number, before, after, cancel) is { } open
            ? ComparisonDownloads.Frame(
                $"{open.Head.Government}　{open.Head.Name}　{T("Comparison.Title")}",
                $"{open.Before.Name}→{open.After.Name}",
                ""
            )
            : Results.NotFound();
}
