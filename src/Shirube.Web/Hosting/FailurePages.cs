using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Shirube.Permissions;
using Shirube.Web.Asking;
using Shirube.Web.Import;

namespace Shirube.Web.Hosting;

/// <summary>Every answer that would be blank becomes a page that says what happened and what to do.</summary>
internal static class FailurePages
{
    public static void UseFailurePages(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                CreateScopeForErrors = true,
                StatusCodeSelector = StatusOf,
                // Who may not is told, and is no fault of the program's.
                SuppressDiagnosticsCallback = failure => failure.Exception is NotPermittedException,
            }
        );
        app.UseStatusCodePagesWithReExecute("/error", createScopeForStatusCodePages: true);
        app.Use(UnreadableAddresses.LeadNowhere);
        app.Use(AskAsGet);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAsking();
        app.Use(ReadToItsEnd);
        app.Use(TakeFormsAlone);
        app.UseAntiforgery();
        app.Use(LeaveTokenToThePage);
    }

    /// <summary>A failure is being shown, rather than the address of its page opened.</summary>
    public static bool IsFailure(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>() is not null
        || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    /// <summary>What cannot be read as a form is the sender's doing, all else is ours.</summary>
    private static int StatusOf(Exception failure) =>
        failure switch
        {
            BadHttpRequestException refused => refused.StatusCode,
            NotPermittedException => StatusCodes.Status403Forbidden,
            InvalidDataException => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status500InternalServerError,
        };

    /// <summary>
    /// The page of a failure is shown whatever the request was; and HEAD asks for what GET would say, of which the
    /// server sends the head alone.
    /// </summary>
    private static async Task AskAsGet(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method) || IsFailure(context))
        {
            context.Request.Method = HttpMethods.Get;
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            if (IsFailure(context))
                context.Request.Path = "/error";
        }
        await next(context);
        // A form that is refused for its token names a type for the body that it has not.
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false })
            context.Response.ContentType = null;
    }

    /// <summary>A form of any size is read and dropped: only then can the sender see why it is refused.</summary>
    private static async Task ReadToItsEnd(HttpContext context, RequestDelegate next)
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (
            limit is not { IsReadOnly: false }
            || !(context.Request.ContentLength > limit.MaxRequestBodySize)
            || context.Request.ContentLength > Uploads.BodyLimit
            || context.Request.Path == Uploads.Address
        )
        {
            await next(context);
            return;
        }
        limit.MaxRequestBodySize = Uploads.BodyLimit;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }

    /// <summary>
    /// What is posted without being a form says nothing that a page could answer; nor does a form in letters of another
    /// kind than ours, or with a zero character, which the database refuses.
    /// </summary>
    private static async Task TakeFormsAlone(HttpContext context, RequestDelegate next)
    {
        var isTaken =
            !HttpMethods.IsPost(context.Request.Method)
            || context.GetEndpoint() is null
            || (context.Request.HasFormContentType && IsOurs(context.Request) && await IsTextAsync(context));
        if (isTaken)
            await next(context);
        else
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private static readonly HashSet<string?> Letters = new(StringComparer.OrdinalIgnoreCase) { "utf-8", "us-ascii" };

    public static bool IsOurs(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || Letters.Contains(type.Charset.Value));

    /// <summary>A file on its way in is a stream and no text.</summary>
    private static async Task<bool> IsTextAsync(HttpContext context)
    {
        if (context.Request.Path == Uploads.Address)
            return true;
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return form.All(field => !field.Value.ToString().Contains('\0', StringComparison.Ordinal));
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            context.Features.Set(new UnreadableForm());
            return false;
        }
    }

    /// <summary>
    /// A page that asks for no token checks it itself, so that it can show again what was typed. Without a word on
    /// that, components refuse the form before the page sees it.
    /// </summary>
    private static Task LeaveTokenToThePage(HttpContext context, RequestDelegate next)
    {
        var said = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAntiforgeryMetadata>() ?? [];
        if (said.Any(antiforgery => !antiforgery.RequiresValidation))
            LeaveToken(context);
        return next(context);
    }

    /// <summary>Lets the page read a form whose token is not valid.</summary>
    public static void LeaveToken(HttpContext context) =>
        context.Features.Set<IAntiforgeryValidationFeature>(new LeftToThePage());

    /// <summary>The form was too large for a form, or broke off.</summary>
    public sealed class UnreadableForm;

    private sealed class LeftToThePage : IAntiforgeryValidationFeature
    {
        public bool IsValid => true;
        public Exception? Error => null;
    }
}
