using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Shirube.Web.Accounts.Provider;

/// <summary>
/// OpenID Connect on the framework's code flow with PKCE: adds the nonce, and believes the token only after all checks.
/// </summary>
internal sealed class ProviderHandler(
    IOptionsMonitor<ProviderOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ProviderDocuments documents
) : OAuthHandler<ProviderOptions>(options, logger, encoder)
{
    public const string MailClaim = "mail";
    private const string Nonce = "nonce";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await LoadAsync();
        properties.Items[Nonce] = Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N");
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) =>
        QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, properties.Items[Nonce]!);

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        await LoadAsync();
        return await base.HandleRemoteAuthenticateAsync();
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity,
        AuthenticationProperties properties,
        OAuthTokenResponse tokens
    )
    {
        if (
            tokens.Response?.RootElement.TryGetProperty("id_token", out var text) != true
            || text.GetString() is not { } sent
        )
            throw new ProviderRefusedException("No token.");
        var nonce = properties.Items.TryGetValue(Nonce, out var asked) ? asked : null;
        var document = await documents.SigningAsync(Backchannel, sent, Context.RequestAborted);
        using var token = IdToken.Check(
            sent,
            document,
            Options.Issuer,
            Options.ClientId,
            nonce,
            TimeProvider.GetUtcNow()
        );
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, token.Subject));
        var settings = documents.Settings;
        if (
            token.Text(settings.MailClaim) is { } mail
            && (settings.VerifiesMail || token.Says("email_verified"))
            && settings.Vouches(mail)
        )
            identity.AddClaim(new Claim(MailClaim, mail));
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    private async Task LoadAsync()
    {
        var document = await documents.FindAsync(Backchannel, Context.RequestAborted);
        (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (
            document.AuthorizationEndpoint,
            document.TokenEndpoint
        );
    }
}
