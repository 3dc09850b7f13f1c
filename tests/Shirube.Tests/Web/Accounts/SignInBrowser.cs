using System.Net;
using AngleSharp.Dom;

namespace Shirube.Tests.Web.Accounts;

/// <summary>A browser of somebody who signs in: its own cookies, forms sent as they stand on the page.</summary>
internal sealed class SignInBrowser : IDisposable
{
    private readonly HttpClientHandler handler;
    private readonly Uri address;

    public SignInBrowser(Site site, bool follows = true)
    {
        handler = new HttpClientHandler { AllowAutoRedirect = follows };
        address = site.Address;
        Client = new HttpClient(handler) { BaseAddress = site.Address };
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public HttpClient Client { get; }

    public Cookie? Cookie(string name) =>
        handler.CookieContainer.GetCookies(address).FirstOrDefault(one => one.Name == name);

    public async Task<HttpResponseMessage> EnterAsync(string mail, string password, string? from = null)
    {
        var query = from is null ? "" : "?from=" + Uri.EscapeDataString(from);
        using var page = await Client.GetAsync("/sign-in" + query, Cancel);
        return await PostAsync(page, "main form", new() { ["mail"] = mail, ["password"] = password });
    }

    /// <param name="form">Which one of the page.</param>
    /// <param name="typed">What is typed into its fields; the others stay as they are.</param>
    public async Task<HttpResponseMessage> PostAsync(
        HttpResponseMessage on,
        string form,
        Dictionary<string, string> typed
    )
    {
        var page = await PageAsync(on);
        var found = page.QuerySelector(form) ?? throw new InvalidOperationException($"{form} is not on the page.");
        var fields = new Dictionary<string, string>();
        foreach (var input in found.QuerySelectorAll("input, textarea"))
            fields[input.GetAttribute("name")!] = input.GetAttribute("value") ?? input.TextContent;
        foreach (var (name, value) in typed)
            fields[name] = value;
        var target = found.GetAttribute("action") ?? on.RequestMessage!.RequestUri!.PathAndQuery;
        return await Client.PostAsync(target, new FormUrlEncodedContent(fields), Cancel);
    }

    public async Task<IDocument> PageAsync(HttpResponseMessage answer) =>
        await Posting.Parse(await answer.Content.ReadAsStringAsync(Cancel));

    public void Dispose() => Client.Dispose();
}
