using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Permissions;
using static Shirube.Tests.Web.Plans.PlanForms;

namespace Shirube.Tests.Web.Plans;

/// <summary>The pages of the tree, the schedule, the money and the application, posted as a browser without script does it.</summary>
public sealed class AnnexPageTests(Site site) : IClassFixture<Site>
{
    private const string Own = "202029";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tree_Drawn_IsNestedListsOfLinksWithWhatIsMissing()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);

        var page = await GetAsync(client, Of(plan, "tree"));

        page.QuerySelectorAll(".policy-tree > li").Length.ShouldBe(5);
        page.QuerySelectorAll(".policy-tree > li > ol > li").Length.ShouldBe(16);
        page.QuerySelectorAll("[data-node]").Length.ShouldBe(23);
        var coverage = page.QuerySelector("section[aria-labelledby=coverage]")!.TextContent;
        coverage.ShouldContain("いちばん下の項目17件のうち、5件に");
        coverage.ShouldContain("どこにもひも付いていないもの 1件");
        page.QuerySelector("section[aria-labelledby=weights]")!
            .TextContent.ShouldContain("100 × 2 ÷ (1 + 2 + 1) ＝ 50％");
    }

    [Fact]
    public async Task Table_OfTheTree_SpansWhatLiesAboveSeveralRows()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);

        var page = await GetAsync(client, Of(plan, "tree?view=table"));

        page.QuerySelectorAll(".tree-table thead th")
            .Select(head => head.TextContent)
            .ShouldBe(["政策", "施策", "事業", "KPI"]);
        var rows = page.QuerySelectorAll(".tree-table tbody tr");
        rows.Length.ShouldBe(17);
        rows[0].QuerySelectorAll("th").Select(cell => cell.GetAttribute("rowspan")).ShouldBe(["4", "2", "1"]);
        // Every row has as many columns as the head, those that begin above it counted.
        rows.SelectMany(row => row.Children)
            .Sum(cell => Span(cell, "rowspan") * Span(cell, "colspan"))
            .ShouldBe(17 * 4);
    }

    [Fact]
    public async Task Tree_RefusedForm_KeepsWhatWasTypedAndSaysWhy()
    {
        var (plan, _, measure) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, $"tree?view=outline&node={measure}");
        var page = await GetAsync(client, address);

        var (_, refused) = await PostAsync(
            client,
            address,
            page,
            "edit",
            new()
            {
                ["name"] = "書きかけの名",
                ["text"] = "書きかけの説明",
                ["weight"] = "abc",
            }
        );

        refused.QuerySelector("#name")!.GetAttribute("value").ShouldBe("書きかけの名");
        refused.QuerySelector("#text")!.TextContent.ShouldBe("書きかけの説明");
        refused.QuerySelector("#weight")!.GetAttribute("value").ShouldBe("abc");
        refused.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#weight");
    }

    [Fact]
    public async Task Tree_TwoPeopleAtOnce_AreToldAndLoseNothing()
    {
        var (plan, _, measure) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, $"tree?view=outline&node={measure}");
        var (mine, theirs) = (await GetAsync(client, address), await GetAsync(client, address));
        await PostAsync(client, address, theirs, "edit", new() { ["name"] = "先に保存した名" });

        var (_, late) = await PostAsync(client, address, mine, "edit", new() { ["name"] = "後から書いた名" });

        late.QuerySelector(".error-summary")!.TextContent.ShouldContain("先に保存した名");
        late.QuerySelector("#name")!.GetAttribute("value").ShouldBe("後から書いた名");
        var (_, again) = await PostAsync(client, address, late, "edit", new() { ["name"] = "後から書いた名" });
        again.QuerySelector("[role=status]").ShouldNotBeNull();
        again.QuerySelector($"#n-{measure} .name")!.TextContent.ShouldBe("後から書いた名");
    }

    [Fact]
    public async Task Tree_NodeAddedMovedAndRemoved_LeadsBackToThePage()
    {
        var (plan, policy, measure) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var outline = Of(plan, "tree?view=outline");
        var added = await PostAsync(
            client,
            outline,
            await GetAsync(client, outline),
            "add",
            new() { ["names"] = "六つ目の政策", ["parent"] = "" }
        );
        added.Page.QuerySelectorAll(".tree-outline > li").Length.ShouldBe(6);
        var address = Of(plan, $"tree?view=outline&node={policy}");

        var moved = await PostAsync(client, address, await GetAsync(client, address), "down", []);
        moved.Page.QuerySelectorAll(".tree-outline > li")[1].Id.ShouldBe($"n-{policy}");
        var cycle = await PostAsync(
            client,
            address,
            await GetAsync(client, address),
            "move",
            new() { ["to"] = $"{measure}" }
        );
        cycle.Page.QuerySelector(".error-summary")!.TextContent.ShouldContain("それ自身や、その下にある");
        var removed = await PostAsync(
            client,
            address,
            await GetAsync(client, address),
            "remove",
            new() { ["loss"] = "5/2/1", ["with-below"] = "yes" }
        );

        removed.Page.QuerySelectorAll(".tree-outline > li").Length.ShouldBe(5);
        removed.Page.QuerySelector($"#n-{measure}").ShouldBeNull();
        // From a page that still showed it.
        var gone = await PostAsync(
            client,
            address,
            await GetAsync(client, outline),
            "up",
            new() { ["node"] = $"{policy}" }
        );
        gone.Page.QuerySelector(".error-summary")!.TextContent.ShouldContain("もうありません");
    }

    [Theory]
    [InlineData("H9.4", "R6.6", "from", "平成26年4月1日から令和20年3月31日まで")]
    [InlineData("1900-04", "R6.6", "from", "計画期間の前後10年")]
    [InlineData("R6.4", "令和99年4月", "to", "令和99年4月")]
    [InlineData("令和6年4月", "令和20年4月", "to", "令和20年4月")]
    public async Task Schedule_MonthFarFromTheTerm_IsRefusedWithAllThatWasTyped(
        string from,
        string to,
        string field,
        string said
    )
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, "schedule");
        var page = await GetAsync(client, address);

        var (_, refused) = await PostAsync(
            client,
            address,
            page,
            "add",
            new()
            {
                ["item-name"] = "説明会",
                ["from"] = from,
                ["to"] = to,
                ["note"] = "各地区で",
            }
        );

        refused.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#" + field);
        refused.QuerySelector($"#{field}-error")!.TextContent.ShouldContain(said);
        refused.QuerySelector("#item-name")!.GetAttribute("value").ShouldBe("説明会");
        refused.QuerySelector("#from")!.GetAttribute("value").ShouldBe(from);
        refused.QuerySelector("#to")!.GetAttribute("value").ShouldBe(to);
        refused.QuerySelector("#note")!.TextContent.Trim().ShouldBe("各地区で");
        refused.QuerySelectorAll(".schedule tbody tr").Length.ShouldBe(4);
    }

    [Fact]
    public async Task Schedule_OfAPlanWithoutATerm_TakesMonthsAroundTodayAlone()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        await using (var db = site.NewContext(Own))
            await db
                .DraftPassages.Where(row => row.DraftNumber == plan && row.Key.StartsWith("5-2-8"))
                .ExecuteDeleteAsync(Cancel);
        using var client = site.NewClient(Own);
        var address = Of(plan, "schedule");
        var page = await GetAsync(client, address);

        var (_, refused) = await PostAsync(
            client,
            address,
            page,
            "add",
            new() { ["item-name"] = "説明会", ["from"] = "昭和60年4月" }
        );
        refused.QuerySelector("#from-error")!.TextContent.ShouldContain("計画期間（50年まで）を入力すると");
        var (_, taken) = await PostAsync(client, address, refused, "add", new() { ["from"] = "令和20年4月" });
        taken.QuerySelectorAll(".schedule tbody tr").Length.ShouldBe(5);
    }

    [Fact]
    public async Task Schedule_OfMonthsFromBefore_KeepsThemWhenOnlyTheNoteChanges()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        await using (var db = site.NewContext(Own))
            await db
                .DraftSchedule.Where(row => row.DraftNumber == plan && row.Name == "計画の周知")
                .ExecuteUpdateAsync(row => row.SetProperty(item => item.FirstMonth, new DateOnly(1900, 4, 1)), Cancel);
        using var client = site.NewClient(Own);
        var list = await GetAsync(client, Of(plan, "schedule"));
        list.QuerySelector(".schedule-bar").ShouldBeNull();
        list.QuerySelector("main .notice.look")!.TextContent.ShouldContain("図は描いていません");
        var address = list.QuerySelector("a[href*='?item=']")!.GetAttribute("href")!.Split('#')[0];

        var (_, saved) = await PostAsync(
            client,
            address,
            await GetAsync(client, address),
            "edit",
            new() { ["note"] = "前からの工程" }
        );

        saved.QuerySelector(".error-summary").ShouldBeNull();
        saved.QuerySelector(".schedule tbody")!.TextContent.ShouldContain("前からの工程");
    }

    [Theory]
    [InlineData("人を育てる\n\t学びの場\n\t\t講座\n\t働く場\n町を開く")]
    [InlineData("人を育てる\n　学びの場\n　　講座\n　働く場\n町を開く")]
    [InlineData("  人を育てる\n    学びの場\n\n      講座\n　　働く場\n  町を開く")]
    public async Task Tree_IndentedList_IsPutDownWithItsLevels(string names)
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, "tree?view=outline");

        var (_, added) = await PostAsync(
            client,
            address,
            await GetAsync(client, address),
            "add",
            new() { ["names"] = names, ["parent"] = "" }
        );

        var roots = added.QuerySelectorAll(".tree-outline > li").Skip(5).ToList();
        roots.Select(Name).ShouldBe(["人を育てる", "町を開く"]);
        var below = roots[0].QuerySelectorAll(":scope > ol > li").ToList();
        below.Select(Name).ShouldBe(["学びの場", "働く場"]);
        below[0].QuerySelectorAll(":scope > ol > li").Select(Name).ShouldBe(["講座"]);
        roots[1].QuerySelector("ol").ShouldBeNull();

        static string Name(IElement node) => node.QuerySelector(".name")!.TextContent.Trim();
    }

    [Theory]
    [InlineData("人を育てる\n    学びの場\n  働く場", "3行目「働く場」")]
    [InlineData("人を育てる\n\t学びの場\n  働く場", "3行目「働く場」")]
    [InlineData("　人を育てる\n町を開く", "2行目「町を開く」")]
    [InlineData(
        "a\n b\n  c\n   d\n    e\n     f\n      g\n       h\n        i\n         j\n          k",
        "11行目「k」は11段目"
    )]
    public async Task Tree_ListThatIsNotIndentedAlike_IsRefusedAndStaysAsTyped(string names, string said)
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, "tree?view=outline");

        var (_, refused) = await PostAsync(
            client,
            address,
            await GetAsync(client, address),
            "add",
            new() { ["names"] = names, ["parent"] = "" }
        );

        refused.QuerySelector("#names-error")!.TextContent.ShouldContain(said);
        refused.QuerySelector("#names")!.TextContent.ReplaceLineEndings("\n").ShouldBe(names);
        refused.QuerySelectorAll(".tree-outline > li").Length.ShouldBe(5);
    }

    [Theory]
    [InlineData("tie-99999")]
    [InlineData("tie-abc")]
    [InlineData("tie-")]
    public async Task Tree_TieToNoIndicatorOfThePlan_IsRefused(string field)
    {
        var (plan, _, measure) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, $"tree?view=outline&node={measure}");

        var (_, refused) = await PostAsync(
            client,
            address,
            await GetAsync(client, address),
            "tie",
            new() { [field] = "yes" }
        );

        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("この計画のKPIではない");
        refused.QuerySelector("[role=status]").ShouldBeNull();
    }

    [Theory]
    [InlineData("tie", null, "もうありません")]
    [InlineData("link", null, "もうありません")]
    [InlineData("link", "", "しるべの中で開ける計画や文書ではありません")]
    [InlineData("nonsense", null, "何をするのかが分かりませんでした")]
    public async Task Tree_FormAboutNoNodeOrToNoPlan_IsRefusedInRightWords(string act, string? address, string said)
    {
        var (plan, _, measure) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var page = Of(plan, $"tree?view=outline&node={measure}");

        var (_, refused) = await PostAsync(
            client,
            page,
            await GetAsync(client, page),
            act,
            new()
            {
                ["node"] = $"{measure + 1_000}",
                ["link-name"] = "条例",
                ["relation"] = "Ordinance",
                ["address"] = address is null ? "" : "/governments/100005/plans/1",
            }
        );

        refused.QuerySelector("[role=status]").ShouldBeNull();
        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain(said);
    }

    [Fact]
    public async Task Funding_WithABadCell_KeepsTheGoodOnesAndWhatWasTyped()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, "funding");
        var page = await GetAsync(client, address);
        page.QuerySelector("main .lead")!.TextContent.ShouldContain("財源の計は401,000千円です。");
        page.QuerySelector("section[aria-labelledby=share]")!
            .TextContent.ShouldContain(
                "4年目（令和9年度（2027年度））：財源計画では1.5％で、目標の3.6％に2.1ポイント届きません"
            );

        var (_, refused) = await PostAsync(
            client,
            address,
            page,
            "save",
            new() { ["2024-Other"] = "12.5", ["2025-Other"] = "たくさん" }
        );

        refused.QuerySelector("[id='2025-Other']")!.GetAttribute("value").ShouldBe("たくさん");
        refused.QuerySelector("[id='2025-Other-error']").ShouldNotBeNull();
        refused.QuerySelector("[id='2024-Other']")!.GetAttribute("value").ShouldBe("12,500円");
    }

    [Fact]
    public async Task Application_OfAMonth_ProposesStepsThatCanBeDone()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, "application");

        var (_, planned) = await PostAsync(
            client,
            address,
            await GetAsync(client, address),
            "plan",
            new() { ["kind"] = "New", ["day"] = "令和12年9月" }
        );

        planned.QuerySelectorAll("main tbody tr").Length.ShouldBe(2 * 7);
        planned.QuerySelector("main tbody")!.TextContent.ShouldContain("令和12年9月10日（火）");
        var (_, done) = await PostAsync(client, address, planned, "done", new() { ["round"] = "2", ["step"] = "1" });
        done.QuerySelector("#step-2-1")!.TextContent.ShouldContain("済");
        (await client.GetStringAsync($"/governments/{Own}/calendar?year=2030", Cancel)).ShouldContain("庁内照会の締切");
        var (_, wrong) = await PostAsync(
            client,
            address,
            planned,
            "plan",
            new() { ["kind"] = "New", ["day"] = "そのうち" }
        );
        wrong.QuerySelector("#day")!.GetAttribute("value").ShouldBe("そのうち");
    }

    [Fact]
    public async Task Application_WithoutADay_SaysThatItIsMissing()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, "application?round=1&step=1");
        var page = await GetAsync(client, address);

        var (_, round) = await PostAsync(client, address, page, "plan", new() { ["kind"] = "New", ["day"] = " " });
        round.QuerySelector("#day-error")!.TextContent.ShouldContain("日を入力してください");
        var (_, step) = await PostAsync(client, address, page, "edit", new() { ["step-day"] = "" });
        step.QuerySelector("#step-day-error")!.TextContent.ShouldContain("日を入力してください");
    }

    [Fact]
    public async Task Tree_PostedWhileThePlanWentToItsApproval_KeepsWhatWasTyped()
    {
        var (plan, _, measure) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, $"tree?view=outline&node={measure}");
        var page = await GetAsync(client, address);
        var approval = await HandOverAsync(site, plan);

        var (_, refused) = await PostAsync(client, address, page, "edit", new() { ["text"] = "間に合わなかった説明" });

        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain($"決裁の途中（第{approval}号）");
        refused.QuerySelector("#text")!.TextContent.ShouldBe("間に合わなかった説明");
        var fresh = await GetAsync(client, address);
        fresh.QuerySelector("button[value=edit]").ShouldBeNull();
        fresh.QuerySelector("main .notice")!.TextContent.ShouldContain($"決裁の途中（第{approval}号）");
    }

    [Theory]
    [InlineData("move", "to", "abc", "to")]
    [InlineData("move", "to", "-3", "to")]
    [InlineData("move", "to", "99999", "to")]
    [InlineData("move", "to", null, "to")]
    [InlineData("add", "parent", "abc", "names-below")]
    [InlineData("add", "parent", null, "names-below")]
    [InlineData("add", "parent", "99999", "main")]
    public async Task Tree_FormOfAPlaceThatIsNone_IsRefusedAndNothingMoves(
        string act,
        string field,
        string? place,
        string at
    )
    {
        var (plan, _, measure) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, $"tree?view=outline&node={measure}");
        var page = await GetAsync(client, address);
        var before = page.QuerySelectorAll(".tree-outline li").Select(node => node.Id).ToList();
        if (place is null)
            foreach (var input in page.QuerySelectorAll($"[name='{field}']").ToList())
                input.Remove();
        var typed = new Dictionary<string, string> { ["names"] = "新しい項目" };
        if (place is not null)
            typed[field] = place;

        var (_, refused) = await PostAsync(client, address, page, act, typed);

        refused.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#" + at);
        refused.QuerySelectorAll(".tree-outline li").Select(node => node.Id).ShouldBe(before);
        (await GetAsync(client, address)).QuerySelectorAll(".tree-outline > li").Length.ShouldBe(5);
        if (act == "add")
            refused.QuerySelector("#names-below")!.TextContent.Trim().ShouldBe("新しい項目");
    }

    [Theory]
    [InlineData("1900-01-10")]
    [InlineData("2199-12-31")]
    [InlineData("平成16年9月")]
    public async Task Application_OfADayThatCannotBe_IsRefusedWithTheYearsThatCan(string day)
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, "application");
        var page = await GetAsync(client, address);

        var (_, refused) = await PostAsync(client, address, page, "plan", new() { ["kind"] = "New", ["day"] = day });

        refused.QuerySelector("#day-error")!.TextContent.ShouldContain("平成17年4月1日");
        refused.QuerySelector("#day")!.GetAttribute("value").ShouldBe(day);
        refused.QuerySelectorAll("main tbody tr").Length.ShouldBe(7);
        var step = Of(plan, "application?round=1&step=1");
        var (_, wrong) = await PostAsync(
            client,
            step,
            await GetAsync(client, step),
            "edit",
            new() { ["step-title"] = "庁内照会", ["step-day"] = "1900-01-10" }
        );
        wrong.QuerySelector("#step-day-error")!.TextContent.ShouldContain("1900-01-10");
        wrong.QuerySelector("#step-title")!.GetAttribute("value").ShouldBe("庁内照会");
    }

    [Fact]
    public async Task Paste_WithAHeadRow_GoesIntoTheColumnsThatItNames()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);
        var address = Of(plan, "indicators");

        var (_, pasted) = await PasteAsync("KPI\t単位\t現状値\n来館者数\t人\t10");
        pasted.QuerySelector("main .notice.good[role=status]")!.TextContent.ShouldContain("KPI / 単位 / 現状値");
        pasted.QuerySelectorAll("input[type=text][value='来館者数']").Length.ShouldBe(1);
        var (_, plain) = await PasteAsync("講座数\t回\t3");
        plain.QuerySelector("main .notice.good[role=status]")!.TextContent.ShouldNotContain("見出し");
        var (_, only) = await PasteAsync("KPI\t単位\t現状値");
        only.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#block");
        only.QuerySelector("#block")!.TextContent.Trim().ShouldBe("KPI\t単位\t現状値");
        var (_, turned) = await PasteAsync("KPI\t担当課\t2027年度\t2026年度\t基準値\n利用者数\t文化課\t27\t26\t5");
        turned.QuerySelector("main .error-summary")!.TextContent.ShouldContain("担当課");
        var row = turned.QuerySelector("input[value='利用者数']")!.GetAttribute("name")!.Split(':')[1];
        foreach (var (column, figure) in new[] { ("baseline", "5"), ("2026", "26"), ("2027", "27"), ("unit", "") })
            turned.QuerySelector($"input[name='c:{row}:{column}']")!.GetAttribute("value").ShouldBe(figure);

        async Task<(Uri, IDocument Page)> PasteAsync(string block)
        {
            var now = await GetAsync(client, address);
            return await PostAsync(
                client,
                address,
                now,
                "paste",
                new()
                {
                    ["block"] = block,
                    ["from-column"] = "name",
                    ["from-row"] = $"{now.QuerySelectorAll("tr[data-row]").Length - 1}",
                }
            );
        }
    }

    [Fact]
    public async Task Page_OfAReader_HasNothingToChangeAndRefusesAPost()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(
            await site.WithSecondFactorAsync(
                await site.AddPersonAsync("監査（見本）", (Own, Role.Auditor, null)),
                Role.Auditor
            )
        );

        foreach (var part in (string[])["tree?view=outline", "schedule", "funding", "application"])
        {
            var page = await GetAsync(client, Of(plan, part));
            page.QuerySelectorAll("main form").ShouldBeEmpty(part);
        }
    }

    [Fact]
    public async Task Page_OfAPlanThatIsNotThere_IsNotFound()
    {
        using var client = site.NewClient(Own);

        foreach (
            var part in (string[])["tree", "schedule", "funding", "application", "tree.csv", "tree.docx", "annex.css"]
        )
        {
            using var answer = await client.GetAsync(Of(999, part), Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, part);
        }
    }

    [Fact]
    public async Task Downloads_OfTheTree_HoldEveryNode()
    {
        var (plan, _, _) = await AnnexSite.StartAsync(site);
        using var client = site.NewClient(Own);

        using var answer = await client.GetAsync(Of(plan, "tree.csv"), Cancel);
        var csvName = answer.Content.Headers.ContentDisposition!.FileNameStar;
        var csv = await answer.Content.ReadAsStringAsync(Cancel);
        var word = await client.GetByteArrayAsync(Of(plan, "tree.docx"), Cancel);

        // Five measures have two indicators each: a row of their own for each.
        csv.TrimEnd().Split("\r\n").Length.ShouldBe(1 + 23 + 5);
        csv.ShouldContain("若者が戻る仕事をつくる");
        using var package = new System.IO.Compression.ZipArchive(new MemoryStream(word));
        using var text = new StreamReader(package.GetEntry("word/document.xml")!.Open());
        (await text.ReadToEndAsync(Cancel)).ShouldContain("政策　稼ぐ産業をつくる");
        await using var db = site.NewContext(Own);
        var taken = await db
            .AuditRecords.Where(record =>
                record.Act == "plan.exported" && record.Subject == $"/governments/{Own}/plans/{plan}"
            )
            .Select(record => record.After)
            .ToListAsync(Cancel);
        csvName.ShouldBe("産業をそだてる計画_施策体系表（案）.csv");
        taken.ShouldBe(
            ["{\"what\":\"tree.csv\",\"approval\":null}", "{\"what\":\"tree.docx\",\"approval\":null}"],
            ignoreOrder: true
        );
    }

    private static string Of(int plan, string part) => $"/governments/{Own}/plans/{plan}/{part}";

    private static int Span(IElement cell, string name) =>
        int.Parse(cell.GetAttribute(name) ?? "1", System.Globalization.CultureInfo.InvariantCulture);
}
