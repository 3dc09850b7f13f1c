using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Tests.People;
using Shirube.Tests.Support;
using Shirube.Web.Accounts;

namespace Shirube.Tests.Web.Accounts;

/// <summary>What administrators and the command line do to accounts.</summary>
public sealed class AccountActsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Password = "みずうみ 7 そらの色は青";

    private static readonly AccountSettings Settings = AccountSettings.Of(
        new ConfigurationBuilder().AddInMemoryCollection([new("Shirube:Password:Iterations", "100")]).Build()
    );

    private readonly Office gunma = new(database, "100005");
    private readonly Office kiryu = new(database, "102032");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await gunma.RegisterAsync();
        await kiryu.RegisterAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Give_Password_IsKeptAsItsHashAndHasToBeChanged()
    {
        var person = (await gunma.InviteAsync("give@sample.example", Role.PlanningOfficer)).Person;

        (await GiveAsync(gunma, person)).ShouldBeNull();

        var account = await AccountAsync(person);
        account!.MustChangePassword.ShouldBeTrue();
        account.PasswordHash.ShouldNotBeNull().ShouldNotContain(Password);
        new Passwords(Settings).Verify(account.PasswordHash, Password).IsRight.ShouldBeTrue();
        new Passwords(Settings).Verify(account.PasswordHash, Password + "x").IsRight.ShouldBeFalse();
    }

    [Fact]
    public async Task Give_CommonPassword_IsRefused()
    {
        var person = (await gunma.InviteAsync("common@sample.example", Role.PlanningOfficer)).Person;

        (await GiveAsync(gunma, person, "Password12345!"))!.Code.ShouldBe("ACCOUNT004");

        (await AccountAsync(person)).ShouldBeNull();
    }

    [Fact]
    public async Task Reset_Account_TakesThePasswordAndTheSessionsAndGivesALink()
    {
        var person = (await gunma.InviteAsync("reset@sample.example", Role.PlanningOfficer)).Person;
        await GiveAsync(gunma, person);
        var before = await AccountAsync(person);

        var outcome = await ResetAsync(gunma, person);

        outcome.Fault.ShouldBeNull();
        var account = await AccountAsync(person);
        account!.PasswordHash.ShouldBeNull();
        account.SecurityStamp.ShouldNotBe(before!.SecurityStamp);
        account.InvitationHash.ShouldBe(Invitation.HashOf(outcome.Secret!));
        await using var db = database.NewContext();
        var record = await db.AuditRecords.SingleAsync(
            entry => entry.Act == "account.reset" && entry.Subject == $"/governments/100005/people/{person}",
            Cancel
        );
        record.Why.ShouldBe("内線で本人を確認");
        record.After!.ShouldNotContain(outcome.Secret!);
    }

    [Fact]
    public async Task Reset_WhoWorksForAnotherGovernmentToo_IsForTheOperator()
    {
        var person = (await gunma.InviteAsync("both@sample.example", Role.CouncilMember)).Person;
        await kiryu.InviteAsync("both@sample.example", Role.CouncilMember);

        (await ResetAsync(kiryu, person)).Fault!.Code.ShouldBe("ACCOUNT011");
        (await GiveAsync(kiryu, person))!.Code.ShouldBe("ACCOUNT011");

        (await ResetAsync(kiryu, person, asOperator: true)).Secret.ShouldNotBeNull();
    }

    [Fact]
    public async Task Reset_SomebodyElses_SaysNoMoreThanOfNobody()
    {
        var person = (await gunma.InviteAsync("theirs@sample.example", Role.PlanningOfficer)).Person;

        var theirs = await ResetAsync(kiryu, person);
        var nobodys = await ResetAsync(kiryu, Guid.NewGuid());

        theirs.Fault!.Code.ShouldBe("ACCOUNT010");
        nobodys.Fault!.Code.ShouldBe("ACCOUNT010");
    }

    [Fact]
    public async Task Revoke_Account_LocksItUntilAReset()
    {
        var person = (await gunma.InviteAsync("revoke@sample.example", Role.PlanningOfficer)).Person;
        await GiveAsync(gunma, person);

        await using (var db = gunma.NewContext())
            (
                await new RevokeAccount(db, TimeProvider.System).ExecuteAsync(
                    gunma.As(Role.Administrator),
                    person,
                    "端末の紛失",
                    cancel: Cancel
                )
            ).ShouldBeNull();

        (await AccountAsync(person))!.IsLockedAt(DateTimeOffset.UtcNow).ShouldBeTrue();
        await ResetAsync(gunma, person);
        (await AccountAsync(person))!.IsLockedAt(DateTimeOffset.UtcNow).ShouldBeFalse();
    }

    [Fact]
    public async Task Any_ByAnOfficer_IsNotPermitted()
    {
        await using var db = gunma.NewContext();
        var officer = gunma.As(Role.PlanningOfficer);

        await Should.ThrowAsync<NotPermittedException>(() =>
            new RevokeAccount(db, TimeProvider.System).ExecuteAsync(officer, Guid.NewGuid(), "x", cancel: Cancel)
        );
    }

    [Fact]
    public async Task Find_Accounts_SaysWhoHasOne()
    {
        var with = (await gunma.InviteAsync("with@sample.example", Role.PlanningOfficer)).Person;
        var without = (await gunma.InviteAsync("without@sample.example", Role.PlanningOfficer)).Person;
        await GiveAsync(gunma, with);

        await using var db = gunma.NewContext();
        var find = new FindAccount(db);
        var found = await find.ExecuteAsync(gunma.As(Role.Administrator), [with, without], Cancel);

        found.Keys.ShouldBe([with]);
        found[with].HasPassword.ShouldBeTrue();
        found[with].LastSignIn.ShouldBeNull();
        await Should.ThrowAsync<NotPermittedException>(() =>
            find.ExecuteAsync(gunma.As(Role.PlanningOfficer), [with], Cancel)
        );
    }

    [Fact]
    public async Task Reset_WhoHasLeft_IsRefusedAsUnknown()
    {
        var person = (await gunma.InviteAsync("left@sample.example", Role.PlanningOfficer)).Person;
        await GiveAsync(gunma, person);
        await using (var db = gunma.NewContext())
            await db.Database.ExecuteSqlAsync(
                $"update post set valid_until = '2026-05-31' where person_id = {person}",
                Cancel
            );

        (await ResetAsync(gunma, person)).Fault!.Code.ShouldBe("ACCOUNT010");
        (await GiveAsync(gunma, person))!.Code.ShouldBe("ACCOUNT010");
        (await ResetAsync(gunma, person, asOperator: true)).Fault!.Code.ShouldBe("ACCOUNT010");
    }

    [Fact]
    public async Task Reset_WithTheFactors_IsForTheOperator()
    {
        var person = (await gunma.InviteAsync("factors@sample.example", Role.PlanningOfficer)).Person;
        await using var db = gunma.NewContext();
        var reset = new ResetAccount(db, TimeProvider.System);
        var admin = gunma.As(Role.Administrator);

        var refused = await reset.ExecuteAsync(admin, person, "紛失", withFactors: true, cancel: Cancel);
        refused.Fault!.Code.ShouldBe("ACCOUNT014");

        (await reset.ExecuteAsync(admin, person, "紛失", true, true, Cancel)).Secret.ShouldNotBeNull();
    }

    [Fact]
    public async Task RevokeWithPosts_WhoWorksHereAlone_TakesTheAccountToo()
    {
        var person = (await gunma.InviteAsync("all@sample.example", Role.PlanningOfficer)).Person;
        await GiveAsync(gunma, person);

        (await RevokeWithPostsAsync(person)).ShouldBe((null, false));

        (await AccountAsync(person))!.RevokedAt.ShouldNotBeNull();
        await using var db = gunma.NewContext();
        (await db.Posts.SingleAsync(post => post.PersonId == person, Cancel)).ValidUntil.ShouldNotBeNull();
    }

    [Fact]
    public async Task RevokeWithPosts_WhoWorksElsewhereToo_SaysThatTheAccountStays()
    {
        var person = (await gunma.InviteAsync("here@sample.example", Role.CouncilMember)).Person;
        await GiveAsync(gunma, person);
        await kiryu.InviteAsync("here@sample.example", Role.CouncilMember);

        (await RevokeWithPostsAsync(person)).ShouldBe((null, true));

        (await AccountAsync(person))!.RevokedAt.ShouldBeNull();
    }

    private async Task<(Shirube.Faults.Fault? Fault, bool StaysOpen)> RevokeWithPostsAsync(Guid person)
    {
        await using var db = gunma.NewContext();
        var revoke = new RevokeAccount(db, TimeProvider.System);
        return await revoke.WithPostsAsync(gunma.As(Role.Administrator), person, "退職", Cancel);
    }

    private async Task<Shirube.Faults.Fault?> GiveAsync(Office office, Guid person, string password = Password)
    {
        await using var db = office.NewContext();
        var give = new GivePassword(db, TimeProvider.System, Settings);
        return await give.ExecuteAsync(office.As(Role.Administrator), person, password, cancel: Cancel);
    }

    private async Task<ResetAccount.Outcome> ResetAsync(Office office, Guid person, bool asOperator = false)
    {
        await using var db = office.NewContext();
        return await new ResetAccount(db, TimeProvider.System).ExecuteAsync(
            office.As(Role.Administrator),
            person,
            "内線で本人を確認",
            asOperator: asOperator,
            cancel: Cancel
        );
    }

    private async Task<Account?> AccountAsync(Guid person)
    {
        await using var accounts = AccountsDb.Over(database.Connections);
        return await accounts.Users.AsNoTracking().SingleOrDefaultAsync(account => account.Id == person, Cancel);
    }
}
