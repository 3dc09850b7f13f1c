using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Permissions;
using Shirube.Tests.Web.Accounts;

namespace Shirube.Tests.Web.Asking;

/// <summary>No secret reaches a log or the audit trail, whatever level the log is turned to.</summary>
public sealed class SecretsTests : IAsyncLifetime
{
    private readonly LineLog log = new();
    private readonly Site site;

    public SecretsTests() => site = new Site { Log = log };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task SignIn_WithAllItsSecrets_LeavesNoneInLogOrTrail()
    {
        var person = await site.AddPersonAsync("管理者（見本）", ("100005", Role.Administrator, null));
        var enrolled = await site.WithSecondFactorAsync(person, Role.Administrator);
        using (var browser = new SignInBrowser(site))
        {
            (await browser.EnterAsync(person.Mail, "まちがったパスワード-9")).Dispose();
            (await browser.EnterAsync(person.Mail, Site.Password)).Dispose();
        }
        using var client = site.NewClient(enrolled);
        await client.GetStringAsync("/account", Cancel);

        log.Lines.ShouldContain(line => line.Contains("/account/codes"));
        string[] secrets = [Site.Password, "まちがったパスワード-9", site.LastKey!, ValueOf(person), ValueOf(enrolled)];
        foreach (var secret in secrets)
        {
            log.Lines.ShouldNotContain(line => line.Contains(secret));
            foreach (var government in new[] { "100005", null })
                (await TrailAsync(government)).ShouldNotContain(line => line.Contains(secret));
        }
    }

    private static string ValueOf(SitePerson person) => person.Cookie.Split('=', 2)[1];

    private async Task<List<string>> TrailAsync(string? government)
    {
        await using var db = government is null ? site.NewContext(Scope.None) : site.NewContext(government);
        var records = await db.AuditRecords.AsNoTracking().ToListAsync(Cancel);
        records.ShouldNotBeEmpty();
        return
        [
            .. records.Select(record => $"{record.Subject} {record.Why} {record.Before} {record.After} {record.From}"),
        ];
    }
}
