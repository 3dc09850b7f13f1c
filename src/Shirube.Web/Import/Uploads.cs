using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Shirube.Documents;
using Shirube.Permissions;
using Shirube.Web.Asking;
using Shirube.Web.Hosting;
using Shirube.Web.Values;

namespace Shirube.Web.Import;

/// <summary>
/// Takes one file as a draft. The body is read as a stream, the token first, so that neither the check of the token
/// nor a file of any size fills memory.
/// </summary>
internal static class Uploads
{
    public const string Address = "/import/files";

    private const int Megabyte = 1024 * 1024;

    /// <summary>A larger body than a file may be is read to its end all the same: only then can the sender see why.</summary>
    public const long BodyLimit = 2L * 1024 * Megabyte;

    private const int FileNameLimit = 200;

    public static void MapUploads(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Address, Receive).DisableAntiforgery().May(Act.ImportDocuments);

    private static async Task<IResult> Receive(
        HttpContext context,
        IAntiforgery antiforgery,
        Asker asker,
        AskedConnection connection,
        Drafts drafts,
        DraftReadings readings,
        Notices notices,
        TimeProvider clock
    )
    {
        // A slow line must not keep a connection from others.
        await connection.ReleaseAsync();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = BodyLimit;
        if (BoundaryOf(context.Request) is not { } boundary)
            return Results.BadRequest();
        var reader = new MultipartReader(boundary, context.Request.Body);
        if (!await HasToken(context, antiforgery, reader))
            return Results.BadRequest();
        string? name = null;
        try
        {
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                    continue;
                if ((name = FileNameOf(disposition)).Length > 0)
                {
                    var draft = await Take(section, name, asker, drafts, clock, context.RequestAborted);
                    return await Read(draft, drafts, readings, context.RequestAborted);
                }
            }
            return Refuse(notices, "Import.NoFile");
        }
        catch (DocumentRefusedException refused)
        {
            return Refuse(notices, refused.Code, [name, .. refused.Arguments.Select(Convert.ToString)]);
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Refuse(notices, "Import.CutOff", name ?? "");
        }
    }

    private static IResult Refuse(Notices notices, string key, params string?[] arguments) =>
        Results.LocalRedirect(notices.AddressOf("/import", new Notice(key, arguments)));

    /// <summary>Nothing stays behind when the file does not come to its end.</summary>
    private static async Task<Draft> Take(
        MultipartSection section,
        string name,
        Asker from,
        Drafts drafts,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var file = drafts.NewFile(from);
        try
        {
            var length = await Save(section.Body, file, cancel);
            if (length == 0)
                throw new DocumentRefusedException("FILE001", name);
            if (length > DocumentReader.FileLimit)
                throw new DocumentRefusedException(
                    "FILE002",
                    name,
                    length / Megabyte,
                    DocumentReader.FileLimit / Megabyte
                );
            return drafts.Add(file, name, from, clock.GetUtcNow().UtcDateTime);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }

    /// <summary>What cannot be imported is no draft either, and nobody waits for it any more.</summary>
    private static async Task<IResult> Read(
        Draft draft,
        Drafts drafts,
        DraftReadings readings,
        CancellationToken cancel
    )
    {
        try
        {
            var read = (await readings.ReadAsync(draft, cancel)).Reading;
            if (read.Kind == ReadingKind.Unknown)
                throw new DocumentRefusedException("IMPORT002", draft.FileName);
            var groups = ReadingGroups.Of(read);
            var form = new ReviewForm(groups, OpenFinding.Of(read, groups));
            drafts.Change(draft.Id, now => now with { Doubts = form.Doubts(now) });
            return Results.LocalRedirect("/import/" + draft.Id);
        }
        catch
        {
            drafts.Remove(draft.Id);
            throw;
        }
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
        try
        {
            // With the token in a header, the check leaves the body alone.
            context.Request.Headers["RequestVerificationToken"] = await Line(first, context.RequestAborted);
            return await antiforgery.IsRequestValidAsync(context);
        }
        catch (Exception e) when (e is AntiforgeryValidationException or IOException)
        {
            return false;
        }
    }

    private static async Task<string> Line(MultipartSection section, CancellationToken cancel)
    {
        using var text = new StreamReader(section.Body);
        var line = new char[4096];
        var read = await text.ReadBlockAsync(line, cancel);
        return new string(line, 0, read).Trim();
    }

    /// <summary>Bytes that came; what is more than a file may have is read and dropped.</summary>
    private static async Task<long> Save(Stream body, string file, CancellationToken cancel)
    {
        var buffer = new byte[64 * 1024];
        long length = 0;
        await using var output = File.Create(file);
        int read;
        while ((read = await body.ReadAsync(buffer, cancel)) > 0)
        {
            length += read;
            if (length <= DocumentReader.FileLimit)
                await output.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return length;
    }

    /// <summary>Without folders, on one line, and no longer than a page can show; its ending stays.</summary>
    private static string FileNameOf(ContentDispositionHeaderValue disposition)
    {
        var given = disposition.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(disposition.FileName).Value ?? "";
        var name = FindingText.Plain(Path.GetFileName(given.Replace('\\', '/')));
        var ending = Path.GetExtension(name);
        return name.Length <= FileNameLimit ? name
            : ending.Length > 10 ? name[..FileNameLimit]
            : name[..(FileNameLimit - ending.Length)] + ending;
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
}
