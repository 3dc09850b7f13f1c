using Microsoft.Playwright;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Tests.Web;

namespace Shirube.BrowserTests;

/// <summary>The site with one plan and one draft, and Debian's Chromium to look at it.</summary>
public sealed class Browser : IAsyncLifetime
{
    public const string Plan = "/governments/202029/documents/1";
    public const string Sheet = "/governments/202029/documents/2";

    private const string Text = """
        地域再生計画

        １　地域再生計画の名称
        みどりの産業をそだてる計画

        ２　地域再生計画の作成主体の名称
        長野県松本市

        ３　地域再生計画の区域
        長野県松本市の全域

        ４－２　地方創生として目指す将来像
        森の仕事で暮らせるまちをつくる。

        【数値目標】

        | KPI | 事業開始前（現時点） | 2024年度増加分（1年目） | 2025年度増加分（2年目） | 2026年度増加分（3年目） | KPI増加分の累計 |
        | --- | --- | --- | --- | --- | --- |
        | ①新しく森の仕事に就いた人数（人） | 12 | 10 | 20 | 30 | 60 |
        | ②木材の出荷額（万円） | 318.8 | 5.5 | - | 集計中 | 20 |

        ５－３　計画期間
        地域再生計画認定の日から令和9年3月31日まで
        """;

    private readonly Site site = new();
    private readonly string files = Directory.CreateTempSubdirectory("shirube-browser-").FullName;
    private IPlaywright? playwright;
    private IBrowser? chromium;
    private string draft = "";

    /// <summary>The folder that holds Shirube.slnx.</summary>
    internal static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "Shirube.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Shirube.slnx");
        return folder;
    }

    public string Address => site.Address.ToString();

    private SitePerson? administrator;

    /// <summary>Somebody with a second factor, who keeps people and settings.</summary>
    public async Task<SitePerson> AdministratorAsync() =>
        administrator ??= await site.WithSecondFactorAsync(
            await site.AddPersonAsync("管理者乙（見本）", ("202029", Role.Administrator, null)),
            Role.Administrator
        );

    internal Site Site => site;

    public async ValueTask InitializeAsync()
    {
        Bundle.ShouldBeThere();
        await site.InitializeAsync();
        await ImportAsync("plan.md", System.Text.Encoding.UTF8.GetBytes(Text));
        await ImportAsync("plan.md", System.Text.Encoding.UTF8.GetBytes(Text + "\n改訂"));
        await ImportAsync(
            "sheet.csv",
            await File.ReadAllBytesAsync(Path.Combine(Root, "samples", "gunma-verification.csv"))
        );
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-dev-shm-usage"] }
        );
        await using var visit = await VisitAsync("/import");
        await visit.Page.SetInputFilesAsync("#file", NewPlanFile("draft"));
        await visit.Page.ClickAsync("form[data-busy] button");
        await visit.Page.WaitForURLAsync("**/import/*");
        draft = new Uri(visit.Page.Url).AbsolutePath;
    }

    private async Task ImportAsync(string name, byte[] content)
    {
        await site.ImportAsync(
            new ImportedFile(name, content) { Government = GovernmentCode.Parse("202029") },
            CancellationToken.None
        );
    }

    /// <summary>A plan in a file of its own, so that it is not one that is there already.</summary>
    public string NewPlanFile(string mark)
    {
        var file = Path.Combine(files, mark + ".md");
        File.WriteAllText(file, Text + "\n" + mark);
        return file;
    }

    /// <param name="address">DRAFT stands for the review of the draft.</param>
    public async Task<Visit> VisitAsync(
        string address,
        string? then = null,
        int width = 1280,
        bool script = true,
        bool signedIn = true,
        SitePerson? person = null
    )
    {
        var context = await chromium!.NewContextAsync(
            new()
            {
                BaseURL = Address,
                JavaScriptEnabled = script,
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );
        if (signedIn)
            await context.AddCookiesAsync([
                Cookie((person ?? site.Officer).Cookie),
                Cookie("shirube-government=202029"),
            ]);
        // A machine that is busy with builds is slow, not wrong.
        context.SetDefaultTimeout(120_000);
        var visit = new Visit(await context.NewPageAsync());
        foreach (var step in new[] { address, then }.OfType<string>())
            await visit.Page.GotoAsync(step == "DRAFT" ? draft : step);
        return visit;
    }

    private Cookie Cookie(string written)
    {
        var parts = written.Split('=', 2);
        return new()
        {
            Name = parts[0],
            Value = parts[1],
            Url = Address,
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        playwright?.Dispose();
        await site.DisposeAsync();
        Directory.Delete(files, recursive: true);
    }
}
