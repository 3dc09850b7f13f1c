using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Shirube.Web.Hosting;

/// <summary>
/// A web server in front says from where a request came and whether it came over TLS. It is believed only where
/// <c>Shirube:Proxies</c> names its address (several parted by commas): the audit trail and the limits on sign-in rest on it.
/// </summary>
internal static class Proxies
{
    /// <exception cref="FormatException">What is named is no network address.</exception>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Configuration["Shirube:Proxies"] is not { Length: > 0 } named)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (
            var address in named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
            options.KnownProxies.Add(IPAddress.Parse(address));
        app.UseForwardedHeaders(options);
    }
}
