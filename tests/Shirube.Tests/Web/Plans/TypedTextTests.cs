using AngleSharp.Dom;
using Shirube.Plans.Writing;
using Shirube.Tests.Support;
using static Shirube.Tests.Web.Plans.PlanForms;

namespace Shirube.Tests.Web.Plans;

/// <summary>What was typed on the pages of a plan stays on them, whatever stood in the way of saving it.</summary>
public sealed class TypedTextTests(Site site) : IClassFixture<Site>, IDisposable
{
    private const string Own = "202029";

    private readonly HttpClient client = site.NewClient(Own);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Funding_PostedWhileThePlanWentToItsApproval_KeepsEveryFigure()
    {
        var (plan, address, page) = await OpenAsync("funding");
        var approval = await HandOverAsync(site, plan);

        var (_, refused) = await PostAsync(
            client,
            address,
            page,
            "save",
            new() { ["2024-Other"] = "12.5", ["2025-Grant"] = "たくさん" }
        );

        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain($"決裁の途中（第{approval}号）");
        Value(refused, "2024-Other").ShouldBe("12.5");
        Value(refused, "2025-Grant").ShouldBe("たくさん");
        refused.QuerySelector("input[name='seen-2025-Grant']")!.GetAttribute("value").ShouldBe("50,000");

        var (_, share) = await PostAsync(client, address, page, "target", new() { ["nth"] = "6", ["percent"] = "3.6" });
        share.QuerySelector("#nth")!.GetAttribute("value").ShouldBe("6");
        share.QuerySelector("#percent")!.GetAttribute("value").ShouldBe("3.6");
    }

    [Fact]
    public async Task Node_MovedWhileItsTextWasTyped_KeepsTheTextOnThePage()
    {
        var (plan, _, measure) = await AnnexSite.StartAsync(site);
        var address = Of(plan, $"tree?view=outline&node={measure}");
        var page = await GetAsync(client, address);

        var (_, moved) = await PostAsync(client, address, page, "up", new() { ["text"] = "長い説明" });

        moved.QuerySelector("#text")!.TextContent.Trim().ShouldBe("長い説明");
        moved.QuerySelector("main")!.TextContent.ShouldContain("まだ保存していません");
    }

    /// <summary>The key presses the first button of a form, whichever field it is pressed in.</summary>
    [Fact]
    public async Task Funding_SentByTheEnterKey_SavesWhatWasTypedAndDropsNoTarget()
    {
        var (_, address, page) = await OpenAsync("funding");
        (_, page) = await PostAsync(client, address, page, "target", new() { ["nth"] = "3", ["percent"] = "1.5" });
        var enter = page.QuerySelector("main form button[type=submit]")!.GetAttribute("value")!;

        (_, page) = await PostAsync(client, address, page, enter, new() { ["nth"] = "6", ["percent"] = "3.6" });
        var targets = page.QuerySelector("section[aria-labelledby=share]")!.TextContent;
        (_, page) = await PostAsync(client, address, page, enter, new() { ["2024-Other"] = "125" });

        targets.ShouldContain("1.5");
        targets.ShouldContain("3.6");
        Value(page, "2024-Other").ShouldBe("125");
    }

    [Fact]
    public async Task Funding_OfYearsThatThePlanHasNoMore_IsShownToBeCopied()
    {
        var (plan, address, page) = await OpenAsync("funding");

        var (_, refused) = await PostAsync(
            client,
            address,
            page,
            "save",
            new()
            {
                ["2031-Grant"] = "777",
                ["seen-2031-Grant"] = "",
                ["2024-Other"] = "5",
            }
        );

        refused.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#unplaced");
        var kept = refused.QuerySelector("section[aria-labelledby=unplaced]")!;
        kept.TextContent.ShouldContain("令和13年度（2031年度）");
        kept.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("777");
        Value(refused, "2024-Other").ShouldBe("5");
    }

    [Fact]
    public async Task Schedule_PostedWhileThePlanWentToItsApproval_KeepsWhatWasTyped()
    {
        var (plan, address, page) = await OpenAsync("schedule");
        await HandOverAsync(site, plan);

        var (_, refused) = await PostAsync(
            client,
            address,
            page,
            "add",
            new()
            {
                ["item-name"] = "説明会",
                ["from"] = "R7.4",
                ["to"] = "R7.5",
                ["note"] = "各地区で",
            }
        );

        refused.QuerySelector("#item-name")!.GetAttribute("value").ShouldBe("説明会");
        refused.QuerySelector("#from")!.GetAttribute("value").ShouldBe("R7.4");
        refused.QuerySelector("#to")!.GetAttribute("value").ShouldBe("R7.5");
        refused.QuerySelector("#note")!.TextContent.Trim().ShouldBe("各地区で");
    }

    [Fact]
    public async Task Schedule_RefusedForAWrongMonth_DoesNotReplaceWhatAnotherSavedMeanwhileUnread()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        var list = await GetAsync(client, Of(plan, "schedule"));
        var address = list.QuerySelector("a[href*='?item=']")!.GetAttribute("href")!.Split('#')[0];
        var (mine, theirs) = (await GetAsync(client, address), await GetAsync(client, address));
        await PostAsync(client, address, theirs, "edit", new() { ["note"] = "ほかの人の備考" });

        var (_, wrong) = await PostAsync(
            client,
            address,
            mine,
            "edit",
            new() { ["item-name"] = "わたしの工程", ["from"] = "いつか" }
        );
        wrong.QuerySelector("#from-error").ShouldNotBeNull();
        var (_, late) = await PostAsync(client, address, wrong, "edit", new() { ["from"] = "令和6年4月" });

        late.QuerySelector(".error-summary")!.TextContent.ShouldContain("ほかの人が先に保存しました");
        late.QuerySelector("#item-name")!.GetAttribute("value").ShouldBe("わたしの工程");
    }

    [Theory]
    [InlineData("up")]
    [InlineData("remove")]
    [InlineData("down")]
    public async Task Schedule_ButtonOfAnotherItem_KeepsWhatWasTypedForANewOne(string act)
    {
        var (plan, address, page) = await OpenAsync("schedule");
        var button = page.QuerySelectorAll($".schedule button[value^='{act}-']")[1].GetAttribute("value")!;

        var (_, moved) = await PostAsync(
            client,
            address,
            page,
            button,
            new()
            {
                ["item-name"] = "説明会",
                ["from"] = "R7.4",
                ["note"] = "各地区で",
            }
        );

        moved.QuerySelector(".error-summary").ShouldBeNull();
        moved.QuerySelector("main")!.TextContent.ShouldContain("まだ保存していません");
        Value(moved, "item-name").ShouldBe("説明会");
        Value(moved, "from").ShouldBe("R7.4");
        moved.QuerySelector("#note")!.TextContent.Trim().ShouldBe("各地区で");
        moved.QuerySelectorAll(".schedule tbody tr").Length.ShouldBe(act == "remove" ? 3 : 4);
        var (_, added) = await PostAsync(client, address, moved, "add", []);
        added.QuerySelector(".schedule tbody")!.TextContent.ShouldContain("説明会");
        added.QuerySelector("main")!.TextContent.ShouldNotContain("まだ保存していません");
        Value(added, "item-name").ShouldBe("");
    }

    [Fact]
    public async Task Schedule_ButtonOfAnotherItem_KeepsWhatWasTypedInAnOpenOne()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        var list = await GetAsync(client, Of(plan, "schedule"));
        var address = list.QuerySelector("a[href*='?item=']")!.GetAttribute("href")!.Split('#')[0];
        var page = await GetAsync(client, address);
        var down = page.QuerySelector(".schedule button[value^='down-']")!.GetAttribute("value")!;

        var (_, moved) = await PostAsync(client, address, page, down, new() { ["note"] = "書きかけの備考" });
        moved.QuerySelector("#note")!.TextContent.Trim().ShouldBe("書きかけの備考");
        var (_, saved) = await PostAsync(client, address, moved, "edit", []);
        saved.QuerySelector(".schedule tbody")!.TextContent.ShouldContain("書きかけの備考");

        // Nothing was typed: it leads back to the list.
        page = await GetAsync(client, address);
        var (there, _) = await PostAsync(client, address, page, down, []);
        there.Query.ShouldNotContain("item=");
    }

    [Fact]
    public async Task Funding_EitherButton_KeepsWhatWasTypedForTheOther()
    {
        var (plan, address, page) = await OpenAsync("funding");
        var typed = new Dictionary<string, string>
        {
            ["2024-Other"] = "77",
            ["2025-Grant"] = "たくさん",
            ["nth"] = "6",
            ["percent"] = "5.5",
        };

        var (_, target) = await PostAsync(client, address, page, "target", typed);
        target.QuerySelector(".error-summary").ShouldBeNull();
        Value(target, "2024-Other").ShouldBe("77");
        Value(target, "2025-Grant").ShouldBe("たくさん");
        Value(target, "nth").ShouldBe("");
        target.QuerySelector("section[aria-labelledby=share]")!.TextContent.ShouldContain("6年目");
        target.QuerySelector("main")!.TextContent.ShouldContain("まだ保存していません");

        var (_, dropped) = await PostAsync(client, address, target, "drop-6", []);
        dropped.QuerySelector("section[aria-labelledby=share]")!.TextContent.ShouldNotContain("6年目");
        Value(dropped, "2025-Grant").ShouldBe("たくさん");

        var (_, saved) = await PostAsync(
            client,
            address,
            dropped,
            "save",
            new()
            {
                ["2025-Grant"] = "88",
                ["nth"] = "7",
                ["percent"] = "6",
            }
        );
        saved.QuerySelector(".error-summary").ShouldBeNull();
        Value(saved, "2025-Grant").ShouldBe("88");
        Value(saved, "2024-Other").ShouldBe("77");
        Value(saved, "nth").ShouldBe("7");
        var (_, last) = await PostAsync(client, address, saved, "target", []);
        last.QuerySelector("section[aria-labelledby=share]")!.TextContent.ShouldContain("7年目");
        last.QuerySelector("main")!.TextContent.ShouldNotContain("まだ保存していません");
    }

    [Theory]
    [InlineData("sections/5-2-8")]
    [InlineData("indicators")]
    [InlineData("tree?view=outline")]
    [InlineData("funding")]
    public async Task SendBack_PostedWhileThePlanWentToItsApproval_KeepsTheReason(string part)
    {
        var (plan, address, page) = await OpenAsync(part);
        await HandOverAsync(site, plan);

        var (_, refused) = await PostAsync(
            client,
            address,
            page,
            "SentBack",
            new() { ["state"] = "SentBack", ["said"] = "数字の根拠がない" }
        );

        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("決裁の途中");
        refused.QuerySelector("#said")!.TextContent.Trim().ShouldBe("数字の根拠がない");
        refused.QuerySelector("#said")!.Closest("details")!.HasAttribute("open").ShouldBeTrue();
    }

    [Fact]
    public async Task Section_PostedWhileThePlanWentToItsApproval_KeepsWhatWasTyped()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        var (period, authors) = (
            await GetAsync(client, Of(plan, "sections/5-2-8")),
            await GetAsync(client, Of(plan, "sections/2"))
        );
        await HandOverAsync(site, plan);

        var (_, refused) = await PostAsync(
            client,
            Of(plan, "sections/5-2-8"),
            period,
            "save",
            new() { ["t:5-2-8-end"] = "令和11年3月31日" }
        );
        refused.QuerySelector("#passage-5-2-8-end")!.GetAttribute("value").ShouldBe("令和11年3月31日");
        var (_, author) = await PostAsync(
            client,
            Of(plan, "sections/2"),
            authors,
            "",
            new() { ["_handler"] = "add", ["author"] = "群馬県桐生市" }
        );
        author.QuerySelector("#author")!.GetAttribute("value").ShouldBe("群馬県桐生市");
    }

    [Fact]
    public async Task Cells_PostedWhileThePlanWentToItsApproval_KeepWhatWasTypedAndWhatItRestsOn()
    {
        var (plan, address, page) = await OpenAsync("indicators");
        var row = page.QuerySelector("tr[data-row]")!.GetAttribute("data-row");
        await HandOverAsync(site, plan);

        var (_, refused) = await PostAsync(
            client,
            address,
            page,
            "paste",
            new()
            {
                [$"c:{row}:2024"] = "12",
                ["c:0:name"] = "新しいKPI",
                ["c:9999:name"] = "消えた行",
                ["s:9999:name"] = "",
                ["block"] = "貼り付けた表\t人",
            }
        );

        refused.QuerySelector($"input[name='c:{row}:2024']")!.GetAttribute("value").ShouldBe("12");
        refused.QuerySelector("input[name='c:0:name']")!.GetAttribute("value").ShouldBe("新しいKPI");
        refused.QuerySelector("#block")!.TextContent.Trim('\n').ShouldBe("貼り付けた表\t人");
        refused.QuerySelector("section[aria-labelledby=unplaced] textarea")!.TextContent.Trim().ShouldBe("消えた行");
    }

    [Fact]
    public async Task Meaning_RefusedForAMove_StillHoldsWhatIsSaved()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        var row = (await GetAsync(client, Of(plan, "indicators")))
            .QuerySelector("tr[data-row]")!
            .GetAttribute("data-row");
        var address = Of(plan, $"indicators/{row}");
        await PostAsync(
            client,
            address,
            await GetAsync(client, address),
            "",
            new()
            {
                ["_handler"] = "meaning",
                ["basis"] = "Level",
                ["definition"] = "年度末の数",
                ["seen"] = (await GetAsync(client, address))
                    .QuerySelector("#meaning input[name=seen]")!
                    .GetAttribute("value")!,
            }
        );
        var page = await GetAsync(client, address);
        page.QuerySelector("#definition")!.TextContent.ShouldBe("年度末の数");
        await HandOverAsync(site, plan);

        var (_, refused) = await PostAsync(client, address, page, "down", []);

        refused.QuerySelector(".error-summary").ShouldNotBeNull();
        refused.QuerySelector("#definition")!.TextContent.ShouldBe("年度末の数");
        refused.QuerySelector("input[value=Level]")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task Excuse_PostedWhileThePlanWentToItsApproval_KeepsTheReason()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        var address = Of(plan, "findings");
        await SaveAsync(plan, "5-2-8-end", "いつか", 1);
        var page = await GetAsync(client, address);
        page.QuerySelector("main textarea[name=reason]").ShouldNotBeNull();
        await HandOverAsync(site, plan);

        var (_, refused) = await PostAsync(client, address, page, "excuse", new() { ["reason"] = "国と調整中" });
        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("決裁の途中");
        refused.QuerySelector("textarea[name=reason]")!.TextContent.Trim().ShouldBe("国と調整中");

        var (_, gone) = await PostAsync(
            client,
            address,
            page,
            "excuse",
            new() { ["reason"] = "国と調整中", ["finding"] = "もうない指摘" }
        );
        gone.QuerySelector("section[aria-labelledby=unplaced] textarea")!.TextContent.Trim().ShouldBe("国と調整中");
    }

    [Fact]
    public async Task Node_RemovedWhileSomebodyWroteOnIt_LeavesTheTextOnThePage()
    {
        var (plan, _, measure) = await AnnexSite.StartAsync(site);
        var address = Of(plan, $"tree?view=outline&node={measure}");
        var page = await GetAsync(client, address);
        await PostAsync(client, address, page, "remove", new() { ["with-below"] = "yes" });

        var (_, refused) = await PostAsync(
            client,
            address,
            page,
            "edit",
            new() { ["name"] = "書き直した名", ["text"] = "長い説明" }
        );

        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("もうありません");
        refused
            .QuerySelectorAll("section[aria-labelledby=unplaced] textarea")
            .Select(text => text.TextContent.Trim())
            .ShouldBe(["書き直した名", "長い説明"]);
    }

    [Fact]
    public async Task Passage_OfAnAuthorWhomSomebodyRemoved_StaysOnThePage()
    {
        var (plan, address, page) = await OpenAsync("sections/5-2-8");

        var (_, refused) = await PostAsync(
            client,
            address,
            page,
            "save",
            new() { ["t:5-2-6-9-month"] = "外した団体の文", ["was:5-2-6-9-month"] = "" }
        );

        refused.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#unplaced");
        refused
            .QuerySelector("section[aria-labelledby=unplaced] textarea")!
            .TextContent.Trim()
            .ShouldBe("外した団体の文");
    }

    public void Dispose() => client.Dispose();

    /// <summary>A part of a plan that has something everywhere.</summary>
    private async Task<(int Plan, string Address, IDocument Page)> OpenAsync(string part)
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        return (plan, Of(plan, part), await GetAsync(client, Of(plan, part)));
    }

    private async Task SaveAsync(int plan, string key, string text, int seen)
    {
        await using var db = site.NewContext(Own);
        var saved = await new SavePassage(db, TimeProvider.System).ExecuteAsync(
            Importing.AskerOf(db),
            plan,
            new(key, text, seen),
            Cancel
        );
        saved.Fault.ShouldBeNull();
    }

    private static string? Value(IDocument page, string id) =>
        page.QuerySelector($"[id='{id}']")!.GetAttribute("value");

    private static string Of(int plan, string part) => $"/governments/{Own}/plans/{plan}/{part}";
}
