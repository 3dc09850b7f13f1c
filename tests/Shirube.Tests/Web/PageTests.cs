using System.Net;
using Shirube.Web;

namespace Shirube.Tests.Web;

public sealed class PageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Home_WithoutPlans_OffersTheFirstStep()
    {
        using var client = site.NewClient();

        var page = await client.GetStringAsync("/", Cancel);

        page.ShouldContain("計画はまだありません");
        page.ShouldContain("href=\"/import\"");
        page.ShouldContain("<html lang=\"ja\"");
    }

    [Fact]
    public async Task Response_Always_CarriesTheStrictPolicy()
    {
        using var client = site.NewClient();

        using var response = await client.GetAsync("/", Cancel);

        response
            .Headers.GetValues("Content-Security-Policy")
            .Single()
            .ShouldStartWith("default-src 'none'; script-src 'self'");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Theory]
    [InlineData("/governments/123/plans/1")]
    [InlineData("/governments/100005/documents/9999")]
    [InlineData("/nowhere")]
    [InlineData("/import/0123")]
    [InlineData("/import/00000000000000000000000000000000")]
    public async Task Get_UnknownAddress_IsNotFoundInWords(string address)
    {
        using var client = site.NewClient();

        using var response = await client.GetAsync(address, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("ページが見つかりません");
    }

    [Fact]
    public async Task Language_English_HoldsForTheNextPages()
    {
        using var client = site.NewClient();

        var page = await client.GetStringAsync("/language/en?from=/import", Cancel);

        page.ShouldContain("<html lang=\"en\"");
        page.ShouldContain("Import a document");
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Language_ForeignAddress_GoesHome(string from)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = site.Address };

        using var response = await client.GetAsync("/language/en?from=" + Uri.EscapeDataString(from), Cancel);

        response.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task Asset_WithItsDigest_IsKeptForAYearAndSentCompressed()
    {
        using var client = site.NewClient();
        var page = await client.GetStringAsync("/", Cancel);
        var style = page.Split('"').First(part => part.Contains("dist/shirube", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Get, style);
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        using var response = await client.SendAsync(request, Cancel);

        response.Headers.CacheControl!.ToString().ShouldBe("max-age=31536000, immutable");
        response.Headers.ETag.ShouldNotBeNull();
        response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
    }

    [Fact]
    public async Task Page_Asked_IsSentCompressed()
    {
        using var client = site.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/import");
        request.Headers.AcceptEncoding.ParseAdd("br");

        using var response = await client.SendAsync(request, Cancel);

        response.Content.Headers.ContentEncoding.ShouldBe(["br"]);
    }

    [Fact]
    public void T_UnknownKey_GivesTheKey() => Texts.T("No.Such.Key").ShouldBe("No.Such.Key");
}
