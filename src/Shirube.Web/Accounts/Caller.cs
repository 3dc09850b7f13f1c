using Microsoft.AspNetCore.Http;

namespace Shirube.Web.Accounts;

/// <summary>From where somebody signs in, as the person sees it later in the list of own sessions.</summary>
/// <param name="From">The network address.</param>
/// <param name="Agent">What the browser says it is.</param>
public sealed record Caller(string From, string Agent)
{
    public static Caller Of(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        return new(
            Asking.Asking.AddressOf(context),
            agent.Length > AccountSession.AgentMaxLength ? agent[..AccountSession.AgentMaxLength] : agent
        );
    }
}
