using System.Text;
using AngleSharp.Dom;
using Shirube.Permissions;
using Shirube.Tests.Documents.Stored;
using static Shirube.Tests.Web.Posting;

namespace Shirube.Tests.Web;

/// <summary>Drafts of imports: two people at one, damaged ones, and what an upload leaves.</summary>
public sealed class DraftTests(Site site) : IClassFixture<Site>
{
    private const string Plan = """
        地域再生計画

        １　地域再生計画の名称
        湖畔のしごとをふやす計画

        ２　地域再生計画の作成主体の名称
        長野県松本市

        ３　地域再生計画の区域
        長野県松本市の全域

        ５－３　計画期間
        令和6年4月1日から令和9年3月31日まで
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(site.Data, "drafts");

    private static byte[] PlanOf(string mark) => Encoding.UTF8.GetBytes(Plan + "\n" + mark);

    [Fact]
    public async Task Save_TwoPagesWithDifferentFields_KeepsBoth()
    {
        using var client = site.NewClient();
        var (address, first) = await Upload(client, "two.txt", PlanOf("同時"));
        var second = await Open(client, address);

        await Post(client, address, first, "keep", Typing("v:/area", "松本市の北"));
        var answer = await Post(client, address, second, "keep", Typing("v:/projectName", "湖畔事業"));

        Value(answer, "v:/area").ShouldBe("松本市の北");
        answer.QuerySelector("#others")!.TextContent.ShouldContain("松本市の北");
        var later = await Open(client, address);
        Value(later, "v:/area").ShouldBe("松本市の北");
        Value(later, "v:/projectName").ShouldBe("湖畔事業");
    }

    [Fact]
    public async Task Save_TwoPagesWithTheSameField_ShowsTheFirstAndKeepsTheSecondToBeDecided()
    {
        using var client = site.NewClient();
        var (address, first) = await Upload(client, "same.txt", PlanOf("同じ欄"));
        var second = await Open(client, address);
        await Post(client, address, first, "keep", Typing("v:/area", "一人目の区域"));

        var answer = await Post(client, address, second, "keep", Typing("v:/area", "二人目の区域"));

        Value(answer, "v:/area").ShouldBe("二人目の区域");
        answer.QuerySelector(".error-summary a[href='#v-area']")!.TextContent.ShouldContain("一人目の区域");
        answer.QuerySelector(".notice.good").ShouldBeNull();
        Value(await Open(client, address), "v:/area").ShouldBe("一人目の区域");

        var decided = await Post(client, address, answer, "keep", _ => null);

        decided.QuerySelector(".notice.good").ShouldNotBeNull();
        Value(await Open(client, address), "v:/area").ShouldBe("二人目の区域");
    }

    [Fact]
    public async Task Save_AnOldPageThatLeftTheField_DoesNotTakeItBack()
    {
        using var client = site.NewClient();
        var (address, first) = await Upload(client, "old.txt", PlanOf("古い画面"));
        var second = await Open(client, address);
        await Post(client, address, first, "keep", Typing("v:/area", "新しい区域"));

        var answer = await Post(client, address, second, "keep", _ => null);

        Value(answer, "v:/area").ShouldBe("新しい区域");
        answer.QuerySelector(".error-summary").ShouldBeNull();
    }

    [Fact]
    public async Task Save_ManyAtOnce_LosesNone()
    {
        using var client = site.NewClient();
        var (address, _) = await Upload(client, "many.txt", PlanOf("大勢"));
        string[] fields = ["v:/area", "v:/projectName", "v:/supportMeasure", "reason", "v:/title"];
        var pages = await Task.WhenAll(fields.Select(_ => Open(client, address)));

        await Task.WhenAll(
            fields.Select((field, at) => Post(client, address, pages[at], "keep", Typing(field, "入力" + at)))
        );

        var later = await Open(client, address);
        fields.Select(field => Value(later, field)).ShouldBe(fields.Select((_, at) => "入力" + at));
        Directory.EnumerateFiles(Folder, "*.new").ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_OthersTypedMeanwhile_ShowsThatBeforeItStores()
    {
        using var client = site.NewClient();
        var (address, first) = await Upload(client, "before.txt", PlanOf("先に見る"));
        var second = await Open(client, address);
        await Post(client, address, first, "keep", Typing(("v:/area", "見ていない区域"), ("reason", "照合")));

        var (shown, answer) = await PostTo(client, address, second, "import", _ => null);

        shown.AbsolutePath.ShouldBe(address.AbsolutePath);
        answer.QuerySelector(".error-summary a[href='#others']").ShouldNotBeNull();
        var (stored, _) = await PostTo(client, address, answer, "import", _ => null);
        stored.AbsolutePath.ShouldStartWith("/governments/202029/documents/");
    }

    [Fact]
    public async Task Import_ImportedMeanwhile_RecordsWhatWasTypedAfterAsCorrections()
    {
        using var client = site.NewClient();
        var (address, first) = await Upload(client, "twice.txt", PlanOf("二度"));
        var second = await Open(client, address);
        await PostTo(client, address, first, "import", _ => null);

        var typed = Typing(("v:/area", "あとからの区域"), ("reason", "あとから照合"));
        var (shown, answer) = await PostTo(client, address, second, "import", typed);

        shown.AbsolutePath.ShouldBe(address.AbsolutePath);
        answer.QuerySelector(".error-summary a[href='#imported']").ShouldNotBeNull();
        var (stored, page) = await PostTo(client, address, answer, "import", _ => null);
        stored.AbsolutePath.ShouldStartWith("/governments/202029/documents/");
        page.QuerySelector("section[aria-labelledby=versions] tbody")!.TextContent.ShouldContain("あとから照合");
    }

    [Fact]
    public async Task Import_TwoPeople_EachCorrectionNamesItsOwn()
    {
        using var client = site.NewClient();
        using var other = site.NewClient(
            await site.AddPersonAsync("職員乙（見本）", ("202029", Role.PlanningOfficer, null))
        );
        var (address, first) = await Upload(client, "authors.txt", PlanOf("二人の名前"));
        await Post(client, address, first, "keep", Typing(("v:/area", "甲の区域"), ("reason", "照合")));
        var second = await Open(other, address);

        var (_, page) = await PostTo(other, address, second, "import", Typing("v:/projectName", "乙の事業"));

        var rows = page.QuerySelectorAll("section[aria-labelledby=versions] tbody tr").Select(row => row.TextContent);
        rows.ShouldContain(row => row.Contains("甲の区域") && row.Contains(site.Officer.Name));
        rows.ShouldContain(row => row.Contains("乙の事業") && row.Contains("職員乙（見本）"));
    }

    [Fact]
    public async Task Draft_OfAnotherGovernment_IsNowhere()
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "secret.txt", PlanOf("よその下書き"));
        using var other = site.NewClient(
            await site.AddPersonAsync("職員丙（見本）", ("102041", Role.PlanningOfficer, null))
        );

        (await other.GetStringAsync("/import", Cancel)).ShouldNotContain("secret.txt");
        using var opened = await other.GetAsync(address, Cancel);
        opened.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        using var posted = await other.PostAsync(
            address,
            new FormUrlEncodedContent(Fields(page, "keep", Typing("v:/area", "盗んだ区域"))),
            Cancel
        );
        (await client.GetStringAsync(address, Cancel)).ShouldNotContain("盗んだ区域");
    }

    [Fact]
    public async Task Save_FieldThatTheReadingHasNoPlaceFor_IsNotSaidToBeKept()
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "homeless.txt", PlanOf("行き場"));
        var fields = Fields(page, "keep", _ => null);
        fields["v:/indicators/9/name"] = "どこにもない指標";

        using var response = await client.PostAsync(address, new FormUrlEncodedContent(fields), Cancel);
        var answer = await Parse(await response.Content.ReadAsStringAsync(Cancel));

        answer.QuerySelector(".notice.good").ShouldBeNull();
        answer.QuerySelector("#homeless")!.TextContent.ShouldContain("どこにもない指標");
        response.Headers.GetValues("Shirube-Kept").ShouldBe(["part"]);
    }

    [Fact]
    public async Task Save_TitleTooLong_SaysHowLongItMayBe()
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "long.txt", PlanOf("長い名"));

        var answer = await Post(client, address, page, "keep", Typing("v:/title", new string('計', 401)));

        answer.QuerySelector(".error-summary a[href='#v-title']")!.TextContent.ShouldContain("400字");
        answer.QuerySelector(".notice.good").ShouldBeNull();
    }

    [Fact]
    public async Task Upload_FileWithAVeryLongName_IsListedUnderAShortOneWithItsEnding()
    {
        using var client = site.NewClient();

        var (_, page) = await Upload(client, new string('長', 900) + ".txt", PlanOf("長い名前"));

        page.QuerySelector("h1")!.TextContent.Length.ShouldBeLessThan(230);
        page.QuerySelector("h1")!.TextContent.ShouldEndWith(".txt");
    }

    [Fact]
    public async Task Drop_OthersTypedMeanwhile_LeavesTheDraft()
    {
        using var client = site.NewClient();
        var (address, first) = await Upload(client, "drop.txt", PlanOf("やめる"));
        var second = await Open(client, address);
        await Post(client, address, first, "keep", Typing("v:/area", "大事な入力"));

        var (_, answer) = await PostTo(client, address, second, "", _ => null, "form.actions");

        answer.QuerySelector(".error-summary").ShouldNotBeNull();
        var (gone, _) = await PostTo(client, address, await Open(client, address), "", _ => null, "form.actions");
        gone.AbsolutePath.ShouldBe("/import");
        Directory.EnumerateFiles(Folder, Path.GetFileName(address.AbsolutePath) + "*").ShouldBeEmpty();
    }

    [Fact]
    public async Task List_DamagedDraft_IsShownAndCanBeDropped()
    {
        using var client = site.NewClient();
        var (address, _) = await Upload(client, "damaged.txt", PlanOf("壊れる"));
        var id = Path.GetFileName(address.AbsolutePath);
        await File.WriteAllTextAsync(Path.Combine(Folder, id + ".json"), "{\"Id\":", Cancel);

        var list = await Open(client, new Uri(site.Address, "/import"));

        var button = list.QuerySelector($"button[value^='{id}']")!;
        button.Closest("li")!.TextContent.ShouldContain("開けません");
        using var unopened = await client.GetAsync(address, Cancel);
        unopened.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/import");
        var (_, after) = await PostTo(
            client,
            new Uri(site.Address, "/import"),
            list,
            "",
            _ => null,
            "form:has(button[name=drop])",
            ("drop", button.GetAttribute("value")!)
        );
        after.QuerySelector($"button[value^='{id}']").ShouldBeNull();
        Directory.EnumerateFiles(Folder, id + "*").ShouldBeEmpty();
    }

    [Fact]
    public async Task List_EachDraft_SaysWhenHowLargeWhoAndWhetherItIsImported()
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "listed.txt", PlanOf("一覧"));
        var id = Path.GetFileName(address.AbsolutePath);

        var waiting = Row(await Open(client, new Uri(site.Address, "/import")), "listed.txt");

        waiting.ShouldMatch(@"\d{1,2}:\d{2} 受け取り");
        waiting.ShouldContain("1 KB");
        waiting.ShouldContain(site.Officer.Name);
        waiting.ShouldContain("確認の途中");
        waiting.ShouldContain($"残る疑問 {page.QuerySelector("[data-doubt-count]")!.TextContent}件");
        await PostTo(client, address, page, "import", _ => null);
        Row(await Open(client, new Uri(site.Address, "/import")), "listed.txt").ShouldContain("取り込み済み");
        (await Open(client, address)).QuerySelector("h1")!.TextContent.ShouldBe("湖畔のしごとをふやす計画");
    }

    [Fact]
    public async Task Upload_CutOff_SaysSoAndLeavesNothing()
    {
        using var client = site.NewClient();
        var start = await Open(client, new Uri(site.Address, "/import"));
        var before = Directory.Exists(Folder) ? Directory.GetFiles(Folder).Length : 0;
        var body =
            "--cut\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n"
            + Token(start, "form")
            + "\r\n--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cut.txt\"\r\n\r\nhalf of it";
        using var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(
            "multipart/form-data; boundary=cut"
        );

        using var response = await client.PostAsync("/import/files", content, Cancel);

        var page = await Parse(await response.Content.ReadAsStringAsync(Cancel));
        page.QuerySelector("#file-error")!.TextContent.ShouldContain("「cut.txt」は途中までしか届きませんでした");
        Directory.GetFiles(Folder).Length.ShouldBe(before);
    }

    [Theory]
    [InlineData("blank.txt", "  \n　\n", "文字がひとつもありません")]
    [InlineData("shopping.txt", "牛乳\nたまご\n", "何の文書かわかりません")]
    public async Task Upload_NothingToImport_IsRefusedInWordsAndLeavesNothing(string name, string text, string says)
    {
        using var client = site.NewClient();

        var (address, page) = await Upload(client, name, Encoding.UTF8.GetBytes(text));

        address.AbsolutePath.ShouldBe("/import");
        page.QuerySelector("#file-error")!.TextContent.ShouldContain(says);
        page.QuerySelectorAll(".cards h3").ShouldNotContain(row => row.TextContent.Contains(name));
    }

    [Fact]
    public async Task Upload_ReadingTakesTooLong_IsGivenUpInWords()
    {
        await using var hasty = new Site { Settings = ["--Shirube:ReadingSeconds=0"] };
        await hasty.InitializeAsync();
        using var client = hasty.NewClient();

        var (address, page) = await Upload(client, "slow.txt", PlanOf("遅い"));

        address.AbsolutePath.ShouldBe("/import");
        page.QuerySelector("#file-error")!.TextContent.ShouldContain("途中でやめました");
        Directory.GetFiles(Path.Combine(hasty.Data, "drafts")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_DraftThatAnotherDropped_SaysSoAndShowsWhatWasTyped()
    {
        using var client = site.NewClient();
        var (address, mine) = await Upload(client, "gone.txt", PlanOf("やめられる"));
        var theirs = await Open(client, address);
        await PostTo(client, address, theirs, "drop", _ => null, "form.actions");

        foreach (var what in (string[])["keep", "import"])
        {
            var answer = await Post(client, address, mine, what, Typing("v:/area", "書きかけの区域"));

            answer.QuerySelector("h1")!.TextContent.ShouldContain("やめられています");
            answer.QuerySelector("#typed")!.TextContent.ShouldContain("書きかけの区域");
        }
    }

    [Fact]
    public async Task Open_BrokenDraft_LeadsToTheListThatLetsItBeDropped()
    {
        using var client = site.NewClient();
        var (address, _) = await Upload(client, "damaged.txt", PlanOf("壊れる"));
        var id = address.Segments[^1];
        await File.WriteAllTextAsync(Path.Combine(Folder, id + ".json"), "{", Cancel);

        using var answer = await client.GetAsync(address, Cancel);

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/import");
        var list = await Parse(await answer.Content.ReadAsStringAsync(Cancel));
        list.QuerySelector("#file-error")!.TextContent.ShouldContain("壊れていて開けません");
        list.QuerySelector($"button[value^='{id}:']").ShouldNotBeNull();
        await PostTo(
            client,
            new Uri(site.Address, "/import"),
            list,
            "",
            _ => null,
            "form:has([name=drop])",
            ("drop", id + ":0")
        );
        File.Exists(Path.Combine(Folder, id + ".content")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("1,200", "79228162514264337593543950335")]
    [InlineData("| 300 | 400 |", "| 70000000000000000000000000000 | 70000000000000000000000000000 |")]
    public async Task Upload_NumberThatIsTooLarge_IsReadOpenWithAFinding(string printed, string huge)
    {
        using var client = site.NewClient();
        var plan = Encoding.UTF8.GetString(SamplePlan.File("過大な計画" + huge.Length).Content);

        var (address, page) = await Upload(
            client,
            "over.md",
            Encoding.UTF8.GetBytes(plan.Replace(printed, huge, StringComparison.Ordinal))
        );

        address.AbsolutePath.ShouldStartWith("/import/");
        page.Body!.TextContent.ShouldContain("KPI042");
    }

    [Theory]
    [InlineData("/totalCostYen", "9999999999999999999999999999")]
    [InlineData("/totalCostYen", "79228162514264337593543950335千円")]
    public async Task Import_AmountThatIsTooLarge_ComesBackAtItsField(string pointer, string typed)
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "cost.txt", PlanOf("過大な額" + typed.Length));

        var answer = await Post(client, address, page, "import", Typing("v:" + pointer, typed));

        answer.QuerySelector(".error-summary a[href='#v-totalCostYen']")!.TextContent.ShouldContain("18桁");
        Value(answer, "v:" + pointer).ShouldBe(typed);
        Value(await Open(client, address), "v:" + pointer).ShouldBe(typed);
    }

    [Fact]
    public async Task Start_LeftoversOfBrokenUploads_AreClearedAway()
    {
        await using var fresh = new Site();
        var folder = Directory.CreateDirectory(Path.Combine(fresh.Data, "drafts")).FullName;
        var old = Path.Combine(folder, new string('a', 32) + ".content");
        var young = Path.Combine(folder, new string('b', 32) + ".content");
        foreach (var file in (string[])[old, young])
            await File.WriteAllTextAsync(file, "half", Cancel);
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));

        await fresh.InitializeAsync();

        File.Exists(old).ShouldBeFalse();
        File.Exists(young).ShouldBeTrue();
    }

    [Fact]
    public async Task Import_ErrorsLeft_AsksForAnExplicitTick()
    {
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "errors.txt", PlanOf("要修正あり"));
        page.QuerySelector("#with-errors").ShouldNotBeNull();

        var (shown, answer) = await PostTo(client, address, page, "import", Typing("with-errors", "off"));

        shown.AbsolutePath.ShouldBe(address.AbsolutePath);
        answer.QuerySelector(".error-summary a[href='#with-errors']")!.TextContent.ShouldContain("要修正");
        var (stored, _) = await PostTo(client, address, answer, "import", _ => null);
        stored.AbsolutePath.ShouldStartWith("/governments/202029/documents/");
    }

    [Fact]
    public async Task Review_BeforeTheImport_SaysWhetherItIsNewAVersionOrThereAlready()
    {
        const string table = """

            【数値目標】

            | KPI | 事業開始前（現時点） | 2024年度増加分（1年目） | 2025年度増加分（2年目） | KPI増加分の累計 |
            | --- | --- | --- | --- | --- |
            | 新しく始めた人数（人） | 12 | 10 | 20 | 30 |
            """;
        var text = Plan.Replace("湖畔のしごと", "岸辺のしごと", StringComparison.Ordinal);
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "岸辺.md", Encoding.UTF8.GetBytes(text + "\n" + table));
        Preview(page).ShouldContain("新しい文書「岸辺のしごとをふやす計画」");
        await PostTo(client, address, page, "import", Typing(("v:/area", "岸辺の区域"), ("reason", "照合")));

        var (_, again) = await Upload(client, "岸辺.md", Encoding.UTF8.GetBytes(text + "\n" + table));
        Preview(again).ShouldContain("取り込み済み");
        var (_, next) = await Upload(client, "岸辺2.md", Encoding.UTF8.GetBytes(text + "\n改訂"));

        Preview(next).ShouldContain("第2版");
        Preview(next).ShouldContain("1 → 0");
        Preview(next).ShouldContain("すべてなくなります");
        Preview(next).ShouldContain("引き継ぐ");
        next.QuerySelector("section.notice.bad a[href^='/governments/202029/documents/']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Review_NextVersion_ListsTheValuesThatChangeAndWhatWillHold()
    {
        const string table = """

            【数値目標】

            | KPI | 事業開始前（現時点） | 2024年度増加分（1年目） | 2025年度増加分（2年目） | KPI増加分の累計 |
            | --- | --- | --- | --- | --- |
            | 新しく始めた人数（人） | 12 | 130 | 140 | 270 |
            """;
        var text = Plan.Replace("湖畔のしごと", "波止場のしごと", StringComparison.Ordinal) + "\n" + table;
        using var client = site.NewClient();
        var (address, page) = await Upload(client, "波止場.md", Encoding.UTF8.GetBytes(text));
        await PostTo(client, address, page, "import", Typing(("v:/indicators/0/baseline", "13"), ("reason", "照合")));

        var revised = text.Replace("| 140 | 270 |", "| 120 | 250 |", StringComparison.Ordinal) + "\n改訂";
        var (next, shown) = await Upload(client, "波止場2.md", Encoding.UTF8.GetBytes(revised));

        Changes(shown)
            .ShouldBe([
                "新しく始めた人数　令和7年度（2025年度）の目標値 | 140 | 120",
                "新しく始めた人数　累計（記載） | 270 | 250",
            ]);
        Preview(shown).ShouldContain("取り込み後の値：「13」");
        shown.QuerySelector("#v-indicators-0-baseline")!.ParentElement!.TextContent.ShouldContain("「13」になります");
        var typed = await Post(client, next, shown, "keep", Typing("v:/indicators/0/baseline", "15"));
        Preview(typed).ShouldContain("ここで入力した「15」");
        Changes(typed)[0].ShouldBe("新しく始めた人数　基準値（事業開始前） | 13 | 15");
    }

    private static List<string> Changes(IDocument page) =>
        [
            .. page.QuerySelectorAll("table.changes tbody tr")
                .Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim()))),
        ];

    private static string Preview(IDocument page) =>
        string.Join(
            ' ',
            page.QuerySelector("section[aria-labelledby=outcome]")!
                .TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
        );

    private static string Row(IDocument list, string name) =>
        list.QuerySelectorAll(".cards > li").First(row => row.TextContent.Contains(name)).TextContent;

    private static async Task<IDocument> Open(HttpClient client, Uri address) =>
        await Parse(await client.GetStringAsync(address, Cancel));

    private static string? Value(IDocument page, string name)
    {
        var field = page.QuerySelector($"[name='{name}']")!;
        return field.GetAttribute("value") ?? field.TextContent;
    }

    private static Func<string, string?> Typing(string field, string text) => Typing((field, text));

    private static Func<string, string?> Typing(params (string Field, string Text)[] typed) =>
        name => typed.Where(one => one.Field == name).Select(one => one.Text).FirstOrDefault();
}
