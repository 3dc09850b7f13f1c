using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Shirube.Web.Hosting;

/// <summary>
/// Carries one message over a redirect, in the address: signed, so that no link can put words into the site's mouth,
/// and for ten minutes only.
/// </summary>
internal sealed class Notices(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector protector = protection
        .CreateProtector("Shirube.Notices")
        .ToTimeLimitedDataProtector();

    private string Write(Notice notice) =>
        protector.Protect(JsonSerializer.Serialize(notice), TimeSpan.FromMinutes(10));

    /// <summary>The address with the notice, behind what it asks already and before the place on its page.</summary>
    public string AddressOf(string address, Notice notice)
    {
        var parts = address.Split('#', 2);
        var before = parts[0].Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var place = parts.Length > 1 ? "#" + parts[1] : "";
        return $"{parts[0]}{before}notice={Uri.EscapeDataString(Write(notice))}{place}";
    }

    public Notice? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            return JsonSerializer.Deserialize<Notice>(protector.Unprotect(text));
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }
}

/// <param name="Key">Key of a text of the site, or code of a refusal.</param>
internal sealed record Notice(string Key, string?[] Arguments);
