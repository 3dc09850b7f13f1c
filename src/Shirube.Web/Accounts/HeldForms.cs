using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirube.Data;
using Shirube.People;
using Shirube.Web.Asking;
using Shirube.Web.Hosting;

namespace Shirube.Web.Accounts;

/// <summary>
/// Keeps what somebody sends after the session ended, until the same person is back: nothing that was typed is lost.
/// Whose it is, the ended session's cookie says; without one, nothing is kept.
/// </summary>
internal sealed class HeldForms(
    Store store,
    Secrets secrets,
    IOptionsMonitor<CookieAuthenticationOptions> cookies,
    TimeProvider clock
)
{
    private const string Purpose = "held-form";
    private const string Token = "__RequestVerificationToken";
    private const int LargestContent = 4 << 20;
    private static readonly TimeSpan Time = TimeSpan.FromHours(1);

    /// <returns>Where to go on after the sign-in: the page of what was typed, or home where nothing is kept.</returns>
    public async Task<string> HoldAsync(HttpContext context)
    {
        if (!IsOurOwn(context.Request) || EndedSession(context) is not { } person)
            return "/";
        // Passwords and codes are not kept.
        if (context.Request.Path.StartsWithSegments("/account"))
            return "/account";
        FailurePages.LeaveToken(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fields = form.Where(field => field.Key != Token)
            .SelectMany(field => field.Value.Select(value => new HeldField(field.Key, value ?? "")));
        var held = new HeldForm(context.Request.Path + context.Request.QueryString, [.. fields], form.Files.Count > 0);
        var content = JsonSerializer.Serialize(held);
        if (content.Length > LargestContent)
            return "/";
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await using var db = store.NewContext(new Scope(null, person));
        await db.Database.ExecuteSqlAsync($"select drop_expired_forms()", context.RequestAborted);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into held_form (key_hash, person_id, content, expires_at)
            values ({Invitation.HashOf(key)}, {person}, {secrets.Carry(Purpose, content, Time)}, {clock.GetUtcNow()
                + Time})
            """,
            context.RequestAborted
        );
        return "/held-forms/" + key;
    }

    /// <param name="db">Of the person who asks: what others sent is not there.</param>
    public async Task<HeldForm?> FindAsync(ShirubeDb db, string key, CancellationToken cancel)
    {
        var hash = Invitation.HashOf(key);
        var content = await db
            .Database.SqlQuery<string>(
                $"select content as \"Value\" from held_form where key_hash = {hash} and person_id = {db.Scope.Person}"
            )
            .SingleOrDefaultAsync(cancel);
        return secrets.Read(Purpose, content) is { } json ? JsonSerializer.Deserialize<HeldForm>(json) : null;
    }

    /// <summary>The same, once: its sender sends it on, and nothing of it stays.</summary>
    public async Task<HeldForm?> TakeAsync(ShirubeDb db, string key, CancellationToken cancel)
    {
        var held = await FindAsync(db, key, cancel);
        var hash = Invitation.HashOf(key);
        await db.Database.ExecuteSqlAsync($"delete from held_form where key_hash = {hash}", cancel);
        return held;
    }

    /// <summary>Sent by a person from a page of ours; a script that saves by itself keeps what it has and tries again.</summary>
    private static bool IsOurOwn(HttpRequest request)
    {
        var (site, mode) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers["Sec-Fetch-Mode"].ToString());
        var origin = request.Headers.Origin.ToString();
        return HttpMethods.IsPost(request.Method)
            && request.HasFormContentType
            && site is ("" or "same-origin")
            && mode is ("" or "navigate")
            && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host.Value}");
    }

    /// <summary>Also one that has run out: it no longer opens anything, and still says whose it was.</summary>
    private Guid? EndedSession(HttpContext context)
    {
        var options = cookies.Get(SessionCookie.Scheme);
        var cookie = options.CookieManager.GetRequestCookie(context, options.Cookie.Name!);
        return cookie is not null && options.TicketDataFormat.Unprotect(cookie) is { } ticket
            ? SignedIn.Of(ticket.Principal)?.Person
            : null;
    }
}
