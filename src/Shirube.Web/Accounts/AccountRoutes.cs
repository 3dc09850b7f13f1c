using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shirube.Data;
using Shirube.Permissions;
using Shirube.Web.Accounts.Provider;
using Shirube.Web.Asking;
using Shirube.Web.Hosting;

namespace Shirube.Web.Accounts;

/// <summary>What is sent to rather than looked at.</summary>
internal static class AccountRoutes
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-out", LeaveAsync).DisableAntiforgery().Open();
        routes.MapPost("/held-forms/{key}/sent", SendOnAsync).DisableAntiforgery().May(Act.KeepOwnAccount);
        routes.MapPasskeys();
        routes.MapProvider();
    }

    private static async Task<IResult> LeaveAsync(
        HttpContext context,
        Store store,
        TimeProvider clock,
        Notices notices,
        IAntiforgery antiforgery
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (Guid.TryParse(form["session"], out var session))
            return await EndAsync(context, store, clock, notices, session);
        var isEverywhere = form["where"] == "everywhere";
        if (SignedIn.Of(context.User) is { } signedIn && context.Features.Get<Session>() is { } own)
        {
            var leave = new SignOut(store, clock);
            await (
                isEverywhere
                    ? leave.EverywhereAsync(signedIn, own.Asker.From, context.RequestAborted)
                    : leave.HereAsync(signedIn, own.Asker.From, context.RequestAborted)
            );
        }
        await context.SignOutAsync(SessionCookie.Scheme);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        var notice = new Notice(isEverywhere ? "SignOut.DoneEverywhere" : "SignOut.Done", []);
        return Results.LocalRedirect(notices.AddressOf("/sign-in", notice));
    }

    /// <summary>The browser sends the same to where it was meant for, where its token is looked at.</summary>
    private static async Task<IResult> SendOnAsync(HttpContext context, string key, ShirubeDb db, HeldForms forms) =>
        await forms.TakeAsync(db, key, context.RequestAborted) is { } held
            ? Results.LocalRedirect(LocalAddress.Of(held.Address), preserveMethod: true)
            : Results.NotFound();

    /// <summary>The session of another browser of the same person; this one goes on.</summary>
    private static async Task<IResult> EndAsync(
        HttpContext context,
        Store store,
        TimeProvider clock,
        Notices notices,
        Guid session
    )
    {
        if (SignedIn.Of(context.User) is not { } signedIn || context.Features.Get<Session>() is not { } own)
            return Results.LocalRedirect("/sign-in");
        await new SignOut(store, clock).OneAsync(signedIn, session, own.Asker.From, context.RequestAborted);
        return Results.LocalRedirect(notices.AddressOf("/account#sessions", new Notice("SignOut.DoneThere", [])));
    }
}
