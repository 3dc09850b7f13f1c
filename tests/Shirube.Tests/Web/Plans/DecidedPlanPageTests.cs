using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.Plans.Writing;
using Shirube.Tests.Web.Approvals;

namespace Shirube.Tests.Web.Plans;

/// <summary>The document that a decided plan becomes, and what is said of the plan that is written on, by a browser without script.</summary>
public sealed partial class DecidedPlanPageTests(Site site) : IClassFixture<Site>
{
    private const string Own = "100005";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PlanForm.A3007)]
    [InlineData(PlanForm.Industry)]
    public async Task Page_OfADecidedPlan_ShowsItsTreeItsScheduleAndItsMoney(PlanForm form)
    {
        using var client = site.NewClient(Own);
        var decided = await AddAsync(form);

        var page = await GetAsync(client, decided.Document);

        page.QuerySelectorAll("main .annex > h2").Select(Text).ShouldBe(["施策体系", "工程表", "財源計画"]);
        var (tree, schedule, funding) = (
            Annex(page, "annex-tree"),
            Annex(page, "annex-schedule"),
            Annex(page, "annex-funding")
        );
        tree.QuerySelectorAll(".policy-tree a.name")
            .Select(Text)
            .ShouldBe(["学びで仕事をつくる", "学ぶ場をひらく", "夜の講座", "仕事とむすぶ"]);
        foreach (
            var said in (string[])
                [
                    "施策",
                    "重み 2",
                    "働きながら学べるようにする。",
                    "KPI 講座の修了者数",
                    "（重み 3）",
                    "根拠条例: 生涯学習条例",
                    "上位計画第2期総合計画",
                ]
        )
            Text(tree).ShouldContain(said);
        schedule.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        Text(schedule).ShouldContain("担当：企画課");
        Text(schedule.QuerySelector("#item-1 .months")!).ShouldBe("令和8年4月〜令和8年9月");
        funding
            .QuerySelectorAll("table.funding tbody tr")
            .Select(Cells)
            .ShouldBe(["600,000|20,500||||620,500|3.3", "|||580,000||580,000|0.0", "|||||0|—"]);
        Text(funding).ShouldContain("1年目（令和8年度（2026年度））：財源計画では3.3％で、目標の3.65％に");
        // To be read: nothing of it is changed here.
        page.QuerySelectorAll("main .annex form, main .annex input, main .annex button").ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_OfADecidedPlan_LeadsFromEachValueOfItsAnnexesToThePassage()
    {
        using var client = site.NewClient(Own);
        var decided = await AddAsync(PlanForm.A3007);
        var page = await GetAsync(client, decided.Document);
        var links = page.QuerySelectorAll("main .annex a")
            .Select(link => (Shown: Text(link), Address: link.GetAttribute("href")!))
            .ToList();

        links.Count.ShouldBeGreaterThan(20);
        links.ShouldContain(link => link.Shown == "600,000");
        foreach (var (shown, address) in links)
        {
            address.ShouldStartWith(decided.Document + "/evidence?pointer=");
            var evidence = await GetAsync(client, address);
            var passage = evidence.QuerySelector(".document .here");
            passage.ShouldNotBeNull(address);
            // 令和8年4月 stands as 2026年4月, 40.0 as 40％.
            var number = Number().Match(shown);
            if (shown.Contains('月', StringComparison.Ordinal))
                Text(passage).ShouldMatch("202[0-9]年[0-9]+月");
            else if (number.Success)
                Text(passage).ShouldContain(number.Value.Replace(".0", "", StringComparison.Ordinal));
            Text(evidence.QuerySelector("h1")!).ShouldNotContain("文書の記載");
        }
    }

    [Fact]
    public async Task Page_OfADecidedPlan_DrawsTheTablesInItsText()
    {
        using var client = site.NewClient(Own);
        var decided = await AddAsync(PlanForm.A3007);

        var page = await GetAsync(client, decided.Document);

        page.QuerySelectorAll("p.text").ShouldNotContain(text => text.TextContent.Contains('\t'));
        var tables = page.QuerySelectorAll("section[aria-labelledby='chapters'] table").ToList();
        var figures = tables.Single(table => Text(table).Contains("KPI増加分", StringComparison.Ordinal));
        figures.QuerySelectorAll("thead th[scope=col]").Select(Text).First().ShouldBe("事業開始前（現時点）");
        figures.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        Cells(figures.QuerySelector("tbody tr")!).ShouldBe("KPI①|0.00|120.00|240.00|-|-|-|-|360.00");
        var review = tables.Single(table => Text(table).Contains("【検証時期】", StringComparison.Ordinal));
        review.QuerySelectorAll("thead tr").Length.ShouldBe(2);
        review.QuerySelector("thead th[colspan]")!.GetAttribute("colspan").ShouldBe("3");
        Text(review.QuerySelector("tbody tr")!).ShouldContain("産業団体4名、銀行1名");
    }

    [Fact]
    public async Task Page_OfAPlanThatRestsOnDonations_SaysWhatIsAimedAtUnderItsOwnName()
    {
        using var client = site.NewClient(Own);
        var decided = await AddAsync(PlanForm.A2007);

        var page = await GetAsync(client, decided.Document);

        var rows = page.QuerySelector("main section .summary")!
            .QuerySelectorAll("div")
            .ToDictionary(row => Text(row.QuerySelector("dt")!), row => row.QuerySelector("dd")!);
        rows.ShouldNotContainKey("総事業費");
        Text(rows["寄附の金額の目安"]).ShouldBe("1,200,500千円");
        var evidence = await GetAsync(client, rows["寄附の金額の目安"].QuerySelector("a")!.GetAttribute("href")!);
        Text(evidence.QuerySelector(".document .here")!).ShouldContain("1,200,500 千円");
        Text(page.QuerySelector("main")!).ShouldNotContain("総事業費 1,200,500");
    }

    [Fact]
    public async Task Counts_OfWhatChanged_AreTheSameOnEveryPageThatSaysOne()
    {
        using var client = site.NewClient(Own);
        var title = Title();
        var before = DecidedSample.Of(PlanForm.A3007, title);
        var decided = await DecidedPlan.AddAsync(site, Own, before);
        var approval = await decided.ChangeAsync(
            site,
            before with
            {
                Passages = before.Passages.SetItem("5-2-3", "学ぶ場を二つ設ける。\n講座を夜に開く。\n教材を作る。"),
                Funding = [.. before.Funding.Skip(1)],
                Schedule = [before.Schedule[0] with { Note = "担当：教育課" }, .. before.Schedule.Skip(1)],
            }
        );

        var versions = await GetAsync(client, decided.Plan + "/versions");
        var link = versions
            .QuerySelectorAll("main a")
            .Single(one => Text(one).Contains("項目変わって", StringComparison.Ordinal));
        var comparison = await GetAsync(client, link.GetAttribute("href")!);
        var approved = await GetAsync(client, approval);

        Text(link).ShouldBe("決裁された最新の版から3項目変わっています");
        Text(comparison.QuerySelector("main")!).ShouldContain("では、3項目が違います。");
        Text(approved.QuerySelector("main")!)
            .ShouldContain($"決裁第{decided.Approval}号で承認された内容から3項目が変わります。");
        approved.QuerySelectorAll("table.differences tbody tr").Length.ShouldBe(3);
        // What the table lists it counts in rows, and says so.
        var rows = comparison.QuerySelectorAll("table.comparison tbody tr").Length;
        Number()
            .Matches(Text(comparison.QuerySelectorAll("main p").Single(line => Counted().IsMatch(Text(line)))))
            .Sum(match => int.Parse(match.Value, null))
            .ShouldBe(rows);
    }

    [Fact]
    public async Task Findings_OnTheTextOfASection_NameItAsThePlanDoesAndLeadThere()
    {
        using var client = site.NewClient(Own);
        var plan = DecidedSample.Of(PlanForm.A3007, Title());
        var decided = await DecidedPlan.AddAsync(site, Own, plan);
        await using var db = site.NewContext(Own);
        var number = int.Parse(decided.Document.Split('/', '?')[4], CultureInfo.InvariantCulture);
        db.Add(
            new StoredFinding
            {
                GovernmentCode = GovernmentCode.Parse(Own),
                DocumentNumber = number,
                VersionNumber = 1,
                Position = 900,
                Code = "PLAN010",
                Severity = Severity.Error,
                Arguments = ["4-1 地方創生の実現における構造的な課題", "人が減っている。", "人が増えている。"],
                Pointer = "/chapters/3/text",
            }
        );
        await db.SaveChangesAsync(Cancel);

        var page = await GetAsync(client, decided.Document + "/findings");

        var said = page.QuerySelectorAll("ul.findings > li")
            .Where(item => Text(item).Contains("PLAN010", StringComparison.Ordinal))
            .ToList();
        said.ShouldNotBeEmpty();
        foreach (var item in said)
        {
            Text(item).ShouldNotContain("の章");
            var links = item.QuerySelectorAll(".head a").Select(link => link.GetAttribute("href")!).ToList();
            links.ShouldNotBeEmpty();
            foreach (var link in links)
            {
                using var there = await client.GetAsync(link, Cancel);
                there.StatusCode.ShouldBe(HttpStatusCode.OK);
                if (link.Split('#') is [_, var id])
                    (await Posting.Parse(await there.Content.ReadAsStringAsync(Cancel)))
                        .GetElementById(id)
                        .ShouldNotBeNull();
            }
        }
        var own = said.First(item =>
            Text(item).Contains("4-1 地方創生の実現における構造的な課題", StringComparison.Ordinal)
        );
        own.QuerySelector($".head a[href='{decided.Plan}/sections/4-1']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Evidence_OfAnApproximateFigure_SaysWhatStandsThereAndWhere()
    {
        using var client = site.NewClient(Own);
        var plan = DecidedSample.Of(PlanForm.A3007, Title());
        var first = plan.Indicators[0];
        var worded = first with
        {
            Baseline = PlanFigure.Of("約100"),
            Targets = [first.Targets[0] with { Figure = PlanFigure.Of("約130") }, first.Targets[1]],
        };
        var decided = await DecidedPlan.AddAsync(
            site,
            Own,
            plan with
            {
                Indicators = [worded, .. plan.Indicators.Skip(1)],
            }
        );

        foreach (var (pointer, said) in new[] { ("baseline", "約100"), ("targets/0/value", "約130") })
        {
            var page = await GetAsync(client, $"{decided.Document}/evidence?pointer=/indicators/0/{pointer}");

            var values = Text(page.QuerySelector("section[aria-labelledby=evidence-value]")!);
            values.ShouldContain($"「{said}」と書かれています");
            values.ShouldContain("数えていません");
            values.ShouldNotContain("この値は文書から読み取られていません");
            page.QuerySelector("#passage")!.TextContent.ShouldContain(said);
        }
    }

    [Fact]
    public async Task Participants_InTheWordsOfThePlan_AreNamedAndPutRightWhereTheyStand()
    {
        using var client = site.NewClient(Own);
        var plan = DecidedSample.Of(PlanForm.A3007, Title());
        var key = PlanReview.KeyOf(PlanOutline.Review, plan.Authors[0], PlanReview.ParticipantsQuestion);
        var decided = await DecidedPlan.AddAsync(
            site,
            Own,
            plan with
            {
                Passages = plan.Passages.SetItem(key, "県民と話し合う場を設ける。"),
            }
        );
        var listed = (await GetAsync(client, decided.Document))
            .QuerySelectorAll("section[aria-labelledby=verification] a")
            .Single(link => Text(link) == "県民と話し合う場を設ける。")
            .GetAttribute("href")!;
        var page = await GetAsync(client, listed);
        Text(page.QuerySelector("h1")!).ShouldContain("会議の構成");

        foreach (var typed in new[] { "公募の県民が加わる。", "" })
        {
            page = await GetAsync(client, listed);
            var (_, corrected) = await PlanForms.PostAsync(
                client,
                listed,
                page,
                "",
                new()
                {
                    ["_handler"] = "correct",
                    ["seen"] = page.QuerySelector("input[name=seen]")!.GetAttribute("value")!,
                    ["value"] = typed,
                    ["reason"] = "要綱が変わったため",
                }
            );
            corrected.QuerySelector(".error-summary").ShouldBeNull();
            var section = Text(
                (await GetAsync(client, decided.Document)).QuerySelector("section[aria-labelledby=verification]")!
            );
            section.ShouldNotContain("県民と話し合う場を設ける。");
            section.Contains("公募の県民が加わる。", StringComparison.Ordinal).ShouldBe(typed.Length > 0);
        }
        (await GetAsync(client, listed)).QuerySelector("#value").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("html")]
    [InlineData("md")]
    [InlineData("pdf")]
    public async Task File_OfWhatNobodyDecided_SaysSoOnItsFirstLineAndIsReadAsThePlan(string ending)
    {
        using var client = site.NewClient(Own);
        var plan = DecidedSample.Of(PlanForm.A3007, Title());
        var decided = await DecidedPlan.AddAsync(site, Own, plan);
        var clean = await FileAsync(client, decided.Plan, ending);
        await decided.ChangeAsync(site, plan with { Passages = plan.Passages.SetItem("4-1", "書きかけの文。") });

        var file = await FileAsync(client, decided.Plan, ending);

        clean.Lines.ShouldNotContain(line => line.Text.Contains("（案）", StringComparison.Ordinal));
        var today = Shirube.Calendar.JapanDay.Today(TimeProvider.System);
        var mark = file.Lines.First(line => !string.IsNullOrWhiteSpace(line.Text));
        mark.Plain.Replace(' ', '　').ShouldBe($"（案）{today.Year}年{today.Month}月{today.Day}日現在　未決裁");
        mark.IsRunning.ShouldBeTrue();
        var read = ReadPlan.Of(Recogniser.Read(file), PlanForm.A3007, []);
        ReadBack
            .Differences(
                plan with
                {
                    Passages = plan.Passages.SetItem("4-1", "書きかけの文。"),
                },
                read,
                text => string.Concat(text.Where(c => !char.IsWhiteSpace(c)))
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task File_OfAPlanInReview_NamesTheApproval()
    {
        using var client = site.NewClient(Own);
        var plan = DecidedSample.Of(PlanForm.A3007, Title());
        var decided = await DecidedPlan.AddAsync(site, Own, plan);
        var approval = await decided.ChangeAsync(site, plan with { Schedule = [] });
        await decided.SubmitAsync(site, approval);

        var file = await FileAsync(client, decided.Plan, "docx");

        file.Lines[0].Plain.ShouldEndWith($"日現在　決裁第{approval.Split('/')[^1]}号で回議中");
        file.Lines[0].IsRunning.ShouldBeTrue();
    }

    [Fact]
    public async Task Restore_OfAStateWhoseTreeHasLinks_BringsThemBack()
    {
        using var client = site.NewClient(Own);
        var plan = DecidedSample.Of(PlanForm.A3007, Title());
        var decided = await DecidedPlan.AddAsync(site, Own, plan);
        await decided.ChangeAsync(site, plan with { Nodes = [] });
        var page = await GetAsync(client, decided.Plan + "/versions");

        using var restored = await client.PostAsync(
            decided.Plan + "/versions",
            new FormUrlEncodedContent(
                page.QuerySelectorAll("main form input")
                    .GroupBy(input => input.GetAttribute("name")!)
                    .ToDictionary(inputs => inputs.Key, inputs => inputs.First().GetAttribute("value") ?? "")
            ),
            Cancel
        );

        restored.StatusCode.ShouldBe(HttpStatusCode.OK);
        var tree = await GetAsync(client, decided.Plan + "/tree");
        Text(tree.QuerySelector(".policy-tree")!).ShouldContain("根拠条例: 生涯学習条例");
    }

    private static async Task<SourceDocument> FileAsync(HttpClient client, string plan, string ending)
    {
        using var answer = await client.GetAsync($"{plan}/hand-in/file?format={ending}", Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return DocumentReader.Read("計画." + ending, await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    private Task<DecidedPlan> AddAsync(PlanForm form) =>
        DecidedPlan.AddAsync(site, Own, DecidedSample.Of(form, Title()));

    /// <summary>One of its own: a document of the same name would be another version.</summary>
    private static string Title() => "学びの計画" + Guid.NewGuid().ToString("N")[..6];

    private static IElement Annex(IDocument page, string id) => page.GetElementById(id)!.ParentElement!;

    private static string Text(IElement element)
    {
        var shown = (IElement)element.Clone();
        foreach (var aside in shown.QuerySelectorAll(".visually-hidden, .mark"))
            aside.Remove();
        return string.Join(' ', shown.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Cells(IElement row) => string.Join('|', row.QuerySelectorAll("td").Select(Text));

    private static async Task<IDocument> GetAsync(HttpClient client, string address) =>
        await Posting.Parse(await client.GetStringAsync(address, Cancel));

    [GeneratedRegex(@"[0-9][0-9,.]*")]
    private static partial Regex Number();

    [GeneratedRegex("^(?:変更|追加|削除|移動|判断できない) [0-9]+行")]
    private static partial Regex Counted();
}
