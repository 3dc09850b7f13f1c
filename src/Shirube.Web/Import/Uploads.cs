using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Shirube.Documents;
using Shirube.Web.Hosting;

namespace Shirube.Web.Import;

/// <summary>
/// Takes one file as a draft. The body is read as a stream, the token first, so that neither the check of the token
/// nor a file of any size fills memory.
/// </summary>
internal static class Uploads
{
    public const long FileLimit = 100L * 1024 * 1024;

    /// <summary>A larger body than a file may be is read to its end all the same: only then can the sender see why.</summary>
    private const long BodyLimit = 2L * 1024 * 1024 * 1024;

    public static void MapUploads(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/import/files", Receive).DisableAntiforgery();

    private static async Task<IResult> Receive(
        HttpContext context,
        IAntiforgery antiforgery,
        Drafts drafts,
        DraftReadings readings,
        Notices notices,
        TimeProvider clock
    )
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = BodyLimit;
        if (BoundaryOf(context.Request) is not { } boundary)
            return Results.BadRequest();
        var reader = new MultipartReader(boundary, context.Request.Body);
        if (!await HasToken(context, antiforgery, reader))
            return Results.BadRequest();

        IResult Refuse(string key, params string?[] arguments) =>
            Results.LocalRedirect("/import?notice=" + Uri.EscapeDataString(notices.Write(new Notice(key, arguments))));

        while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                continue;
            var name = Path.GetFileName(
                (
                    disposition.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(disposition.FileName).Value ?? ""
                ).Replace('\\', '/')
            );
            if (name.Length == 0)
                continue;
            var file = drafts.NewFile();
            var length = await Save(section.Body, file, context.RequestAborted);
            if (length is null or 0)
            {
                File.Delete(file);
                return length is null ? Refuse("Import.TooLarge", name) : Refuse("Import.Empty", name);
            }
            var draft = drafts.Add(file, name, clock.GetUtcNow().UtcDateTime);
            try
            {
                readings.Read(draft, context.RequestAborted);
            }
            catch (DocumentRefusedException refused)
            {
                drafts.Remove(draft.Id);
                return Refuse(refused.Code, [name, .. refused.Arguments.Select(Convert.ToString)]);
            }
            return Results.LocalRedirect("/import/" + draft.Id);
        }
        return Refuse("Import.NoFile");
    }

    /// <summary>Null when the body is no form, or was cut off before its first field.</summary>
    private static async Task<MultipartSection?> FirstSection(MultipartReader reader, CancellationToken cancel)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancel);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<bool> HasToken(HttpContext context, IAntiforgery antiforgery, MultipartReader reader)
    {
        if (await FirstSection(reader, context.RequestAborted) is not { } first)
            return false;
        using var text = new StreamReader(first.Body);
        var token = new char[4096];
        var read = await text.ReadBlockAsync(token, context.RequestAborted);
        // With the token in a header, the check leaves the body alone.
        context.Request.Headers["RequestVerificationToken"] = new string(token, 0, read);
        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }

    /// <summary>Bytes written; null when there were more than a file may have (the rest is read and dropped).</summary>
    private static async Task<long?> Save(Stream body, string file, CancellationToken cancel)
    {
        var buffer = new byte[64 * 1024];
        long length = 0;
        await using var output = File.Create(file);
        int read;
        while ((read = await body.ReadAsync(buffer, cancel)) > 0)
        {
            length += read;
            if (length <= FileLimit)
                await output.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return length <= FileLimit ? length : null;
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
}
