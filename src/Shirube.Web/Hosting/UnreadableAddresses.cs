using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Shirube.Web.Hosting;

/// <summary>Addresses that name no page of the site, answered before a page trips over them.</summary>
internal static class UnreadableAddresses
{
    /// <summary>Without a host that an address can be made of, no page can be shown: a line of text says so.</summary>
    public static void RefuseUnreadableHosts(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                var host = context.Request.Host;
                if (
                    host.HasValue && Uri.TryCreate($"{context.Request.Scheme}://{host.Value}/", UriKind.Absolute, out _)
                )
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                context.Response.ContentType = "text/plain; charset=utf-8";
                return context.Response.WriteAsync("400 Host\n", context.RequestAborted);
            }
        );

    /// <summary>A version that is no number, a path that goes over lines, and a zero character, which no text may have.</summary>
    public static Task LeadNowhere(HttpContext context, RequestDelegate next)
    {
        if (
            FailurePages.IsFailure(context)
            || (
                Array.TrueForAll(Versions, name => IsVersion(context.Request.Query[name]))
                && IsOneLine(context.Request.Path)
                && IsText(context.Request.Query)
            )
        )
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>The fields of an address that name a version.</summary>
    private static readonly string[] Versions = ["version", "old", "new"];

    private static bool IsVersion(StringValues field) =>
        field is not [{ Length: > 0 } version]
            ? field.Count < 2
            : int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool IsText(IQueryCollection query) =>
        !query.Any(field => field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true));

    private static bool IsOneLine(PathString path) => path.Value is not { } text || !text.Any(char.IsControl);
}
