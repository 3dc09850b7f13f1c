using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Shirube.Web.Accounts.Provider;

/// <summary>IDトークン: what the provider says of who signed in there, once it is known to be meant for us.</summary>
internal sealed class IdToken : IDisposable
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private readonly JsonDocument claims;

    private IdToken(JsonDocument claims) => this.claims = claims;

    public string Subject => Text("sub") ?? throw new ProviderRefusedException("No subject.");

    public string? Text(string claim) =>
        claims.RootElement.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>Some providers write it as a word.</summary>
    public bool Says(string claim) =>
        claims.RootElement.TryGetProperty(claim, out var value)
        && (
            value.ValueKind == JsonValueKind.True
            || (value.ValueKind == JsonValueKind.String && value.GetString() == "true")
        );

    /// <summary>RS256 only, by one of the provider's own keys: what the token says of its own signature decides nothing.</summary>
    /// <exception cref="ProviderRefusedException">It is not the provider's, not for us, not for this sign-in, or too old.</exception>
    public static IdToken Check(
        string text,
        ProviderDocument document,
        string issuer,
        string clientId,
        string? nonce,
        DateTimeOffset now
    )
    {
        var token = new IdToken(Signed(text, document));
        try
        {
            Refuse(token.Text("iss")?.TrimEnd('/') != issuer, "Of another issuer.");
            Refuse(!token.IsFor(clientId), "For somebody else.");
            Refuse(nonce is null || token.Text("nonce") != nonce, "Of another sign-in.");
            Refuse(token.Time("exp") is not { } end || now > end + Skew, "Too old.");
            Refuse(token.Time("iat") is { } made && made > now + Skew, "Of the future.");
            return token;
        }
        catch
        {
            token.Dispose();
            throw;
        }
    }

    public void Dispose() => claims.Dispose();

    private static JsonDocument Signed(string text, ProviderDocument document)
    {
        try
        {
            if (text.Split('.') is not [var head, var body, var signature])
                throw new ProviderRefusedException("No token.");
            using var header = JsonDocument.Parse(WebEncoders.Base64UrlDecode(head));
            var kid = header.RootElement.TryGetProperty("kid", out var named) ? named.GetString() : null;
            if (header.RootElement.GetProperty("alg").GetString() != "RS256" || kid is null)
                throw new ProviderRefusedException("Not signed as agreed.");
            if (!document.Keys.TryGetValue(kid, out var key))
                throw new ProviderRefusedException("Signed with an unknown key.");
            using var rsa = RSA.Create(key);
            var isSigned = rsa.VerifyData(
                Encoding.ASCII.GetBytes($"{head}.{body}"),
                WebEncoders.Base64UrlDecode(signature),
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            );
            return isSigned
                ? JsonDocument.Parse(WebEncoders.Base64UrlDecode(body))
                : throw new ProviderRefusedException("Wrongly signed.");
        }
        catch (Exception damaged)
            when (damaged
                    is FormatException
                        or JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or CryptographicException
            )
        {
            throw new ProviderRefusedException("No token.", damaged);
        }
    }

    private bool IsFor(string clientId)
    {
        if (!claims.RootElement.TryGetProperty("aud", out var audience))
            return false;
        if (audience.ValueKind == JsonValueKind.String)
            return audience.GetString() == clientId;
        var isNamed =
            audience.ValueKind == JsonValueKind.Array
            && audience
                .EnumerateArray()
                .Any(one => one.ValueKind == JsonValueKind.String && one.GetString() == clientId);
        return isNamed && (audience.GetArrayLength() == 1 || Text("azp") == clientId);
    }

    private DateTimeOffset? Time(string claim) =>
        claims.RootElement.TryGetProperty(claim, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var seconds)
        && seconds is > 0 and < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static void Refuse(bool condition, string why)
    {
        if (condition)
            throw new ProviderRefusedException(why);
    }
}
