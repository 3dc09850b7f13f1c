using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Shirube.Tests.Web;

/// <summary>Forms filled in and posted as a browser without script does it.</summary>
internal static class Posting
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<(Uri Address, IDocument Page)> Upload(HttpClient client, string name, byte[] content) =>
        await Upload(client, name, new ByteArrayContent(content));

    public static async Task<(Uri Address, IDocument Page)> Upload(HttpClient client, string name, HttpContent content)
    {
        var start = await Parse(await client.GetStringAsync("/import", Cancel));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token(start, "form")), "__RequestVerificationToken" },
            { content, "file", name },
        };
        using var response = await client.PostAsync("/import/files", form, Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (response.RequestMessage!.RequestUri!, await Parse(await response.Content.ReadAsStringAsync(Cancel)));
    }

    public static async Task<IDocument> Post(
        HttpClient client,
        Uri address,
        IDocument page,
        string what,
        Func<string, string?> typed
    ) => (await PostTo(client, address, page, what, typed)).Page;

    /// <param name="typed">What a person puts into the field of a name; null to leave it.</param>
    /// <param name="button">Name and value of the button that was pressed.</param>
    public static async Task<(Uri Address, IDocument Page)> PostTo(
        HttpClient client,
        Uri address,
        IDocument page,
        string what,
        Func<string, string?> typed,
        string form = "form[data-review]",
        (string Name, string Value)? button = null
    )
    {
        var fields = Fields(page, what, typed, form);
        if (button is { } pressed)
            fields[pressed.Name] = pressed.Value;
        using var response = await client.PostAsync(address, new FormUrlEncodedContent(fields), Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (response.RequestMessage!.RequestUri!, await Parse(await response.Content.ReadAsStringAsync(Cancel)));
    }

    /// <summary>What a browser would send. Whoever imports takes the errors with it, unless <c>with-errors</c> is off.</summary>
    public static Dictionary<string, string> Fields(
        IDocument page,
        string what,
        Func<string, string?> typed,
        string form = "form[data-review]"
    )
    {
        var fields = new Dictionary<string, string> { ["do"] = what };
        foreach (var input in page.QuerySelectorAll($"{form} input, {form} textarea"))
        {
            var name = input.GetAttribute("name")!;
            var isSent = input.GetAttribute("type") is not "checkbox" || input.HasAttribute("checked");
            if (isSent || typed(name) is not null)
                fields[name] = typed(name) ?? input.GetAttribute("value") ?? input.TextContent;
        }
        if (typed("with-errors") == "off")
            fields.Remove("with-errors");
        else if (what == "import")
            fields["with-errors"] = "on";
        return fields;
    }

    public static string Token(IDocument page, string form) =>
        page.QuerySelector(form + " input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    public static async Task<IDocument> Parse(string html) => await new HtmlParser().ParseDocumentAsync(html, Cancel);
}
