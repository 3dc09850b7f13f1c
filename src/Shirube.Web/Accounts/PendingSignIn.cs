using Microsoft.AspNetCore.Http;

namespace Shirube.Web.Accounts;

/// <summary>Between a right password and its code: who it was, in a cookie that only the next step receives.</summary>
internal sealed class PendingSignIn(Secrets secrets)
{
    private const string Name = "shirube-sign-in";
    private const string Purpose = "second-step";
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(10);

    /// <param name="Stamp">The account's at that moment.</param>
    public sealed record Waiting(Guid Person, string Stamp);

    public void Write(HttpContext context, Account account) =>
        context.Response.Cookies.Append(
            Name,
            secrets.Carry(Purpose, $"{account.Id:D} {account.SecurityStamp}", Time),
            Options(context)
        );

    public Waiting? Read(HttpContext context) =>
        secrets.Read(Purpose, context.Request.Cookies[Name])?.Split(' ') is [var person, var stamp]
            ? new(Guid.Parse(person), stamp)
            : null;

    public void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    private static CookieOptions Options(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/sign-in",
        };
}
