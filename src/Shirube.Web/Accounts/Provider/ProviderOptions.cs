using Microsoft.AspNetCore.Authentication.OAuth;

namespace Shirube.Web.Accounts.Provider;

/// <summary>What the framework's handler needs, and what it leaves to us to check.</summary>
internal sealed class ProviderOptions : OAuthOptions
{
    public string Issuer { get; set; } = "";
}
