using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Shirube.Documents.Stored;
using Shirube.Indicators;
using Shirube.Plans;
using Shirube.Tests.Documents.Stored;
using Shirube.Tests.Support;

namespace Shirube.Tests.Web;

/// <summary>Values put right on the evidence page, as a browser without script does it.</summary>
public sealed class EvidenceTests(Site site) : IClassFixture<Site>
{
    private const string First = "/indicators/0/targets/0/value";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Correct_FigureThatBreaksTheSum_SaysSoAtOnceAndOnThePlan()
    {
        using var client = site.NewClient();
        var plan = await Import(SamplePlan.File("合計の計画"));
        (await Get(client, plan)).QuerySelector("#chart-1 h3")!.TextContent.ShouldContain("合計で 700");

        var answer = await Correct(client, plan, First, "310");

        answer.QuerySelector("main .notice[role=status]")!.TextContent.ShouldContain("新しい確認事項");
        answer.QuerySelector("main .findings")!.TextContent.ShouldContain("KPI101");
        answer.QuerySelector("#value")!.GetAttribute("value").ShouldBe("310");
        var page = await Get(client, plan);
        page.QuerySelector("section[aria-labelledby=findings]")!.TextContent.ShouldContain("KPI101");
        page.QuerySelector("#chart-1 h3")!.TextContent.ShouldContain("710人 が記載の累計 700人 と合わない");
        page.QuerySelector(".checked.bad")!.TextContent.ShouldContain("710");

        await Correct(client, plan, First, "300");
        (await Get(client, plan))
            .QuerySelector("section[aria-labelledby=findings]")!
            .TextContent.ShouldNotContain("KPI101");
    }

    [Theory]
    [InlineData("/planEnd", "令和5年3月31日", "PLAN125")]
    [InlineData("/totalCostYen", "-5千円", "PLAN126")]
    [InlineData("/totalCostYen", "5千円", "PLAN127")]
    [InlineData("/entities/0", "どこか広域連合", "PLAN104")]
    public async Task Correct_WhatCannotBe_IsSavedAndSaid(string pointer, string typed, string code)
    {
        using var client = site.NewClient();
        var plan = await Import(
            SamplePlan
                .File("無理な計画" + code)
                .With(text => text.Replace("計画の認定の日", "令和6年4月1日", StringComparison.Ordinal))
        );

        var answer = await Correct(client, plan, pointer, typed);

        answer.QuerySelector("main .findings")!.TextContent.ShouldContain(code);
        (await Get(client, plan)).QuerySelector("#corrections")!.TextContent.ShouldContain("1件");
    }

    [Theory]
    [InlineData("/indicators/0/baseline", "79228162514264337593543950335", "18桁")]
    [InlineData("/indicators/0/baseline", "0.00000000000000000000000000001", "10桁")]
    [InlineData("/totalCostYen", "9999999999999999999999999999", "18桁")]
    [InlineData("/totalCostYen", "79228162514264337593543950335千円", "18桁")]
    [InlineData("/indicators/0/baseline", "1\n2", "数値として読めません")]
    public async Task Correct_NumberThatIsNotKept_IsRefusedAtTheField(string pointer, string typed, string said)
    {
        using var client = site.NewClient();
        var plan = await Import(SamplePlan.File("過大な訂正" + pointer + typed.Length));

        var answer = await Correct(client, plan, pointer, typed);

        answer.QuerySelector(".error-summary a[href='#value']")!.TextContent.ShouldContain(said);
        answer.QuerySelector("#value")!.GetAttribute("value").ShouldBe(typed);
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    public async Task Document_ValueKeptBeforeThereWasALimit_OpensAndCanBeCorrected(string kept)
    {
        using var client = site.NewClient();
        var plan = await Import(SamplePlan.File("過大な値" + kept));
        await Correct(client, plan, "/area", "群馬県桐生市の全域");
        await using (var db = site.NewContext())
        {
            var number = int.Parse(plan[(plan.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
            var huge = decimal.Parse(kept, CultureInfo.InvariantCulture);
            await db.Database.ExecuteSqlAsync(
                $"update indicator set baseline = {huge}, total = {huge} where document_number = {number}",
                Cancel
            );
            await db.Database.ExecuteSqlAsync(
                $"update indicator_figure set value = {huge} where document_number = {number}",
                Cancel
            );
        }
        foreach (var page in (string[])["", "/findings", "/text", "/basis", "/indicators.csv"])
        {
            using var answer = await client.GetAsync(plan + page, Cancel);
            ((int)answer.StatusCode).ShouldBeLessThan(500, plan + page);
        }
        (await Get(client, plan)).Body!.TextContent.ShouldContain("KPI115");

        await Correct(client, plan, "/indicators/0/baseline", "12");

        (await Get(client, plan + "/evidence?pointer=/indicators/0/baseline"))
            .QuerySelector("#value")!
            .GetAttribute("value")
            .ShouldBe("12");
    }

    [Fact]
    public async Task Correct_StartToTheCertification_StandsOnThePlan()
    {
        using var client = site.NewClient();
        var plan = await Import(SamplePlan.File("認定日の計画"));
        await Correct(client, plan, "/planStart", "令和6年4月1日");

        await Correct(client, plan, "/planStart", "認定の日");

        var page = await Get(client, plan);
        page.QuerySelector(".summary a[href*='planStart']")!.TextContent.ShouldBe("認定の日");
        page.QuerySelector("#corrections")!.TextContent.ShouldContain("2件");
    }

    [Theory]
    [InlineData(First, "３００")]
    [InlineData("/planStart", "認定の日")]
    [InlineData("/area", " 群馬県の全域 ")]
    public async Task Correct_SameValue_IsNoCorrection(string pointer, string typed)
    {
        using var client = site.NewClient();
        var plan = await Import(SamplePlan.File("同じ値の計画" + pointer));

        var answer = await Correct(client, plan, pointer, typed);

        answer.QuerySelector("main .notice")!.TextContent.ShouldContain("訂正は記録していません");
        (await Get(client, plan)).QuerySelector("#corrections")!.TextContent.ShouldContain("0件");
    }

    [Fact]
    public async Task Correct_TitleEmptied_ShowsTheFileNameAndSaysSo()
    {
        using var client = site.NewClient();
        var plan = await Import(SamplePlan.File("消える名の計画"));

        await Correct(client, plan, "/title", "");

        var page = await Get(client, plan);
        page.QuerySelector("h1")!.TextContent.ShouldBe("plan");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("名称なし");
        page.QuerySelector("section[aria-labelledby=findings]")!.TextContent.ShouldContain("PLAN118");
    }

    [Fact]
    public async Task Evidence_OfAnEmptiedValue_SaysWhoEmptiedItAndWhatTheDocumentSaid()
    {
        using var client = site.NewClient();
        var plan = await Import(SamplePlan.File("空欄の計画"));
        await Correct(client, plan, First, "");

        var page = await Get(client, plan);
        var link = page.QuerySelector($"table.matrix a[href*='{Uri.EscapeDataString(First)}']")!;
        link.TextContent.ShouldBe("空欄");
        var evidence = await Get(client, link.GetAttribute("href")!);

        var said = evidence.QuerySelector("section[aria-labelledby=evidence-value]")!.TextContent;
        said.ShouldContain(site.Officer.Name + " が空欄にしました");
        said.ShouldContain("300");
        said.ShouldNotContain("読み取られていません");
        evidence.QuerySelector("#passage")!.TextContent.ShouldContain("300");
    }

    [Fact]
    public async Task Csv_CorrectedCell_SaysWhoAndWhy()
    {
        using var client = site.NewClient();
        var plan = await Import(SamplePlan.File("表の計画"));
        await Correct(client, plan, First, "310");

        var rows = (await client.GetStringAsync(plan + "/indicators.csv", Cancel)).Split("\r\n");

        rows[0].ShouldEndWith("状態,訂正した欄,訂正前,訂正者,訂正日,訂正理由");
        rows.Single(row => row.Contains(",310,", StringComparison.Ordinal))
            .ShouldMatch(",値,300," + site.Officer.Name + ",[0-9]{4}-[0-9]{2}-[0-9]{2},原本を確認$");
        rows.Single(row => row.Contains(",400,", StringComparison.Ordinal)).ShouldEndWith(",,,,,");
    }

    [Fact]
    public async Task Csv_AFigureInWords_SaysThemAndThatItIsOpenAsThePageDoes()
    {
        using var client = site.NewClient();
        var plan = await Import(SamplePlan.File("言葉の計画", first: "現状維持"));

        var rows = (await client.GetStringAsync(plan + "/indicators.csv", Cancel)).Split("\r\n");

        rows[0].ShouldContain(",値,単位,数値でない記載,状態,");
        rows.Single(row => row.Contains("現状維持", StringComparison.Ordinal)).ShouldContain(",現状維持,未確定,");
        var cell = (await Get(client, plan))
            .QuerySelector($"table.matrix a[href*='{Uri.EscapeDataString(First)}']")!
            .ParentElement!;
        cell.TextContent.Trim().ShouldBe("未確定 「現状維持」");
    }

    [Theory]
    [InlineData("keep", "350")]
    [InlineData("take", "310")]
    public async Task Revised_ValueThatChanged_WaitsForAPersonWhoDecides(string way, string after)
    {
        using var client = site.NewClient();
        var plan = await Import(SamplePlan.File("改訂の計画" + way));
        await Correct(client, plan, First, "310");
        await Correct(client, plan, "/area", "群馬県の一部");
        await Import(SamplePlan.File("改訂の計画" + way, first: "350"));

        var page = await Get(client, plan);
        page.QuerySelector("main .notice")!.TextContent.ShouldContain("1件");
        page.QuerySelector("#corrections")!.ParentElement!.TextContent.ShouldContain("第1版の訂正を引き継ぎ");
        var decide = page.QuerySelector("a[href*='#left'][href*='pointer']")!.GetAttribute("href")!;
        var form = await Get(client, decide);
        form.QuerySelector("#left")!.ParentElement!.TextContent.ShouldContain("350");
        var answer = await Send(client, decide, form, "decide", way, null);

        answer.QuerySelector(".error-summary").ShouldBeNull();
        page = await Get(client, plan);
        page.QuerySelector("main > .notice a[href='#left']").ShouldBeNull();
        page.QuerySelector("table.matrix tbody tr td:nth-of-type(3)")!.TextContent.ShouldContain(after);
        (await Get(client, decide)).QuerySelector("#left").ShouldBeNull();
    }

    [Fact]
    public async Task Revised_HeadingOfTheFiguresChanged_AsksForTheirMeaningAgain()
    {
        using var client = site.NewClient();
        var file = SamplePlan.File("数え方の計画");
        var plan = await Import(file);
        await using (var db = site.NewContext())
        {
            var version = new VersionKey(
                Shirube.Governments.GovernmentCode.Parse("100005"),
                int.Parse(plan.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture),
                1
            );
            var choice = new BasisChoice(0, TargetBasis.IncrementOverBaseline, Direction.Higher, "確認");
            await new ChooseBasis(db, TimeProvider.System).ExecuteAsync(
                Importing.AskerOf(db),
                version,
                choice,
                (null, null),
                Cancel
            );
        }
        await Import(file.With(text => text.Replace("年度増加分", "年度目標値", StringComparison.Ordinal)));

        var page = await Get(client, plan);
        page.QuerySelector("small.chosen").ShouldBeNull();
        var ask = await Get(client, page.QuerySelector("#left ~ * a[href*='/basis']")!.GetAttribute("href")!);

        ask.QuerySelector("#left")!.TextContent.ShouldContain("基準値に積み上げる増加分");
    }

    private async Task<string> Import(ImportedFile file)
    {
        return (await site.ImportAsync(file, Cancel)).Address;
    }

    private static async Task<IDocument> Correct(HttpClient client, string plan, string pointer, string typed)
    {
        var address = plan + "/evidence?pointer=" + Uri.EscapeDataString(pointer);
        return await Send(client, address, await Get(client, address), "correct", null, typed);
    }

    private static async Task<IDocument> Send(
        HttpClient client,
        string address,
        IDocument page,
        string form,
        string? way,
        string? typed
    )
    {
        var posted = page.QuerySelectorAll("form")
            .Single(one => one.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        var fields = posted
            .QuerySelectorAll("input[type=hidden]")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        fields["reason"] = "原本を確認";
        if (way is not null)
            fields["do"] = way;
        if (typed is not null)
            fields["value"] = typed;
        using var response = await client.PostAsync(address, new FormUrlEncodedContent(fields), Cancel);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        return await Parse(await response.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<IDocument> Get(HttpClient client, string address) =>
        await Parse(await client.GetStringAsync(address, Cancel));

    private static async Task<IDocument> Parse(string html) => await new HtmlParser().ParseDocumentAsync(html, Cancel);
}
