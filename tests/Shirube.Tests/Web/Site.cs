using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shirube.Data;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Tests.Support;
using Shirube.Web;
using Shirube.Web.Accounts;

namespace Shirube.Tests.Web;

/// <summary>The site on a free loopback port with a data folder of its own, for HttpClient and browser alike.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string Password = "ひらけごまひらけごま-9";

    /// <summary>Those for which <see cref="Officer"/> works.</summary>
    public static readonly string[] Governments =
    [
        "202029",
        "100005",
        "102032",
        "102041",
        "030007",
        "032085",
        "032115",
    ];

    private WebApplication? app;
    private Store? store;

    public Uri Address { get; private set; } = null!;

    public string Data { get; } = Directory.CreateTempSubdirectory("shirube-site-").FullName;

    /// <summary>A planning officer, signed in.</summary>
    public SitePerson Officer { get; private set; } = null!;

    /// <summary>Where all that the site logs is kept; null for warnings on the console.</summary>
    public LineLog? Log { get; init; }

    /// <summary>Of the code generator that was set up last.</summary>
    public string? LastKey { get; private set; }

    /// <summary>Settings beside those of every site, as <c>--name=value</c>.</summary>
    public string[] Settings { get; init; } = [];

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "Shirube.Cli",
                ContentRootPath = AppContext.BaseDirectory,
                // A password is checked in a moment here; what makes it slow is not what these tests are about.
                Args =
                [
                    "--Shirube:Data=" + Data,
                    "--Shirube:Password:Iterations=1",
                    "--Shirube:SignIn:PerAddress=100000",
                    .. Settings,
                ],
            }
        );
        builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(Log is null ? LogLevel.Warning : LogLevel.Trace);
        if (Log is not null)
            builder.Logging.ClearProviders().AddProvider(Log);
        store = await Store.OpenAsync(new StorePlace(Data), ClusterUse.Serving);
        builder.Services.AddSingleton(store);
        app = builder.AddShirubeWeb().Build();
        app.UseShirubeWeb();
        await app.StartAsync();
        Address = new Uri(app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        Officer = await AddPersonAsync(
            "職員甲（見本）",
            [.. Governments.Select(code => (code, Role.PlanningOfficer, (int?)null))]
        );
    }

    /// <param name="government">Null for the installation as a whole.</param>
    public ShirubeDb NewContext(string? government = "100005") =>
        store!.NewContext(new Scope(government is null ? null : GovernmentCode.Parse(government)));

    public ShirubeDb NewContext(Scope scope) => store!.NewContext(scope);

    /// <summary>What the person sees of Gunma.</summary>
    public ShirubeDb NewContext(SitePerson person) =>
        store!.NewContext(new Scope(GovernmentCode.Parse("100005"), person.Number));

    /// <summary>A document put in place by a command, for the government that it names.</summary>
    public async Task<ImportOutcome> ImportAsync(ImportedFile file, CancellationToken cancel)
    {
        var read = await ReadFile.ReadAsync(file, cancel);
        await using var db = NewContext(read.Government.Code.Value);
        return await new ImportDocument(db, TimeProvider.System).ExecuteAsync(Importing.AskerOf(db), read, cancel);
    }

    /// <param name="address">Of the document.</param>
    public async Task ShareAsync(string address, params string[] governments)
    {
        var parts = address.Split('/');
        await using var db = NewContext(parts[2]);
        var number = int.Parse(parts[4], System.Globalization.CultureInfo.InvariantCulture);
        foreach (var with in governments)
            (
                await new ShareDocument(db, TimeProvider.System).ExecuteAsync(
                    Importing.AskerOf(db),
                    number,
                    GovernmentCode.Parse(with),
                    true
                )
            ).ShouldBeNull();
    }

    /// <summary>A planning officer of <see cref="Governments"/> at a browser: cookies are kept, redirects followed.</summary>
    /// <param name="government">For whom they act where the address does not say it.</param>
    public HttpClient NewClient(string government = "202029") => NewClient(Officer, government);

    public HttpClient NewClient(SitePerson person, string? government = null)
    {
        var handler = new HttpClientHandler();
        handler.CookieContainer.SetCookies(Address, person.Cookie);
        if (government is not null)
            handler.CookieContainer.Add(Address, new System.Net.Cookie("shirube-government", government));
        return new(handler) { BaseAddress = Address };
    }

    /// <summary>Nobody: not signed in.</summary>
    public HttpClient NewStranger(bool follows = true) =>
        new(new HttpClientHandler { AllowAutoRedirect = follows }) { BaseAddress = Address };

    public async Task<int> AddDepartmentAsync(string government, string name)
    {
        await using var db = NewContext(government);
        var from = new DateOnly(2020, 4, 1);
        return (await new AddDepartment(db, TimeProvider.System).ExecuteAsync(Importing.AskerOf(db), name, from))
            .Number!
            .Value;
    }

    /// <summary>Somebody with these posts, invited and signed in through the form.</summary>
    public async Task<SitePerson> AddPersonAsync(
        string name,
        params (string Government, Role Role, int? Department)[] posts
    )
    {
        var mail = Guid.NewGuid().ToString("N")[..12] + "@example.jp";
        var number = Guid.Empty;
        foreach (var (government, role, department) in posts)
        {
            await using var db = NewContext(government);
            await new RegisterGovernment(db, TimeProvider.System).ExecuteAsync(db.Scope.Government!.Value, "test");
            var post = new NewPost(name, "", mail, role, department, new DateOnly(2020, 4, 1));
            var asker = Importing.AskerOf(db);
            var invited = await new InvitePerson(db, TimeProvider.System).ExecuteAsync(asker, post);
            invited.Faults.ShouldBeEmpty();
            if (number == Guid.Empty)
                (
                    await new GivePassword(
                        db,
                        TimeProvider.System,
                        app!.Services.GetRequiredService<AccountSettings>()
                    ).ExecuteAsync(asker, invited.Person, Password, mustChange: false)
                ).ShouldBeNull();
            number = invited.Person;
        }
        return new(number, name, mail, await SignInAsync(mail));
    }

    /// <summary>The same person with a code generator set up, where the role needs one.</summary>
    public async Task<SitePerson> WithSecondFactorAsync(SitePerson person, Role role)
    {
        if (!SecondFactor.IsNeededBy(role))
            return person;
        using var handler = new HttpClientHandler();
        handler.CookieContainer.SetCookies(Address, person.Cookie);
        using var client = new HttpClient(handler) { BaseAddress = Address };
        var page = await Posting.Parse(await client.GetStringAsync("/account/codes"));
        var key = page.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        LastKey = key;
        using var form = new FormUrlEncodedContent(
            page.QuerySelectorAll("main form input")
                .ToDictionary(
                    input => input.GetAttribute("name")!,
                    input =>
                        input.GetAttribute("name") == "code"
                            ? Totp.CodeAt(key, Totp.StepAt(DateTimeOffset.UtcNow))
                            : input.GetAttribute("value") ?? ""
                )
        );
        (await client.PostAsync("/account/codes", form)).Dispose();
        return person with { Cookie = SessionOf(handler) };
    }

    internal AccountSettings AccountSettings => app!.Services.GetRequiredService<AccountSettings>();

    /// <summary>All that the site answers at.</summary>
    public IReadOnlyList<Endpoint> Endpoints => app!.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    private async Task<string> SignInAsync(string mail)
    {
        using var handler = new HttpClientHandler();
        using var client = new HttpClient(handler) { BaseAddress = Address };
        var page = await Posting.Parse(await client.GetStringAsync("/sign-in"));
        using var form = new FormUrlEncodedContent(
            page.QuerySelectorAll("form[action='/sign-in'] input, main form input")
                .GroupBy(input => input.GetAttribute("name")!)
                .ToDictionary(
                    input => input.Key,
                    input =>
                        input.Key == "mail" ? mail
                        : input.Key == "password" ? Password
                        : input.First().GetAttribute("value") ?? ""
                )
        );
        using var answer = await client.PostAsync("/sign-in", form);
        return SessionOf(handler);
    }

    private string SessionOf(HttpClientHandler handler) =>
        handler.CookieContainer.GetCookies(Address).Single(cookie => cookie.Name == "shirube-session").ToString();

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        if (store is not null)
            await store.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }
}
