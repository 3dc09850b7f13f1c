using System.Net;
using System.Text;
using static Shirube.Tests.Web.Posting;

namespace Shirube.Tests.Web;

/// <summary>No answer is blank: whatever cannot be done is said in words, with what to do.</summary>
public sealed class FailurePageTests(Site site) : IClassFixture<Site>
{
    private const string Token = "__RequestVerificationToken";

    private static readonly byte[] Plan =
        """
        地域再生計画

        １　地域再生計画の名称
        丘の計画

        ２　地域再生計画の作成主体の名称
        長野県松本市

        ３　地域再生計画の区域
        長野県松本市の全域
        """u8.ToArray();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/governments/100005/documents/1?version=abc")]
    [InlineData("/governments/100005/documents/1?version=99999999999999")]
    [InlineData("/governments/100005/documents/1/findings?version=-1")]
    [InlineData("/governments/100005/documents/1/file?version=abc")]
    [InlineData("/governments/100005/plans/1/%0d%0aSet-Cookie:x")]
    [InlineData("/governments/100005/people?q=%00")]
    [InlineData("/?from=a%00b")]
    public async Task Open_AddressThatNamesNothing_IsNotFound(string address)
    {
        using var client = site.NewClient();

        using var answer = await client.GetAsync(address, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("<h1");
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost:99999\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /nowhere HTTP/1.1\r\nHost: localhost:99999\r\nConnection: close\r\n\r\n")]
    public async Task Open_HostThatIsNoHost_IsTheSendersMistake(string request)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(site.Address.Host, site.Address.Port, Cancel);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(request), Cancel);
        using var answer = new StreamReader(stream);

        (await answer.ReadLineAsync(Cancel))!.ShouldContain(" 400 ");
    }

    [Fact]
    public async Task Review_OldToken_SavesNothingAndKeepsWhatWasTyped()
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "token.txt", Plan);
        var fields = Fields(page, "import", name => name == "v:/area" ? "打ち込んだ区域" : null);
        fields[Token] = "old";

        using var response = await client.PostAsync(address, new FormUrlEncodedContent(fields), Cancel);
        var answer = await Parse(await response.Content.ReadAsStringAsync(Cancel));

        answer.QuerySelector(".error-summary")!.TextContent.ShouldContain("まだ保存していません");
        answer.QuerySelector("[name='v:/area']")!.GetAttribute("value").ShouldBe("打ち込んだ区域");
        (await client.GetStringAsync(address, Cancel)).ShouldNotContain("打ち込んだ区域");
        var kept = await Post(client, address, answer, "keep", _ => null);
        kept.QuerySelector(".notice.good").ShouldNotBeNull();
        (await client.GetStringAsync(address, Cancel)).ShouldContain("打ち込んだ区域");
    }

    [Fact]
    public async Task Drop_OldToken_LeavesTheDraft()
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "drop-token.txt", Plan);
        var fields = Fields(page, "", _ => null, "form.actions");
        fields[Token] = "old";

        using var response = await client.PostAsync(address, new FormUrlEncodedContent(fields), Cancel);

        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("確かめられませんでした");
        (await client.GetStringAsync(address, Cancel)).ShouldContain("drop-token.txt");
    }

    [Fact]
    public async Task Correction_OldToken_SaysWhatToDoAndGivesBackWhatWasTyped()
    {
        using var client = site.NewClient();
        var (review, page) = await Upload(client, "correct.txt", Plan);
        var (stored, _) = await PostTo(client, review, page, "import", _ => null);
        var address = new Uri(site.Address, stored.AbsolutePath + "/evidence?pointer=/area");
        var evidence = await Parse(await client.GetStringAsync(address, Cancel));
        var fields = Fields(evidence, "", name => name == "value" ? "なくしたくない区域" : null, "form");
        fields[Token] = "old";

        using var response = await client.PostAsync(address, new FormUrlEncodedContent(fields), Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var answer = await Parse(await response.Content.ReadAsStringAsync(Cancel));
        answer.QuerySelector("h1")!.TextContent.ShouldBe("送られた内容を受け取れませんでした");
        answer.QuerySelector("main")!.TextContent.ShouldContain("なくしたくない区域");
        answer.QuerySelector($"main a[href^='{stored.AbsolutePath}/evidence']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Form_WithTooManyFields_IsRefusedInWords()
    {
        using var client = site.NewClient();
        var (address, _) = await Upload(client, "large.txt", Plan);
        var body = string.Join('&', Enumerable.Range(0, 100_001).Select(at => $"v{at}=1"));
        using var content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded");

        using var response = await client.PostAsync(address, content, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("送られた内容を読めませんでした");
    }

    [Fact]
    public async Task Form_LargerThanABodyMayBe_IsRefusedInWords()
    {
        using var client = site.NewClient();
        var (address, _) = await Upload(client, "larger.txt", Plan);
        using var content = new StringContent(
            "v=" + new string('1', 31 * 1024 * 1024),
            Encoding.ASCII,
            "application/x-www-form-urlencoded"
        );

        using var response = await client.PostAsync(address, content, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("送られた内容が大きすぎます");
    }

    [Fact]
    public async Task Upload_OldToken_SaysWhatToDo()
    {
        using var client = site.NewClient();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("old"), Token },
            { new ByteArrayContent(Plan), "file", "plan.txt" },
        };

        using var response = await client.PostAsync("/import/files", form, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Parse(await response.Content.ReadAsStringAsync(Cancel));
        page.QuerySelector("h1")!.TextContent.ShouldBe("送られた内容を受け取れませんでした");
        page.QuerySelector("main a[href='/import']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("review", "nowhere")]
    [InlineData("review", null)]
    [InlineData("evidence", "nowhere")]
    [InlineData("evidence", "decide")]
    [InlineData("evidence", null)]
    [InlineData("plan", "nowhere")]
    [InlineData("home", "nowhere")]
    [InlineData("home", null)]
    public async Task Post_FormThatThePageDoesNotHave_IsRefusedInWords(string where, string? form)
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "form.txt", [.. Plan, .. Encoding.UTF8.GetBytes(where + form)]);
        var fields = Fields(page, "keep", _ => null);
        if (where is "evidence" or "plan")
        {
            var (stored, _) = await PostTo(client, address, page, "import", _ => null);
            address = new Uri(site.Address, stored.AbsolutePath + (where == "plan" ? "" : "/evidence?pointer=/area"));
            page = await Parse(await client.GetStringAsync(stored.AbsolutePath + "/evidence?pointer=/area", Cancel));
            fields = Fields(page, "", _ => null, "form");
        }
        else if (where == "home")
            address = site.Address;
        fields.Remove("_handler");
        if (form is not null)
            fields["_handler"] = form;

        using var response = await client.PostAsync(address, new FormUrlEncodedContent(fields), Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var answer = await Parse(await response.Content.ReadAsStringAsync(Cancel));
        answer.QuerySelector("h1")!.TextContent.ShouldBe("送られた内容を受け取れませんでした");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "v=1")]
    [InlineData("application/x-www-form-urlencoded; charset=nothing", "v=1")]
    [InlineData("application/x-www-form-urlencoded", "v=a%00b")]
    public async Task Post_FormThatIsNoText_IsRefusedInWords(string type, string body)
    {
        using var client = site.NewClient();
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var response = await client.PostAsync("/", content, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("<h1");
    }

    [Fact]
    public async Task Open_WithAForgedChoiceOfGovernment_IsAsWithout()
    {
        using var client = site.NewClient("a%00b");

        (await client.GetAsync("/", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    public async Task Post_NoFormAtAll_IsRefusedInWords(string? type)
    {
        using var client = site.NewClient();
        var (address, _) = await Upload(client, "no-form.txt", Plan);
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = type is null ? null : new(type);

        using var response = await client.PostAsync(address, content, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var answer = await Parse(await response.Content.ReadAsStringAsync(Cancel));
        answer.QuerySelector("h1")!.TextContent.ShouldBe("送られた内容を受け取れませんでした");
    }

    [Theory]
    [InlineData("PUT", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/import", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/error", HttpStatusCode.NotFound)]
    [InlineData("GET", "/not-found", HttpStatusCode.NotFound)]
    public async Task Request_NobodyAnswers_IsNotFoundInWords(string method, string address, HttpStatusCode status)
    {
        using var client = site.NewClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using var response = await client.SendAsync(request, Cancel);

        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("ページが見つかりません");
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/import", HttpStatusCode.OK)]
    [InlineData("/governments/100005", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/import/00000000000000000000000000000000", HttpStatusCode.NotFound)]
    public async Task Head_APage_AnswersAsGetWithoutItsBody(string address, HttpStatusCode status)
    {
        using var client = site.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Head, address);

        using var response = await client.SendAsync(request, Cancel);

        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await response.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
    }
}
