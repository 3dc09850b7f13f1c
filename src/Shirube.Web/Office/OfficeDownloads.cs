using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Documents.Writing;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Web.Asking;
using Shirube.Web.Import;
using static Shirube.Web.Texts;

namespace Shirube.Web.Office;

/// <summary>
/// What an office takes out as files: the audit trail and all that is held of a person. Each is recorded, so a form asks for it
/// and not a link that something could follow by itself.
/// </summary>
internal static class OfficeDownloads
{
    public static void MapOfficeDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/governments/{code}/audit.csv", AuditAsync).May(Act.ReadAudit);
        routes.MapPost("/governments/{code}/people/{person:guid}/export", PersonAsync).May(Act.ManagePeople);
    }

    private static async Task AuditAsync(
        HttpContext context,
        string code,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        [FromServices] IAntiforgery antiforgery
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var errors = new List<FormError>();
        var query = await AuditSearch.ReadAsync(db, context.Request.Query, errors, context.RequestAborted);
        if (errors.Count > 0)
        {
            // The page of the same address says what is wrong with the conditions.
            context.Response.Redirect($"/governments/{code}/audit{context.Request.QueryString}");
            return;
        }
        context.Response.ContentType = "text/csv; charset=utf-8";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(FileName.Of(code, T("Audit.Title"), ".csv"));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        await new ExportAudit(db, clock).ExecuteAsync(asker, query, context.Response.Body, context.RequestAborted);
    }

    private static async Task<IResult> PersonAsync(
        HttpContext context,
        string code,
        Guid person,
        Store store,
        Asker asker,
        AskedConnection connection,
        TimeProvider clock,
        [FromServices] IAntiforgery antiforgery
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.BadRequest();
        // It looks under several scopes, on connections of its own.
        await connection.CloseAsync();
        var export = new ExportPerson(scope => store.NewContext(scope), clock);
        var (json, _) = await export.ExecuteAsync(asker, person, context.RequestAborted);
        return json is null
            ? Results.NotFound()
            : Results.File(json, "application/json", FileName.Of($"{code}-{person}", T("File.Person"), ".json"));
    }
}
