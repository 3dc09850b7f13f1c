using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Shirube.Web.Accounts.Provider;

/// <summary>What the provider says of itself: its addresses and the keys that it signs with.</summary>
internal sealed record ProviderDocument(
    string AuthorizationEndpoint,
    string TokenEndpoint,
    IReadOnlyDictionary<string, RSAParameters> Keys,
    DateTimeOffset ReadAt
)
{
    /// <exception cref="ProviderRefusedException">The provider is not there, or is not the one that is set.</exception>
    public static async Task<ProviderDocument> ReadAsync(
        HttpClient client,
        string issuer,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        try
        {
            using var document = await GetAsync(client, issuer + "/.well-known/openid-configuration", cancel);
            var root = document.RootElement;
            if (root.GetProperty("issuer").GetString()?.TrimEnd('/') != issuer)
                throw new ProviderRefusedException("The document names another issuer.");
            using var keys = await GetAsync(client, root.GetProperty("jwks_uri").GetString()!, cancel);
            return new(
                root.GetProperty("authorization_endpoint").GetString()!,
                root.GetProperty("token_endpoint").GetString()!,
                KeysOf(keys.RootElement),
                now
            );
        }
        catch (Exception failure)
            when (failure
                    is HttpRequestException
                        or OperationCanceledException
                        or JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
            )
        {
            throw new ProviderRefusedException("The provider cannot be reached.", failure);
        }
    }

    private static async Task<JsonDocument> GetAsync(HttpClient client, string address, CancellationToken cancel) =>
        JsonDocument.Parse(await client.GetByteArrayAsync(new Uri(address), cancel));

    /// <summary>Keys of other kinds or for other uses are passed over.</summary>
    private static Dictionary<string, RSAParameters> KeysOf(JsonElement root)
    {
        var found = new Dictionary<string, RSAParameters>();
        foreach (var key in root.GetProperty("keys").EnumerateArray())
        {
            if (Text(key, "kty") != "RSA" || Text(key, "use") is not (null or "sig") || Text(key, "kid") is not { } kid)
                continue;
            found[kid] = new RSAParameters
            {
                Modulus = WebEncoders.Base64UrlDecode(Text(key, "n")!),
                Exponent = WebEncoders.Base64UrlDecode(Text(key, "e")!),
            };
        }
        return found;
    }

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) ? value.GetString() : null;
}
