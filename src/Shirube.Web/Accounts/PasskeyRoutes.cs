using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Permissions;
using Shirube.Web.Asking;
using Shirube.Web.Hosting;

namespace Shirube.Web.Accounts;

/// <summary>What the script of the passkey forms asks for, and where the forms go.</summary>
internal static class PasskeyRoutes
{
    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-in/passkey/options", AskAsync).DisableAntiforgery().Open();
        routes.MapPost("/sign-in/passkey", SignInAsync).DisableAntiforgery().Open();
        routes.MapPost("/account/passkeys/options", OfferAsync).DisableAntiforgery().May(Act.KeepOwnAccount);
        routes.MapPost("/account/passkeys", AddAsync).DisableAntiforgery().May(Act.KeepOwnAccount);
    }

    private static async Task<IResult> AskAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        PasskeyCeremony ceremony,
        SignInRate rate
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        return rate.Allows(Caller.Of(context).From, null)
            ? Json(context, await ceremony.AskAsync(context))
            : Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        PasskeyCeremony ceremony,
        Store store,
        AccountSettings settings,
        TimeProvider clock,
        Notices notices
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var from = form["from"].ToString();
        if (await ceremony.TakeAnswerAsync(context, form["credential"].ToString()) is { } answer)
        {
            var passkeys = new OwnPasskeys(store, settings, clock);
            var step = await passkeys.SignInAsync(
                answer.Account,
                answer.Passkey,
                Caller.Of(context),
                context.RequestAborted
            );
            if (step.Session is { } session)
            {
                await SessionCookie.SignInAsync(context, step.Account!, session);
                return Results.LocalRedirect(LocalAddress.Of(from));
            }
        }
        var notice = new Notice("Passkey.Failed", []);
        return Results.LocalRedirect(notices.AddressOf("/sign-in" + LocalAddress.Query(from), notice));
    }

    private static async Task<IResult> OfferAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        PasskeyCeremony ceremony,
        ShirubeDb db,
        Asker asker
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var person = await db
            .People.AsNoTracking()
            .SingleAsync(row => row.PersonId == asker.Person, context.RequestAborted);
        return Json(context, await ceremony.OfferAsync(context, person));
    }

    private static async Task<IResult> AddAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        PasskeyCeremony ceremony,
        Store store,
        AccountSettings settings,
        Asker asker,
        TimeProvider clock,
        Notices notices
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var added = await ceremony.TakeNewAsync(context, asker.Person, form["credential"].ToString());
        if (added is null)
            return Results.LocalRedirect(notices.AddressOf("/account", new Notice("Passkey.NotAdded", [])));
        var step = await new OwnPasskeys(store, settings, clock).AddAsync(
            asker,
            SignedIn.Of(context.User)!,
            added,
            form["name"].ToString().Trim(),
            Caller.Of(context),
            context.RequestAborted
        );
        // It says that the factor which is there comes first.
        if (step.Session is not { } session)
            return Results.LocalRedirect("/account/second-factor");
        await SessionCookie.SignInAsync(context, step.Account!, session);
        return Results.LocalRedirect(notices.AddressOf("/account", new Notice("Passkey.Added", [])));
    }

    private static IResult Json(HttpContext context, string json)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(json, "application/json");
    }
}
