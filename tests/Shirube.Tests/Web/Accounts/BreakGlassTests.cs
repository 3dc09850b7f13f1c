using Microsoft.EntityFrameworkCore;
using Shirube.Notifications;
using Shirube.Permissions;
using Shirube.Tests.Support;
using Shirube.Web.Accounts;

namespace Shirube.Tests.Web.Accounts;

/// <summary>Where only the provider may sign people in, and it is down.</summary>
public sealed class BreakGlassTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Emergency_Account_OpensWithItsPasswordWhileOthersStayShut()
    {
        var (admin, officer) = (await AddAsync(Role.Administrator), await AddAsync(Role.PlanningOfficer));
        await using (var db = site.NewContext())
            (
                await new MarkBreakGlass(db, TimeProvider.System).ExecuteAsync(
                    Importing.AskerOf(db),
                    admin.Number,
                    isBreakGlass: true,
                    "認証が止まったときのため",
                    cancel: Cancel
                )
            ).ShouldBeNull();
        await using var only = new OnlyProvider(site);
        await only.InitializeAsync();

        (await only.SignInAsync(officer.Mail)).ShouldNotBeNull().Code.ShouldBe("ACCOUNT020");
        (await only.SignInAsync(admin.Mail)).ShouldBeNull();

        await using var trail = site.NewContext();
        (
            await trail.AuditRecords.CountAsync(
                one => one.Act == "account.break-glass-used" && one.Person == admin.Number,
                Cancel
            )
        ).ShouldBe(1);
        await using var own = site.NewContext(admin);
        (await own.Notifications.CountAsync(one => one.Kind == NotificationKind.BreakGlassUsed, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Emergency_AccountWhilePasswordsServeEverybody_RingsNoBell()
    {
        var admin = await AddAsync(Role.Administrator);
        await using var db = site.NewContext();
        await new MarkBreakGlass(db, TimeProvider.System).ExecuteAsync(
            Importing.AskerOf(db),
            admin.Number,
            isBreakGlass: true,
            "認証が止まったときのため",
            cancel: Cancel
        );
        using var browser = new SignInBrowser(site);

        (await browser.EnterAsync(admin.Mail, Site.Password)).Dispose();

        var acts = await db.AuditRecords.Where(one => one.Person == admin.Number).ToListAsync(Cancel);
        acts.Count(one => one.Act == "account.signed-in").ShouldBe(2);
        acts.ShouldNotContain(one => one.Act == "account.break-glass-used");
    }

    [Fact]
    public async Task Link_WhereOnlyTheProviderSignsIn_SetsNoPassword()
    {
        var officer = await AddAsync(Role.PlanningOfficer);
        await using var db = site.NewContext();
        var reset = new ResetAccount(db, TimeProvider.System);
        var link = await reset.ExecuteAsync(Importing.AskerOf(db), officer.Number, "内線で確認", cancel: Cancel);
        await using var only = new OnlyProvider(site);
        await only.InitializeAsync();

        var (found, fault) = await only.AcceptAsync(link.Secret!);

        found.IsByProvider.ShouldBeTrue();
        fault.ShouldNotBeNull();
        await using var accounts = AccountsDb.Beside(db);
        var account = await accounts.Users.AsNoTracking().SingleAsync(row => row.Id == officer.Number, Cancel);
        account.PasswordHash.ShouldBeNull();
    }

    private Task<SitePerson> AddAsync(Role role) => site.AddPersonAsync("職員壬（見本）", ("100005", role, null));

    /// <summary>The same database under the stricter setting.</summary>
    private sealed class OnlyProvider(Site site) : IAsyncDisposable
    {
        private Shirube.Data.Store? store;

        public async Task InitializeAsync() =>
            store = await Shirube.Data.Store.OpenAsync(
                new Shirube.Data.StorePlace(site.Data),
                Shirube.Data.ClusterUse.Working,
                cancel: Cancel
            );

        public async Task<Shirube.Faults.Fault?> SignInAsync(string mail)
        {
            var settings = site.AccountSettings with { ProviderOnly = true };
            var signIn = new SignInByPassword(store!, settings, new Passwords(settings), TimeProvider.System);
            return (await signIn.ExecuteAsync(mail, Site.Password, new Caller("test", "test"), Cancel)).Fault;
        }

        public async Task<(AcceptInvitation.Found Found, Shirube.Faults.Fault? Fault)> AcceptAsync(string secret)
        {
            var settings = site.AccountSettings with { ProviderOnly = true };
            var accept = new AcceptInvitation(store!, settings, new Passwords(settings), TimeProvider.System);
            var caller = new Caller("test", "test");
            var chosen = new NewPassword("あたらしいことば 42 こ", "あたらしいことば 42 こ");
            return (
                await accept.FindAsync(secret, caller, Cancel),
                (await accept.ExecuteAsync(secret, chosen, caller, Cancel)).Fault
            );
        }

        public async ValueTask DisposeAsync()
        {
            if (store is not null)
                await store.DisposeAsync();
        }
    }
}
