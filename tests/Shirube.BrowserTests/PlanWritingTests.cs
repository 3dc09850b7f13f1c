using Microsoft.Playwright;

namespace Shirube.BrowserTests;

/// <summary>
/// A plan written in a browser: saved while it is typed, kept through a crash, two people in one passage, a block pasted
/// from a spreadsheet. With SHIRUBE_WRITE_DOCS=1 the pictures of docs/plans.md are taken on the way.
/// </summary>
public sealed class PlanWritingTests(Browser browser) : IClassFixture<Browser>
{
    private const string Plans = "/governments/202029/plans";

    private const string Block =
        "地域へのUIJターン就職者数\t人\t１，６００\t1,800\t1,900\t2,000\t2,000\t2,000\n"
        + "デジタル企業の進出数\t社\t0社\t約4\t4\t集計中\t四\t▲4\n"
        + "共創プロジェクト数\t件\t0\t6\t6件\t6\t6\tたくさん";

    [Fact]
    public async Task Type_IntoASection_IsSavedWithoutAButtonAndCounted()
    {
        await using var visit = await StartAsync("自動で保存される計画");
        await visit.Page.GotoAsync(visit.Plan + "/sections/4-1");
        await visit.Page.FillAsync("#passage-4-1", "👨‍👩‍👧葛󠄀飾の人口は減っている。");
        await visit.SavedAsync("#passage-4-1");

        (await visit.Page.Locator("[data-count]").InnerTextAsync()).ShouldBe("13字");
        await PictureAsync(visit, "section");
        await visit.Page.ReloadAsync();
        (await visit.Page.InputValueAsync("#passage-4-1")).ShouldBe("👨‍👩‍👧葛󠄀飾の人口は減っている。");
        await visit.Page.GotoAsync(visit.Plan);
        await PictureAsync(visit, "hub");
        await visit.Visit.ShouldPassAxeAsync();
    }

    [Fact]
    public async Task Type_WhileTheServerCannotBeReached_IsThereAgainAfterACrash()
    {
        await using var visit = await StartAsync("途切れる計画");
        await visit.Page.GotoAsync(visit.Plan + "/sections/5-2-3");
        await visit.Page.RouteAsync("**/passages", route => route.AbortAsync());
        await visit.Page.FillAsync("#passage-5-2-3", "送れなかった文");
        await visit.Page.WaitForFunctionAsync(
            "() => document.querySelector('[data-kept]').textContent === document.querySelector('[data-kept]').dataset.no"
        );
        await using var again = await visit.Page.Context.NewPageAsync().ThenVisitAsync(visit.Plan + "/sections/4-1");
        await visit.Page.CloseAsync();

        await again.Page.GotoAsync(visit.Plan + "/sections/5-2-3");

        await HoldsAsync(again.Page, "#passage-5-2-3", "送れなかった文");
        // A window that is closed may still save: then there is nothing left to send.
        await again.Page.WaitForFunctionAsync("() => Object.keys(localStorage).length === 0");
        await again.Page.ReloadAsync();
        (await again.Page.InputValueAsync("#passage-5-2-3")).ShouldBe("送れなかった文");
    }

    [Fact]
    public async Task Type_InTwoWindowsThatCannotReachTheServer_LosesNeitherText()
    {
        await using var one = await StartAsync("窓の二つある計画");
        var section = one.Plan + "/sections/5-2-3";
        await one.Page.GotoAsync(section);
        await using var two = await one.Page.Context.NewPageAsync().ThenVisitAsync(section);
        foreach (var (window, text) in new[] { (one, "一つ目の窓の文"), (two, "二つ目の窓の文") })
        {
            await window.Page.RouteAsync("**/passages", route => route.AbortAsync());
            await window.Page.FillAsync("#passage-5-2-3", text);
            await window.Page.WaitForFunctionAsync(
                "() => document.querySelector('[data-kept]').textContent === document.querySelector('[data-kept]').dataset.no"
            );
        }
        await using var three = await one.Page.Context.NewPageAsync().ThenVisitAsync(section);
        // Longer than windows take to answer: what is in hand in an open one is not taken from it.
        await three.Page.WaitForTimeoutAsync(1_000);
        (await three.Page.InputValueAsync("#passage-5-2-3")).ShouldBe("");
        await one.Page.CloseAsync();
        await two.Page.CloseAsync();

        await three.Page.ReloadAsync();

        // A window that is closed may still save; either way nothing is left in this browser in the end.
        await three.Page.WaitForFunctionAsync("() => Object.keys(localStorage).length === 0");
        await three.Page.ReloadAsync();
        var rival = await three.Page.Locator(".rival").InnerTextAsync();
        rival.ShouldContain("一つ目の窓の文");
        rival.ShouldContain("二つ目の窓の文");
    }

    [Fact]
    public async Task Type_IntoWhatSomebodyElseChanged_KeepsBothAndLetsOnePutThemTogether()
    {
        await using var one = await StartAsync("二人で書く計画");
        await one.Page.GotoAsync(one.Plan + "/sections/4-1");
        await using var two = await one.Page.Context.NewPageAsync().ThenVisitAsync(one.Plan + "/sections/4-1");
        await one.Page.FillAsync("#passage-4-1", "一人目の文");
        await one.SavedAsync("#passage-4-1");

        await two.Page.FillAsync("#passage-4-1", "二人目の文");
        await two.Page.WaitForFunctionAsync(
            "() => document.querySelector('[data-kept]').textContent === document.querySelector('[data-kept]').dataset.rival"
        );
        await two.Page.ReloadAsync();

        (await two.Page.Locator(".rival").InnerTextAsync()).ShouldContain("一人目の文");
        (await two.Page.Locator(".rival").InnerTextAsync()).ShouldContain("二人目の文");
        await PictureAsync(two, "rival");
        await two.Visit.ShouldPassAxeAsync();
        await two.Page.FillAsync("#passage-4-1", "二人の文");
        await two.Page.CheckAsync(".rival input[type=checkbox]");
        await two.Page.ClickAsync("button[value=save]");
        (await two.Page.InputValueAsync("#passage-4-1")).ShouldBe("二人の文");
        (await two.Page.Locator(".rival").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Paste_OfABlockWithFiveFaults_MarksFiveCellsAndLosesNothing()
    {
        await using var visit = await StartAsync("貼り付ける計画");
        await PeriodAsync(visit);
        await visit.Page.GotoAsync(visit.Plan + "/indicators");
        await PasteAsync(visit.Page, "input[name='c:0:name']", Block);
        await visit.Page.WaitForFunctionAsync("() => document.querySelectorAll('tbody tr').length === 5");

        (await visit.Page.Locator("td.figure input[aria-invalid=true]").CountAsync()).ShouldBe(5);
        (await visit.Page.Locator("tbody tr").First.Locator("output").TextContentAsync()).ShouldBe("9,700");
        var second = visit.Page.Locator("tbody tr").Nth(1);
        (await second.Locator("input[type=text]").Nth(3).InputValueAsync()).ShouldBe("約4");
        (await second.Locator("input[type=text]").Nth(7).InputValueAsync()).ShouldBe("▲4");
        await PictureAsync(visit, "grid");
        await visit.Visit.ShouldPassAxeAsync();
    }

    [Fact]
    public async Task Paste_TakenBackOnce_LeavesTheTableAsItWas()
    {
        await using var visit = await StartAsync("取り消す計画");
        await PeriodAsync(visit);
        await visit.Page.GotoAsync(visit.Plan + "/indicators");
        await PasteAsync(visit.Page, "input[name='c:0:name']", "来館者数\t人\n講座数\t回");
        await visit.Page.WaitForFunctionAsync("() => document.querySelectorAll('tbody tr').length === 4");

        await visit.Page.FocusAsync("tbody tr input[type=text]");
        await visit.Page.Keyboard.PressAsync("Control+z");

        await visit.Page.WaitForFunctionAsync("() => document.querySelectorAll('tbody tr').length === 2");
        (await visit.Page.InputValueAsync("tbody tr input[type=text]")).ShouldBe("");
    }

    [Fact]
    public async Task Keys_InTheTable_MoveAsInASpreadsheetButNotWhileAWordIsConverted()
    {
        await using var visit = await StartAsync("矢印の計画");
        await PeriodAsync(visit);
        await visit.Page.GotoAsync(visit.Plan + "/indicators");
        await visit.Page.FocusAsync("input[name='c:0:name']");

        await visit.Page.Keyboard.PressAsync("ArrowRight");
        (await FocusAsync(visit.Page)).ShouldBe("c:0:unit");
        await visit.Page.Keyboard.PressAsync("Enter");
        (await FocusAsync(visit.Page)).ShouldBe("c:-1:unit");
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await visit.Page.EvaluateAsync(
            "() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))"
        );
        (await FocusAsync(visit.Page)).ShouldBe("c:0:unit");
    }

    [Fact]
    public async Task Type_SlowlyIntoACell_KeepsEveryDigitOverSeveralSaves()
    {
        await using var visit = await StartAsync("ゆっくり書く計画");
        await PeriodAsync(visit);
        await visit.Page.GotoAsync(visit.Plan + "/indicators");
        await visit.Page.FillAsync("input[name='c:0:name']", "来館者数");
        await CellsSavedAsync(visit.Page);
        var row = await visit.Page.Locator("tbody tr").First.GetAttributeAsync("data-row");
        var cell = $"input[name='c:{row}:2026']";
        // A page that comes late shows what was before the newest digits.
        await visit.Page.RouteAsync(
            "**/indicators",
            async route =>
            {
                await Task.Delay(
                    route.Request.ResourceType == "fetch" ? 1_500 : 0,
                    TestContext.Current.CancellationToken
                );
                await route.ContinueAsync();
            }
        );

        await visit.Page.ClickAsync(cell);
        foreach (var digit in "12345678")
        {
            await visit.Page.Keyboard.TypeAsync(digit.ToString());
            await visit.Page.WaitForTimeoutAsync(720);
        }
        await CellsSavedAsync(visit.Page);

        (await visit.Page.InputValueAsync(cell)).ShouldBe("12345678");
        (await FocusAsync(visit.Page)).ShouldBe($"c:{row}:2026");
        await visit.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        await visit.Page.ReloadAsync();
        (await visit.Page.InputValueAsync(cell)).ShouldBe("12345678");
    }

    [Fact]
    public async Task Type_IntoACellOfATableThatIsClosedMeanwhile_IsToldAboveTheTableAndStays()
    {
        await using var visit = await StartAsync("閉じられた計画");
        await PeriodAsync(visit);
        await visit.Page.GotoAsync(visit.Plan + "/indicators");
        await visit.Page.RouteAsync(
            "**/cells",
            route => route.FulfillAsync(new() { Status = 409, Json = new { fault = "回議中なので変えられません。" } })
        );

        await visit.Page.FillAsync("input[name='c:0:name']", "来館者数");
        await visit.Page.WaitForSelectorAsync("#grid .notice.bad[role=alert]");
        await visit.Page.FillAsync("input[name='c:0:unit']", "人");
        await visit.Page.WaitForTimeoutAsync(1_500);

        var told = visit.Page.Locator("#grid .notice.bad");
        (await told.CountAsync()).ShouldBe(1);
        (await told.InnerTextAsync()).ShouldBe("回議中なので変えられません。");
        (await visit.Page.InputValueAsync("input[name='c:0:name']")).ShouldBe("来館者数");
        await visit.Visit.ShouldPassAxeAsync();
    }

    [Fact]
    public async Task Send_AnotherFormThanTheOneThatHoldsText_AsksFirst()
    {
        await using var visit = await StartAsync("書きかけのある計画");
        await visit.Page.GotoAsync(visit.Plan + "/schedule");
        await visit.Page.FillAsync("#item-name", "説明会");
        var asked = "";
        visit.Page.Dialog += async (_, dialog) =>
        {
            asked = dialog.Message;
            await dialog.DismissAsync();
        };

        await visit.Page.ClickAsync("button[name=state][value=Done]");

        asked.ShouldContain("まだ保存されていません");
        visit.Page.Url.ShouldEndWith("/schedule");
        (await visit.Page.InputValueAsync("#item-name")).ShouldBe("説明会");
    }

    [Fact]
    public async Task Type_IntoACellAfterTheSessionEnded_IsKeptAndSentOnceSignedInAgain()
    {
        await using var visit = await StartAsync("サインインの切れる計画");
        await PeriodAsync(visit);
        await visit.Page.GotoAsync(visit.Plan + "/indicators");
        var cookies = await visit.Page.Context.CookiesAsync();
        await visit.Page.Context.ClearCookiesAsync(new() { Name = "shirube-session" });
        await visit.Page.FillAsync("input[name='c:0:name']", "来館者数");
        await SaidAsync(visit.Page, "out");
        await visit.Page.Context.AddCookiesAsync(
            cookies.Select(cookie => new Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Domain = cookie.Domain,
                Path = cookie.Path,
            })
        );

        await visit.Page.ReloadAsync();

        await HoldsOneIndicatorAsync(visit.Page, "来館者数");
    }

    [Fact]
    public async Task Type_IntoACellAndLeaveAtOnce_IsSavedOnce()
    {
        await using var visit = await StartAsync("すぐ離れる計画");
        await PeriodAsync(visit);
        await visit.Page.GotoAsync(visit.Plan + "/indicators");
        await visit.Page.FillAsync("input[name='c:0:name']", "来館者数");
        await visit.Page.GotoAsync(visit.Plan);

        await visit.Page.GotoAsync(visit.Plan + "/indicators");

        await HoldsOneIndicatorAsync(visit.Page, "来館者数");
    }

    [Fact]
    public async Task Table_WithoutScript_TakesAPastedBlock()
    {
        await using var visit = await StartAsync("スクリプトのない計画", script: false);
        await PeriodAsync(visit);
        await visit.Page.GotoAsync(visit.Plan + "/indicators");
        await visit.Page.ClickAsync("summary");
        await visit.Page.FillAsync("#block", Block);
        await visit.Page.SelectOptionAsync("#from-column", "name");
        await visit.Page.FillAsync("#from-row", "1");
        await visit.Page.ClickAsync("button[value=paste]");

        (await visit.Page.Locator("td.figure input[aria-invalid=true]").CountAsync()).ShouldBe(5);
        await visit.Page.ClickAsync("button[value=undo]");
        (await visit.Page.Locator("tbody tr").CountAsync()).ShouldBe(2);
    }

    public static TheoryData<string> Pages =>
        [
            Plans,
            Plans + "/new",
            Plans + "/copy",
            Plans + "/copy?from=" + Browser.Plan,
            "PLAN",
            "PLAN/sections/1",
            "PLAN/sections/2",
            "PLAN/sections/5-2-6",
            "PLAN/sections/6",
            "PLAN/indicators",
            "PLAN/findings",
            "PLAN/versions",
            "PLAN/comparison",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InBothLanguagesAndNarrow_PassesAxeAndDoesNotScrollSideways(string address)
    {
        await using var visit = await StartAsync("点検する計画");
        await visit.Page.GotoAsync(address.Replace("PLAN", visit.Plan, StringComparison.Ordinal));
        await visit.Visit.ShouldPassAxeAsync();
        visit.Visit.ConsoleErrors.ShouldBeEmpty();
        await visit.Page.SetViewportSizeAsync(390, 800);
        if (Environment.GetEnvironmentVariable("SHIRUBE_SHOTS") is { } folder)
            await visit.Page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(folder, address.Trim('/').Replace('/', '-').Replace('?', '-') + "-390.png"),
                    FullPage = true,
                }
            );
        await visit.Page.SetViewportSizeAsync(320, 800);
        (
            await visit.Page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        ).ShouldBe(0);
        await visit.Page.GotoAsync("/language/en?from=" + Uri.EscapeDataString(new Uri(visit.Page.Url).PathAndQuery));
        await visit.Visit.ShouldPassAxeAsync();
    }

    [Theory]
    [InlineData("tree")]
    [InlineData("funding")]
    [InlineData("hand-in")]
    [InlineData("versions")]
    public async Task Page_OfAPlanBegunFromAnImportedOne_SaysWhatItIs(string page)
    {
        await using var visit = await browser.VisitAsync(Plans + "/copy?from=" + Browser.Plan);
        await visit.Page.ClickAsync("main form button[type=submit]");
        await visit.Page.WaitForURLAsync("**/plans/*?notice=*");
        var plan = new PlanVisit(visit, new Uri(visit.Page.Url).AbsolutePath);

        await plan.Page.GotoAsync($"{plan.Plan}/{page}");

        (await plan.Page.Locator("h1").CountAsync()).ShouldBe(1);
        (await plan.Page.Locator("main").InnerTextAsync()).Length.ShouldBeGreaterThan(60);
        await PictureAsync(plan, page);
    }

    /// <summary>Waits until the field holds a text.</summary>
    private static Task HoldsAsync(IPage page, string field, string text) =>
        page.WaitForFunctionAsync(
            "([field, text]) => document.querySelector(field).value === text",
            new[] { field, text }
        );

    private async Task<PlanVisit> StartAsync(string title, bool script = true)
    {
        var visit = await browser.VisitAsync(Plans + "/new", script: script);
        await visit.Page.FillAsync("#title", title);
        await visit.Page.ClickAsync("main form button[type=submit]");
        await visit.Page.WaitForURLAsync("**/plans/*?notice=*");
        return new PlanVisit(visit, new Uri(visit.Page.Url).AbsolutePath);
    }

    private static async Task PeriodAsync(PlanVisit visit)
    {
        await visit.Page.GotoAsync(visit.Plan + "/sections/5-2-8");
        await visit.Page.FillAsync("#passage-5-2-8-start", "R8.4.1");
        await visit.Page.FillAsync("#passage-5-2-8-end", "令和13年3月31日");
        await visit.Page.ClickAsync("button[value=save]");
    }

    private static Task PasteAsync(IPage page, string cell, string block) =>
        page.EvaluateAsync(
            """
            ([cell, block]) => {
              const input = document.querySelector(cell);
              input.focus();
              const data = new DataTransfer();
              data.setData('text/plain', block);
              input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            new[] { cell, block }
        );

    /// <summary>Beside the two rows that are always there to write on.</summary>
    private static async Task HoldsOneIndicatorAsync(IPage page, string name)
    {
        await page.WaitForFunctionAsync("() => document.querySelectorAll('tbody tr').length === 3");
        await page.ReloadAsync();
        var rows = page.Locator("tbody tr");
        (await rows.First.Locator("input[type=text]").First.InputValueAsync()).ShouldBe(name);
        (await rows.CountAsync()).ShouldBe(3);
    }

    private static Task CellsSavedAsync(IPage page) => SaidAsync(page, "yes");

    /// <summary>Waits until the table says this of itself.</summary>
    private static Task SaidAsync(IPage page, string state) =>
        page.WaitForFunctionAsync(
            "state => document.querySelector('#grid [data-kept]').textContent === document.querySelector('#grid [data-kept]').dataset[state]",
            state
        );

    private static Task<string> FocusAsync(IPage page) =>
        page.EvaluateAsync<string>("() => document.activeElement.name");

    /// <summary>For docs/plans.md, when it is asked for.</summary>
    private static async Task PictureAsync(PlanVisit visit, string name)
    {
        if (Environment.GetEnvironmentVariable("SHIRUBE_WRITE_DOCS") == "1")
            await visit.Page.ScreenshotAsync(
                new() { Path = Path.Combine(Browser.Root, "docs", "images", $"plans-{name}.png"), FullPage = true }
            );
    }
}

/// <summary>A browser with one plan open.</summary>
/// <param name="Plan">Its address.</param>
public sealed record PlanVisit(Visit Visit, string Plan) : IAsyncDisposable
{
    public IPage Page => Visit.Page;

    /// <summary>Waits until the page says that the field is saved.</summary>
    public async Task SavedAsync(string field) =>
        await Page.WaitForFunctionAsync(
            """
            field => {
              const status = document.querySelector(field).closest('[data-passage]').querySelector('[data-kept]');
              return status.textContent === status.dataset.yes;
            }
            """,
            field
        );

    public ValueTask DisposeAsync() => Visit.DisposeAsync();
}

internal static class Pages
{
    /// <summary>The same person, in a window of its own.</summary>
    public static async Task<PlanVisit> ThenVisitAsync(this Task<IPage> opened, string address)
    {
        var visit = new PlanVisit(
            new Visit(await opened),
            address[..address.IndexOf("/sections", StringComparison.Ordinal)]
        );
        await visit.Page.GotoAsync(address);
        return visit;
    }
}
