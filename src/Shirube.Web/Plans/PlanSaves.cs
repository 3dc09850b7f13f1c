using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Web.Asking;
using Shirube.Web.Values;

namespace Shirube.Web.Plans;

/// <summary>
/// What pages send while somebody types: one passage, or the cells that changed. The answer says what became of it, in
/// words; a save costs what changed, not the plan.
/// </summary>
internal static class PlanSaves
{
    private const string Plan = "/governments/{code}/plans/{number:int}";

    public static void MapPlanSaves(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Plan + "/passages", Passage).DisableAntiforgery().May(Act.WritePlans);
        routes.MapPost(Plan + "/cells", Cells).DisableAntiforgery().May(Act.WritePlans);
        routes.MapPost(Plan + "/cells/undo", Undo).DisableAntiforgery().May(Act.WritePlans);
    }

    private static async Task<IResult> Passage(
        int number,
        HttpContext context,
        IAntiforgery antiforgery,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.BadRequest();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!int.TryParse(form["seen"], out var seen))
            return Results.BadRequest();
        int? rival = int.TryParse(form["rival"], out var kept) ? kept : null;
        var typed = new TypedPassage(form["key"].ToString(), form["text"].ToString(), seen, Rival: rival);
        var saved = await new SavePassage(db, clock).ExecuteAsync(asker, number, typed, context.RequestAborted);
        return saved.Fault is { } fault
            ? Results.Json(new { fault = FaultText.Of(fault) }, statusCode: StatusCodes.Status409Conflict)
            : Results.Json(
                new
                {
                    saved.Revision,
                    saved.Rival,
                    at = ValueText.Moment(clock.GetUtcNow()),
                }
            );
    }

    private static async Task<IResult> Cells(
        int number,
        HttpContext context,
        IAntiforgery antiforgery,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.BadRequest();
        var edits = CellForm.Read(await context.Request.ReadFormAsync(context.RequestAborted));
        return Answer(await new SaveCells(db, clock).ExecuteAsync(asker, number, edits, context.RequestAborted));
    }

    private static async Task<IResult> Undo(
        int number,
        HttpContext context,
        IAntiforgery antiforgery,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock
    ) =>
        await antiforgery.IsRequestValidAsync(context)
            ? Answer(await new SaveCells(db, clock).UndoAsync(asker, number, context.RequestAborted))
            : Results.BadRequest();

    private static IResult Answer(CellsSaved saved) =>
        saved.Fault is { } fault
            ? Results.Json(new { fault = FaultText.Of(fault) }, statusCode: StatusCodes.Status409Conflict)
            : Results.Json(
                new
                {
                    saved.Change,
                    saved.Made,
                    Unknown = saved.Unknown.Where(cell => cell.Text.Length > 0).Select(Place),
                    Removed = saved.Removed.Select(Place),
                    Conflicts = saved.Conflicts.Select(cell => new
                    {
                        cell.Indicator,
                        cell.Column,
                        cell.Text,
                        Now = cell.Seen,
                    }),
                }
            );

    private static object Place(CellEdit cell) => new { cell.Indicator, cell.Column };
}
