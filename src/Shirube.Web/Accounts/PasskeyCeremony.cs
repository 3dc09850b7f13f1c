using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Shirube.People;

namespace Shirube.Web.Accounts;

/// <summary>
/// パスキー: what the site asks the browser for and what comes back. Between the two the question lies in a cookie that
/// only the site can read, so that any of its nodes can take the answer.
/// </summary>
internal sealed class PasskeyCeremony(IPasskeyHandler<Account> handler, Secrets secrets)
{
    private const string Cookie = "shirube-passkey";
    private const string Creating = "passkey-create";
    private const string Asking = "passkey-get";
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(5);

    /// <returns>JSON for <c>navigator.credentials.create</c>.</returns>
    public async Task<string> OfferAsync(HttpContext context, Person person)
    {
        var user = new PasskeyUserEntity
        {
            Id = person.PersonId.ToString("D"),
            Name = person.Mail,
            DisplayName = person.Name,
        };
        var offered = await handler.MakeCreationOptionsAsync(user, context);
        Keep(context, Creating, offered.AttestationState ?? "");
        return offered.CreationOptionsJson;
    }

    /// <returns>The new passkey, or null where it is none that was asked for now and for this person.</returns>
    public async Task<UserPasskeyInfo?> TakeNewAsync(HttpContext context, Guid person, string credential)
    {
        if (Kept(context, Creating) is not { } state)
            return null;
        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = context,
                CredentialJson = credential,
                AttestationState = state,
            }
        );
        return result.Succeeded && result.UserEntity.Id == person.ToString("D") ? result.Passkey : null;
    }

    /// <returns>JSON for <c>navigator.credentials.get</c>; names nobody.</returns>
    public async Task<string> AskAsync(HttpContext context)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, context);
        Keep(context, Asking, asked.AssertionState ?? "");
        return asked.RequestOptionsJson;
    }

    /// <returns>Whose passkey it is, and its state after this use; null where it proves nothing.</returns>
    public async Task<(Account Account, UserPasskeyInfo Passkey)?> TakeAnswerAsync(
        HttpContext context,
        string credential
    )
    {
        if (Kept(context, Asking) is not { } state)
            return null;
        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = context,
                CredentialJson = credential,
                AssertionState = state,
            }
        );
        return result.Succeeded ? (result.User, result.Passkey) : null;
    }

    private void Keep(HttpContext context, string purpose, string state) =>
        context.Response.Cookies.Append(Cookie, secrets.Carry(purpose, state, Time), Options(context));

    /// <summary>Each question is answered once.</summary>
    private string? Kept(HttpContext context, string purpose)
    {
        context.Response.Cookies.Delete(Cookie, Options(context));
        return secrets.Read(purpose, context.Request.Cookies[Cookie]);
    }

    private static CookieOptions Options(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
        };
}
