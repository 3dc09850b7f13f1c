using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Web.Asking;

namespace Shirube.Web.Accounts;

/// <summary>
/// The cookie of a session: encrypted, out of the reach of scripts, not sent along from other sites. It names the
/// session; what the person may do is asked of the database on each request.
/// </summary>
internal static class SessionCookie
{
    public const string Scheme = "shirube";
    private const string Name = "shirube-session";

    public static void Add(IServiceCollection services, AccountSettings settings) =>
        services
            .AddAuthentication(Scheme)
            .AddCookie(
                Scheme,
                cookie =>
                {
                    cookie.Cookie.Name = Name;
                    cookie.Cookie.HttpOnly = true;
                    // Lax: a link in a mail leads a signed-in person to the page, and nothing can be posted from elsewhere.
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    cookie.ExpireTimeSpan = settings.Idle;
                    cookie.SlidingExpiration = true;
                    // Where to go without a session is for the site to say, not for the cookie.
                    cookie.Events.OnRedirectToLogin = Leave;
                    cookie.Events.OnRedirectToAccessDenied = Leave;
                    cookie.Events.OnValidatePrincipal = EndAtItsLimit;
                }
            );

    public static Task SignInAsync(HttpContext context, Account account, AccountSession session) =>
        context.SignInAsync(
            Scheme,
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [
                        new(ClaimTypes.NameIdentifier, account.Id.ToString("D")),
                        new(SignedIn.StampClaim, account.SecurityStamp!),
                        new(SignedIn.FactorClaim, session.Factor),
                        new(SignedIn.SessionClaim, session.SessionId.ToString("D")),
                        new(
                            SignedIn.UntilClaim,
                            session.ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
                        ),
                    ],
                    Scheme
                )
            )
        );

    private static Task Leave(RedirectContext<CookieAuthenticationOptions> redirect) => Task.CompletedTask;

    private static Task EndAtItsLimit(CookieValidatePrincipalContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (
            !long.TryParse(context.Principal?.FindFirstValue(SignedIn.UntilClaim), out var until)
            || now.ToUnixTimeSeconds() >= until
        )
            context.RejectPrincipal();
        return Task.CompletedTask;
    }
}
