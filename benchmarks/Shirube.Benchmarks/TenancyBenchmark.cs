using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Shirube.Data;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Web;
using Shirube.Web.Accounts;
using Shirube.Web.Asking;

namespace Shirube.Benchmarks;

/// <summary>
/// What permission and tenancy cost, with all 1,788 governments and 50,000 people: a plan's page with session,
/// permission, query filters and row-level security against the same page with none of them (goal 1.15), and a sign-in
/// against its password hash alone (goal 1.3).
/// </summary>
internal static class TenancyBenchmark
{
    private const string Mail = "benchmark@example.jp";
    private const string Password = "ベンチマーク-ひらけごま";
    private static readonly GovernmentCode Gunma = GovernmentCode.Parse("100005");

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("shirube-bench-");
        try
        {
            await using var store = await Store.OpenAsync(new StorePlace(folder.FullName), ClusterUse.Serving);
            var document = await PrepareAsync(store);
            await using var guarded = await GuardedAsync(store, folder.FullName);
            await using var open = NpgsqlDataSource.Create(
                store.Cluster!.ConnectionTo(DatabaseRoles.Database, "postgres")
            );
            var session = new Session(
                new Asker(Guid.NewGuid(), "見本", Gunma, [new HeldPost(Role.PlanningOfficer, null)], "127.0.0.1"),
                false,
                false,
                [Gunma]
            );
            await using var unguarded = await UnguardedSite.StartAsync(store, open, session);
            using var officer = ClientOf(guarded);
            using var nobody = ClientOf(unguarded);
            await SignInAsync(officer);
            Compare(
                "a plan's page, guarded against unguarded",
                Pairs.Measure(() => Get(officer, document), () => Get(nobody, document), 300, 150)
            );
            var passwords = guarded.Services.GetRequiredService<Passwords>();
            var hash = passwords.HashOf(Password);
            Compare(
                "a sign-in against its password hash",
                Pairs.Measure(
                    () =>
                    {
                        using var client = ClientOf(guarded);
                        SignInAsync(client).GetAwaiter().GetResult();
                    },
                    () => passwords.HashOf(Password),
                    31,
                    5
                )
            );
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Compare(string what, (double Ours, double Limit, double Ratio) times) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {times.Ours:0.00} ms; {times.Limit:0.00} ms; ratio {times.Ratio:0.00}"
            )
        );

    /// <returns>Address of the plan.</returns>
    private static async Task<string> PrepareAsync(Store store)
    {
        var document = await GeneratedPlan.ImportAsync(store, new ImportedFile("plan.txt", GeneratedPlan.Text(1)));
        await using (
            var owner = NpgsqlDataSource.Create(
                store.Cluster!.ConnectionTo(DatabaseRoles.Database, DatabaseRoles.Owner)
            )
        )
            await CrowdedDatabase.FillAsync(owner, GovernmentDirectory.All.Select(one => one.Code.Value), Gunma.Value);
        var asker = Asker.Installer(Gunma, "benchmark");
        await using var db = store.NewContext(asker.Scope);
        var post = new NewPost("見本", "", Mail, Role.PlanningOfficer, null, new DateOnly(2020, 4, 1));
        var invited = await new InvitePerson(db, TimeProvider.System).ExecuteAsync(asker, post);
        var settings = AccountSettings.Of(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        await new GivePassword(db, TimeProvider.System, settings).ExecuteAsync(
            asker,
            invited.Person,
            Password,
            mustChange: false
        );
        return document.Address;
    }

    private static async Task<WebApplication> GuardedAsync(Store store, string data)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "Shirube.Cli",
                ContentRootPath = AppContext.BaseDirectory,
                Args =
                [
                    "--Shirube:Data=" + data,
                    "--Shirube:SignIn:PerAddress=100000",
                    "--Shirube:SignIn:PerName=100000",
                ],
            }
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(store);
        var app = builder.AddShirubeWeb().Build();
        app.UseShirubeWeb();
        await app.StartAsync();
        return app;
    }

    private static HttpClient ClientOf(WebApplication app) =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };

    private static void Get(HttpClient client, string address)
    {
        using var answer = client.GetAsync(new Uri(address, UriKind.Relative)).GetAwaiter().GetResult();
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{address}: {answer.StatusCode}");
    }

    private static async Task SignInAsync(HttpClient client)
    {
        var address = new Uri("/sign-in", UriKind.Relative);
        var page = await client.GetStringAsync(address);
        var fields = new Dictionary<string, string> { ["mail"] = Mail, ["password"] = Password };
        foreach (var name in new[] { "__RequestVerificationToken", "_handler" })
        {
            var at = page.IndexOf($"name=\"{name}\"", StringComparison.Ordinal);
            var value = page.IndexOf("value=\"", at, StringComparison.Ordinal) + "value=\"".Length;
            fields[name] = page[value..page.IndexOf('"', value)];
        }
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(address, form);
        if (answer.StatusCode != HttpStatusCode.Found)
            throw new InvalidOperationException($"sign-in: {answer.StatusCode}");
    }
}
