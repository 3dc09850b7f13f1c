using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Shirube.BrowserTests;

/// <summary>One page of a browser context of its own, and what it said and asked for.</summary>
public sealed class Visit : IAsyncDisposable
{
    public Visit(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            // A page that says 404 or 410 says so in the console too.
            if (
                message.Type is "error" or "warning"
                && !message.Text.Contains("404", StringComparison.Ordinal)
                && !message.Text.Contains("410", StringComparison.Ordinal)
            )
                ConsoleErrors.Add(message.Text);
        };
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }
    public List<string> ConsoleErrors { get; } = [];
    public List<string> Requests { get; } = [];

    public async Task ShouldPassAxeAsync()
    {
        var result = await Page.RunAxe();
        result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}").ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
