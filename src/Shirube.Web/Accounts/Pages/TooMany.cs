using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shirube.Web.Import;
using static Shirube.Web.Texts;

namespace Shirube.Web.Accounts.Pages;

/// <summary>The answer to who tries too often.</summary>
internal static class TooMany
{
    private const int WaitSeconds = 60;

    public static FormError Tell(HttpContext context, string field)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = WaitSeconds.ToString(CultureInfo.InvariantCulture);
        return new(field, T("SignIn.TooMany"));
    }
}
