using System.Net;
using System.Text;
using AngleSharp.Dom;
using static Shirube.Tests.Web.Posting;

namespace Shirube.Tests.Web;

/// <summary>The import as a browser without script does it: forms posted, pages looked at.</summary>
public sealed class ImportTests(Site site) : IClassFixture<Site>
{
    private const string Plan = """
        地域再生計画

        １　地域再生計画の名称
        みどりの産業をそだてる計画

        ２　地域再生計画の作成主体の名称
        長野県松本市

        ３　地域再生計画の区域
        長野県松本市の全域

        ５－３　計画期間
        令和6年4月1日から令和9年3月31日まで
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_Plan_ShowsWhatWasReadBesideTheDocument()
    {
        using var client = site.NewClient();

        var (_, page) = await Upload(client, "plan.txt", Encoding.UTF8.GetBytes(Plan));

        page.QuerySelector(".document")!.TextContent.ShouldContain("みどりの産業をそだてる計画");
        page.QuerySelector("[name='v:/title']").ShouldNotBeNull();
        page.QuerySelector("button[value=import]")!.TextContent.ShouldContain("残る疑問");
    }

    [Fact]
    public async Task Upload_EmptyFile_SaysSoAndKeepsNothing()
    {
        using var client = site.NewClient();

        var (address, page) = await Upload(client, "空.txt", []);

        address.AbsolutePath.ShouldBe("/import");
        page.Title.ShouldStartWith("エラー：");
        page.QuerySelector(".error-summary a[href='#file']")!.TextContent.ShouldContain("「空.txt」は空のファイルです");
        page.QuerySelector("#file-error")!.TextContent.ShouldBe(page.QuerySelector(".error-summary a")!.TextContent);
    }

    [Fact]
    public async Task Upload_300Megabytes_IsReadToItsEndAndRefusedInWords()
    {
        using var client = site.NewClient();
        var before = Environment.WorkingSet;

        var (_, page) = await Upload(client, "大.pdf", new StreamContent(new Zeros(300L * 1024 * 1024)));

        page.QuerySelector("#file-error")!.TextContent.ShouldContain("読める大きさ（100 MB）を超えています");
        (Environment.WorkingSet - before).ShouldBeLessThan(150L * 1024 * 1024);
    }

    [Fact]
    public async Task Upload_WithoutToken_IsRefused()
    {
        using var client = site.NewClient();
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.txt" } };

        using var response = await client.PostAsync("/import/files", form, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Review_AbcInEveryTypedField_ComesBackWithAMessageAtEach()
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "plan.txt", Encoding.UTF8.GetBytes(Plan));

        var answer = await Post(
            client,
            address,
            page,
            "import",
            input => input.StartsWith("v:", StringComparison.Ordinal) ? "abc" : null
        );

        string[] typed = ["/projectStart", "/projectEnd", "/planStart", "/planEnd", "/totalCostYen"];
        foreach (var pointer in typed)
        {
            var field = answer.QuerySelector($"[name='v:{pointer}']")!;
            field.GetAttribute("value").ShouldBe("abc");
            field.GetAttribute("aria-invalid").ShouldBe("true");
            answer.QuerySelector($".error-summary a[href='#{field.Id}']")!.TextContent.ShouldContain("「abc」");
        }
        answer.Title.ShouldStartWith("エラー：");
    }

    [Fact]
    public async Task Review_CorrectedWithoutReason_AsksForIt()
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "plan.txt", Encoding.UTF8.GetBytes(Plan));

        var answer = await Post(client, address, page, "import", input => input == "v:/area" ? "長野県の全域" : null);

        answer.QuerySelector(".error-summary a[href='#reason']").ShouldNotBeNull();
        answer.QuerySelector("[name='v:/area']")!.GetAttribute("value").ShouldBe("長野県の全域");
    }

    [Fact]
    public async Task Review_Kept_ShowsWhatWasTypedLater()
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "plan.txt", Encoding.UTF8.GetBytes(Plan));
        await Post(client, address, page, "keep", input => input == "v:/totalCostYen" ? "八百円くらい" : null);

        using var other = site.NewClient();
        var later = await Parse(await other.GetStringAsync(address, Cancel));

        later.QuerySelector("[name='v:/totalCostYen']")!.GetAttribute("value").ShouldBe("八百円くらい");
        (await other.GetStringAsync("/import", Cancel)).ShouldContain("plan.txt");
    }

    [Fact]
    public async Task Review_Imported_BecomesAPageWhoseFiguresLeadToTheirPassage()
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "plan.txt", Encoding.UTF8.GetBytes(Plan + "\n第一の計画"));

        var (plan, stored) = await PostTo(client, address, page, "import", _ => null);

        plan.AbsolutePath.ShouldStartWith("/governments/202029/documents/");
        stored.QuerySelector("h1")!.TextContent.ShouldBe("みどりの産業をそだてる計画");
        var link = stored.QuerySelectorAll("a.figure").First(a => a.TextContent.Contains("長野県松本市の全域"));
        var evidence = await Parse(await client.GetStringAsync(link.GetAttribute("href"), Cancel));
        evidence.QuerySelector("#passage")!.TextContent.ShouldContain("長野県松本市の全域");
        (await client.GetStringAsync("/", Cancel)).ShouldContain("みどりの産業をそだてる計画");
    }

    [Fact]
    public async Task Review_CorrectedAndImported_KeepsTheCorrectionWithDoerAndReason()
    {
        using var client = site.NewClient();
        var text = Plan.Replace("みどりの産業", "きいろの産業", StringComparison.Ordinal);
        var (address, page) = await Upload(client, "plan2.txt", Encoding.UTF8.GetBytes(text));

        var (_, stored) = await PostTo(
            client,
            address,
            page,
            "import",
            input =>
                input switch
                {
                    "v:/area" => "松本市の一部",
                    "v:/totalCostYen" => "１，２００千円",
                    "reason" => "原本と照合",
                    _ => null,
                }
        );

        var corrections = stored.QuerySelectorAll("section[aria-labelledby=versions] tbody tr");
        corrections.Length.ShouldBe(2);
        corrections[0].TextContent.ShouldContain("原本と照合");
        corrections[0].TextContent.ShouldContain(site.Officer.Name);
        stored.QuerySelector(".summary")!.TextContent.ShouldContain("1,200千円");
        stored.QuerySelectorAll(".mark.corrected").Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Evidence_CorrectedWithoutReason_AsksAndKeepsWhatWasTyped()
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "plan3.txt", Encoding.UTF8.GetBytes(Plan + "\n第三の計画"));
        var (plan, _) = await PostTo(client, address, page, "import", _ => null);
        var evidence = new Uri(site.Address, plan.AbsolutePath + "/evidence?pointer=/planEnd");
        var form = await Parse(await client.GetStringAsync(evidence, Cancel));

        var (_, answer) = await PostTo(client, evidence, form, "", input => input == "value" ? "abc" : null, "form");

        answer.QuerySelector("#value")!.GetAttribute("value").ShouldBe("abc");
        answer.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#value", "#reason"]);
    }

    [Fact]
    public async Task Original_Downloaded_IsTheFileThatWasHandedIn()
    {
        using var client = site.NewClient();
        var content = Encoding.UTF8.GetBytes(Plan + "\n第四の計画");
        var (address, page) = await Upload(client, "plan4.txt", content);
        var (plan, _) = await PostTo(client, address, page, "import", _ => null);

        using var file = await client.GetAsync(plan.AbsolutePath + "/file", Cancel);

        (await file.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(content);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var csv = await client.GetByteArrayAsync(plan.AbsolutePath + "/indicators.csv", Cancel);
        csv[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        Encoding.UTF8.GetString(csv[3..]).ShouldStartWith("番号,指標,年度");
    }

    [Fact]
    public async Task Review_FindingBesideNoValue_CountsUntilItIsTickedAsSeen()
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "plan5.txt", Encoding.UTF8.GetBytes(Plan + "\n第五の計画"));
        var boxes = page.QuerySelectorAll("input[name^='seen:']");
        boxes.Length.ShouldBeGreaterThan(0);
        var before = Doubts(page);

        var answer = await Post(
            client,
            address,
            page,
            "keep",
            input => input == boxes[0].GetAttribute("name") ? "on" : null
        );

        Doubts(answer).ShouldBe(before - 1);
        var again = await Parse(await client.GetStringAsync(address, Cancel));
        again.QuerySelector("input[name^='seen:'][checked]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Version_Older_SaysSoOnEachPageAndLeadsToTheNewest()
    {
        using var client = site.NewClient();
        foreach (var mark in (string[])["第六の計画", "第六の計画、改訂"])
        {
            var text = Plan.Replace("みどりの産業", "しろの産業", StringComparison.Ordinal) + "\n" + mark;
            var (address, page) = await Upload(client, "plan6.txt", Encoding.UTF8.GetBytes(text));
            var (plan, newest) = await PostTo(client, address, page, "import", _ => null);
            if (mark == "第六の計画")
                continue;
            newest.QuerySelector($"main .notice a[href='{plan.AbsolutePath}']").ShouldBeNull();
            var link = newest.QuerySelector("section[aria-labelledby=versions] ul a")!.GetAttribute("href")!;
            link.ShouldBe(plan.AbsolutePath + "?version=1");
            string[] pages =
            [
                link,
                plan.AbsolutePath + "/text?version=1",
                plan.AbsolutePath + "/findings?version=1",
                plan.AbsolutePath + "/evidence?pointer=/area&version=1",
            ];
            foreach (var older in pages)
            {
                var shown = await Parse(await client.GetStringAsync(older, Cancel));
                shown.QuerySelector($"main .notice a[href='{plan.AbsolutePath}']").ShouldNotBeNull(older);
            }
        }
    }

    [Fact]
    public async Task Review_TextFile_NamesLinesAndNoPages()
    {
        using var client = site.NewClient();

        var (_, page) = await Upload(client, "lines.txt", Encoding.UTF8.GetBytes(Plan + "\n行だけ"));

        page.QuerySelector("main")!.TextContent.ShouldContain("行目");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("1ページ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/findings")]
    [InlineData("/text")]
    [InlineData("/evidence?pointer=/area")]
    public async Task Document_TextFile_NamesNoPageOnAnyOfItsPages(string where)
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(
            client,
            "no-pages.txt",
            Encoding.UTF8.GetBytes(Plan + "\nページなし" + where)
        );
        var (plan, _) = await PostTo(client, address, page, "import", _ => null);

        var shown = await Parse(await client.GetStringAsync(plan.AbsolutePath + where, Cancel));

        var words = shown.QuerySelector("main")!.TextContent;
        if (where is "/findings" or "/evidence?pointer=/area")
            words.ShouldContain("行目");
        words.ShouldNotContain("1ページ");
    }

    [Fact]
    public async Task Plan_ChapterWithATable_ShowsATable()
    {
        using var client = site.NewClient();
        var text = Plan.Replace("みどりの産業", "あかの産業", StringComparison.Ordinal);
        const string table = "\n\n５－４　体制\n次のとおり。\n| 課 | 役割 |\n| --- | --- |\n| 企画課 | 総括 |\n";
        var (address, page) = await Upload(client, "plan7.txt", Encoding.UTF8.GetBytes(text + table));

        var (_, stored) = await PostTo(client, address, page, "import", _ => null);

        var chapters = stored.QuerySelector("section[aria-labelledby=chapters]")!;
        chapters.QuerySelectorAll("td").Select(cell => cell.TextContent).ShouldContain("総括");
        chapters.TextContent.ShouldNotContain("|");
    }

    [Fact]
    public async Task Plan_InEnglish_WritesMonthsAndYearsInEnglish()
    {
        using var client = site.NewClient();
        var text = Plan.Replace("みどりの産業", "くろの産業", StringComparison.Ordinal);
        var (address, page) = await Upload(client, "plan8.txt", Encoding.UTF8.GetBytes(text));
        var (plan, _) = await PostTo(client, address, page, "import", _ => null);

        var english = await Parse(await client.GetStringAsync("/language/en?from=" + plan.AbsolutePath, Cancel));

        var brief = english.QuerySelector("section[aria-labelledby=plan-what]")!.TextContent;
        brief.ShouldContain("1 April 2024");
        brief.ShouldNotContain("令和");
    }

    private static int Doubts(IDocument page) =>
        int.Parse(
            page.QuerySelector("[data-doubt-count]")!.TextContent,
            System.Globalization.CultureInfo.InvariantCulture
        );

    /// <summary>A large file that is nowhere in memory.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long position;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position
        {
            get => position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - position);
            position += read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
