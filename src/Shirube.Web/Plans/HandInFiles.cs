using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Writing;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Plans.HandIn;
using Shirube.Web.Asking;

namespace Shirube.Web.Plans;

/// <summary>The files of a plan that is handed in: written anew, or the ministry's form filled.</summary>
internal static class HandInFiles
{
    private const string Address = "/governments/{code}/plans/{number:int}/hand-in";
    private const int FileNameLimit = 200;

    public static void MapHandIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address + "/file", Write).May(Act.ReadPlans);
        routes.MapPost(Address + "/form", Fill).DisableAntiforgery().May(Act.ReadPlans);
    }

    public static string NameOf(string given)
    {
        var name = FindingText.Plain(Path.GetFileName(given.Replace('\\', '/')));
        return name.Length <= FileNameLimit ? name : name[^FileNameLimit..];
    }

    /// <summary>At most one byte more than a form may have: the rest of a larger file is of no use.</summary>
    public static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        await using var stream = file.OpenReadStream();
        var content = new byte[(int)Math.Min(file.Length, ExportPlan.FormLimit + 1L)];
        await stream.ReadExactlyAsync(content, cancel);
        return content;
    }

    private static async Task<IResult> Write(
        string code,
        int number,
        string? format,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var wanted = DocumentWriter.Formats.Where(one => DocumentWriter.EndingOf(one)[1..] == format).ToList();
        if (wanted.Count == 0)
            return Results.NotFound();
        var exported = await new ExportPlan(db, clock).ExecuteAsync(asker, number, wanted[0], cancel);
        if (exported is null)
            return Results.NotFound();
        return exported.Content is null
            ? Results.Text(FaultText.Of(exported.Fault!), statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.File(exported.Content, DocumentWriter.ContentTypeOf(wanted[0]), exported.Name);
    }

    private static async Task<IResult> Fill(
        string code,
        int number,
        HttpContext context,
        IAntiforgery antiforgery,
        ShirubeDb db,
        Asker asker,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        // As the framework would, but with an answer that says whose fault it is.
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.BadRequest();
        var sent = await context.Request.ReadFormAsync(cancel);
        var (name, form) = (sent["name"].ToString(), sent["form"].ToString());
        var empty = new byte[(form.Length * 3 / 4) + 3];
        if (name.Length == 0 || !Convert.TryFromBase64String(form, empty, out var length))
            return Results.BadRequest();
        try
        {
            var filling = await new ExportPlan(db, clock).FillAsync(
                asker,
                number,
                NameOf(name),
                empty[..length],
                cancel
            );
            if (filling is null)
                return Results.NotFound();
            return filling.Content is null
                ? Results.Text(FaultText.Of(filling.Fault!), statusCode: StatusCodes.Status422UnprocessableEntity)
                : Results.File(
                    filling.Content,
                    "application/octet-stream",
                    ExportPlan.FilledName(NameOf(name), filling)
                );
        }
        catch (DocumentRefusedException refused)
        {
            return Results.Text(FindingText.MessageOf(refused), statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }
}
