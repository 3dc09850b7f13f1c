using Microsoft.Extensions.Configuration;

namespace Shirube.Web.Accounts.Provider;

/// <summary>所属団体の認証: the organisation's own OpenID Connect provider, where it has one.</summary>
/// <param name="Issuer"><c>Shirube:Provider:Issuer</c>: https, or http on this machine.</param>
/// <param name="ClientId"><c>Shirube:Provider:ClientId</c></param>
/// <param name="ClientSecret"><c>Shirube:Provider:ClientSecret</c>: better from the environment than from a file.</param>
/// <param name="Name"><c>Shirube:Provider:Name</c>: what the button calls it.</param>
/// <param name="MailClaim"><c>Shirube:Provider:MailClaim</c>: what is held against a person's address at the first sign-in.</param>
/// <param name="VerifiesMail">
/// <c>Shirube:Provider:VerifiesMail</c>: addresses are the organisation's own, so that they count as verified although
/// the token does not say so.
/// </param>
/// <param name="MailDomains">
/// <c>Shirube:Provider:MailDomains</c>, parted by commas: for addresses of others the provider does not speak at a first
/// sign-in; none set, for all.
/// </param>
internal sealed record ProviderSettings(
    string Issuer,
    string ClientId,
    string ClientSecret,
    string? Name,
    string MailClaim,
    bool VerifiesMail,
    IReadOnlyList<string> MailDomains
)
{
    /// <summary>Nobody of another organisation becomes known by this one's word.</summary>
    public bool Vouches(string mail) =>
        MailDomains.Count == 0
        || MailDomains.Contains(mail[(mail.LastIndexOf('@') + 1)..].Trim(), StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where no provider is set.</returns>
    /// <exception cref="FormatException">A setting is missing, or the issuer's address is none that can be trusted.</exception>
    public static ProviderSettings? Of(IConfiguration configuration)
    {
        if (configuration["Shirube:Provider:Issuer"] is not { Length: > 0 } issuer)
            return null;
        if (
            !Uri.TryCreate(issuer, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        )
            throw new FormatException($"Shirube:Provider:Issuer must be an https address, and is: {issuer}");
        return new(
            issuer.TrimEnd('/'),
            Needed(configuration, "Shirube:Provider:ClientId"),
            Needed(configuration, "Shirube:Provider:ClientSecret"),
            configuration["Shirube:Provider:Name"],
            configuration["Shirube:Provider:MailClaim"] ?? "email",
            configuration["Shirube:Provider:VerifiesMail"] is { } verifies && bool.Parse(verifies),
            configuration["Shirube:Provider:MailDomains"]
                ?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []
        );
    }

    private static string Needed(IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } text ? text : throw new FormatException($"{key} is missing.");
}
