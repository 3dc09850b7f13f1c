using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Shirube.Web.Asking;

namespace Shirube.Web.Hosting;

/// <summary>Japanese unless a person asked for English; what the browser prefers does not change an office's screens.</summary>
internal static class Languages
{
    private static readonly CultureInfo[] Supported = [new("ja"), new("en")];

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture("ja");
        options.SupportedCultures = Supported;
        options.SupportedUICultures = Supported;
        options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = "shirube-language" }];
    }

    public static void MapLanguages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/language/{language}", Switch).Open();

    private static IResult Switch(HttpContext context, string language, string? from)
    {
        if (!Supported.Any(culture => culture.Name == language))
            return Results.NotFound();
        context.Response.Cookies.Append(
            "shirube-language",
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromDays(365),
                Secure = context.Request.IsHttps,
            }
        );
        return Results.LocalRedirect(IsLocal(from) ? from! : "/");
    }

    public static bool IsLocal(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.AsSpan().ContainsAnyInRange('\0', '\x1F');
}
