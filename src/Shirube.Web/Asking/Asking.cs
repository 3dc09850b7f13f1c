using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Web.Accounts;
using Shirube.Web.Hosting;

namespace Shirube.Web.Asking;

/// <summary>Every request: who asks, for which government, and whether they may. What says nothing of that is refused.</summary>
internal static class Asking
{
    /// <summary>For which government somebody acts who works for several; checked against their posts each time.</summary>
    public const string ChosenCookie = "shirube-government";

    public static void AddAsking(this IServiceCollection services)
    {
        services.AddScoped<AskedConnection>();
        services.AddScoped(provider =>
            SessionOf(provider)?.Asker ?? throw new InvalidOperationException("Nobody asks.")
        );
        services.TryAddScoped(provider =>
            provider
                .GetRequiredService<Store>()
                .NewContext(
                    SessionOf(provider)?.Asker.Scope ?? Scope.None,
                    provider.GetRequiredService<AskedConnection>().Held
                )
        );
    }

    public static void UseAsking(this WebApplication app) => app.Use(AdmitAsync);

    private static Session? SessionOf(IServiceProvider provider) =>
        provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Session>();

    private static async Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        var endpoint = context.GetEndpoint();
        var open = endpoint?.Metadata.GetMetadata<OpenAttribute>();
        if (open?.IsAsset == true || FailurePages.IsFailure(context))
        {
            await next(context);
            return;
        }
        var session = SignedIn.Of(context.User) is { } signedIn ? await FindAsync(context, signedIn) : null;
        context.Features.Set(session);
        // What one person saw is not for the next one at the same machine.
        if (session is not null)
            context.Response.Headers.CacheControl = "no-cache, no-store";
        // An endpoint without an address is the framework's answer that there is none for this method.
        try
        {
            if (endpoint is not RouteEndpoint || open is not null || await AdmitsAsync(context, endpoint, session))
                await next(context);
        }
        finally
        {
            // The page of a refusal comes after this, and asks the database itself.
            await context.RequestServices.GetRequiredService<AskedConnection>().CloseAsync();
        }
    }

    private static async Task<Session?> FindAsync(HttpContext context, SignedIn signedIn)
    {
        var services = context.RequestServices;
        var connection = services.GetRequiredService<AskedConnection>();
        var session = await SessionQuery.FindAsync(
            await connection.OpenAsync(context.RequestAborted),
            signedIn,
            context.GetRouteValue("code") as string,
            GovernmentCode.TryParse(context.Request.Cookies[ChosenCookie], out var chosen) ? chosen.Value : null,
            JapanDay.Today(services.GetRequiredService<TimeProvider>()),
            AddressOf(context),
            context.RequestAborted
        );
        // The connection was told the scope before it was known that the session has ended.
        if (session is null)
            await connection.ReleaseAsync();
        else if (WorksOnItsOwn(context.Request.Path))
            await connection.CloseAsync();
        return session;
    }

    /// <summary>What changes an account does so in a transaction of its own, as the person in no government.</summary>
    private static bool WorksOnItsOwn(PathString path) =>
        path.StartsWithSegments("/account")
        || path.StartsWithSegments("/sign-in")
        || path.StartsWithSegments("/sign-out")
        || path.StartsWithSegments("/invitations");

    /// <summary>When not, the answer is made.</summary>
    private static async Task<bool> AdmitsAsync(HttpContext context, Endpoint endpoint, Session? session)
    {
        if (endpoint.Metadata.GetMetadata<MayAttribute>() is not { } may)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return false;
        }
        if (session is null && context.Request.Headers["Sec-Fetch-Dest"] == "empty")
        {
            // A script cannot sign in; it tells the person.
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return false;
        }
        if (session is null)
        {
            context.Response.Redirect(await SignInAddressAsync(context));
            return false;
        }
        // Nothing but the account itself, not even the home page: it shows what waits and what is there.
        if (!context.Request.Path.StartsWithSegments("/account") && (session.MustChangePassword || session.LacksFactor))
        {
            context.Response.Redirect(session.MustChangePassword ? "/account/password" : "/account/second-factor");
            return false;
        }
        if (!may.Shared && context.GetRouteValue("code") is string code && session.Asker.Government?.Value != code)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return false;
        }
        if (!session.Asker.May(may.Act))
        {
            context.Features.Set(new Refused(may.Act));
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return false;
        }
        return true;
    }

    /// <summary>What was sent is kept until its sender is back.</summary>
    private static async Task<string> SignInAddressAsync(HttpContext context)
    {
        var address = HttpMethods.IsGet(context.Request.Method)
            ? context.Request.Path + context.Request.QueryString
            : await context.RequestServices.GetRequiredService<HeldForms>().HoldAsync(context);
        return "/sign-in" + QueryString.Create("from", address);
    }

    /// <summary>The network address, as the audit trail keeps it.</summary>
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "?";
}

/// <summary>For what the person was refused; the page of the refusal says it.</summary>
internal sealed record Refused(Act Act);
