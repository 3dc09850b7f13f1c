using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Shirube.Web.Accounts.Provider;

/// <summary>Keeps the provider's document for an hour, and asks again when a token names a key that is not in it.</summary>
internal sealed class ProviderDocuments(ProviderSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    /// <summary>So that made-up keys do not make us ask all the time.</summary>
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromSeconds(30);
    private ProviderDocument? kept;

    public ProviderSettings Settings => settings;

    public async Task<ProviderDocument> FindAsync(HttpClient client, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return kept is { } known && now < known.ReadAt + KeptFor
            ? known
            : kept = await ProviderDocument.ReadAsync(client, settings.Issuer, now, cancel);
    }

    public async Task<ProviderDocument> SigningAsync(HttpClient client, string token, CancellationToken cancel)
    {
        var known = await FindAsync(client, cancel);
        var now = clock.GetUtcNow();
        if (KeyOf(token) is { } kid && !known.Keys.ContainsKey(kid) && now > known.ReadAt + AskedAgainAfter)
            kept = known = await ProviderDocument.ReadAsync(client, settings.Issuer, now, cancel);
        return known;
    }

    private static string? KeyOf(string token)
    {
        try
        {
            using var head = JsonDocument.Parse(WebEncoders.Base64UrlDecode(token.Split('.')[0]));
            return head.RootElement.TryGetProperty("kid", out var kid) ? kid.GetString() : null;
        }
        catch (Exception damaged) when (damaged is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
