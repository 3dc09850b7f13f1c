using Shirube.Web.Hosting;

namespace Shirube.Web.Accounts;

/// <summary>Where to go after a sign-in: only ever an address of this site.</summary>
internal static class LocalAddress
{
    /// <summary>The home page where it is none of ours.</summary>
    public static string Of(string? address) => Languages.IsLocal(address) ? address! : "/";

    /// <summary>Carries it on to the next page; empty for the home page.</summary>
    public static string Query(string? address) =>
        Of(address) is { Length: > 1 } own ? "?from=" + Uri.EscapeDataString(own) : "";
}
