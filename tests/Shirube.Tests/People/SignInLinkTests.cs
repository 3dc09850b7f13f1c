using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Tests.Support;

namespace Shirube.Tests.People;

/// <summary>Whoever holds a link is the person: nobody is given one that opens another government's doors.</summary>
public sealed class SignInLinkTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly Office gunma = new(database, "100005");
    private readonly Office kiryu = new(database, "102032");
    private readonly string mail = $"{Guid.NewGuid():N}@sample.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await gunma.RegisterAsync();
        await kiryu.RegisterAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Invite_SomebodyNew_GivesALink() =>
        (await gunma.InviteAsync(mail, Role.CouncilMember)).Secret.ShouldNotBeNull();

    [Fact]
    public async Task Invite_WhoWorksForAnotherGovernment_GivesNoLink()
    {
        await gunma.InviteAsync(mail, Role.Administrator);

        var outcome = await kiryu.InviteAsync(mail, Role.CouncilMember);

        outcome.Faults.ShouldBeEmpty();
        outcome.Secret.ShouldBeNull();
    }

    [Fact]
    public async Task Invite_WhoHasSetAPassword_GivesNoLink()
    {
        var first = await gunma.InviteAsync(mail, Role.CouncilMember);
        await AcceptAsync(first.Person);

        (await gunma.InviteAsync(mail, Role.Auditor)).Secret.ShouldBeNull();
        (await InviteAgainAsync(gunma, first.Person)).Fault!.Code.ShouldBe("PEOPLE036");
    }

    [Fact]
    public async Task Invite_WhoseAccountHasNoWayIn_GivesTheLinkThatOpensIt()
    {
        var first = await gunma.InviteAsync(mail, Role.CouncilMember);
        await using var db = database.NewContext(new Scope(gunma.Code, first.Person));
        // As revoking leaves it behind of somebody who never signed in.
        await db.Database.ExecuteSqlAsync(
            $"insert into account (person_id, security_stamp, concurrency_stamp, revoked_at) values ({first.Person}, 'x', 'x', now())",
            Cancel
        );

        var again = await gunma.InviteAsync(mail, Role.Auditor);

        again.Secret.ShouldNotBeNull();
        var hash = Invitation.HashOf(again.Secret);
        var opens = db.Database.SqlQuery<int>(
            $"select 1 as \"Value\" from account where invitation_hash = {hash} and revoked_at is null"
        );
        (await opens.ToListAsync(Cancel)).ShouldBe([1]);
    }

    [Fact]
    public async Task InviteAgain_WhoWorksForUsAlone_ClosesTheEarlierLink()
    {
        var first = await gunma.InviteAsync(mail, Role.CouncilMember);

        var again = await InviteAgainAsync(gunma, first.Person);

        again.Secret.ShouldNotBeNull();
        await using var db = database.NewContext(new Scope(gunma.Code, first.Person));
        var hashes = await db.Invitations.Where(row => row.PersonId == first.Person).ToListAsync(Cancel);
        hashes.Count.ShouldBe(2);
        hashes
            .Where(row => row.IsOpenAt(DateTimeOffset.UtcNow))
            .Select(row => row.SecretHash)
            .ShouldBe([Invitation.HashOf(again.Secret)]);
    }

    [Fact]
    public async Task InviteAgain_WhoWorksForAnotherGovernmentToo_IsLeftToTheInstaller()
    {
        var first = await gunma.InviteAsync(mail, Role.CouncilMember);
        await kiryu.InviteAsync(mail, Role.CouncilMember);

        (await InviteAgainAsync(gunma, first.Person)).Fault!.Code.ShouldBe("PEOPLE037");
        (await InviteAgainAsync(kiryu, first.Person)).Fault!.Code.ShouldBe("PEOPLE037");
        (await InviteAgainAsync(kiryu, first.Person, Asker.Installer(kiryu.Code, "test"))).Secret.ShouldNotBeNull();
    }

    [Fact]
    public async Task InviteAgain_SomebodyOfAnotherGovernment_IsRefusedAsUnknown()
    {
        var first = await gunma.InviteAsync(mail, Role.CouncilMember);

        (await InviteAgainAsync(kiryu, first.Person)).Fault!.Code.ShouldBe("PEOPLE035");
    }

    [Fact]
    public async Task Revoke_Invited_ClosesTheLinkAndThePosts()
    {
        var first = await gunma.InviteAsync(mail, Role.CouncilMember);
        await using (var db = database.NewContext("100005"))
            (
                await new RevokePerson(db, TimeProvider.System).ExecuteAsync(
                    gunma.As(Role.Administrator),
                    first.Person,
                    "退職",
                    cancel: Cancel
                )
            ).ShouldBeNull();

        await using var after = database.NewContext(new Scope(gunma.Code, first.Person));
        var invitation = await after.Invitations.SingleAsync(row => row.PersonId == first.Person, Cancel);
        invitation.IsOpenAt(DateTimeOffset.UtcNow).ShouldBeFalse();
        var post = await after.Posts.SingleAsync(row => row.PersonId == first.Person, Cancel);
        post.IsHeldOn(Shirube.Calendar.JapanDay.Today(TimeProvider.System)).ShouldBeFalse();
    }

    private async Task<(string? Secret, Shirube.Faults.Fault? Fault)> InviteAgainAsync(
        Office office,
        Guid person,
        Asker? asker = null
    )
    {
        await using var db = database.NewContext(office.Code.Value);
        var again = new InviteAgain(db, TimeProvider.System);
        return await again.ExecuteAsync(asker ?? office.As(Role.Administrator), person, Cancel);
    }

    private async Task AcceptAsync(Guid person)
    {
        await using var db = database.NewContext(new Scope(gunma.Code, person));
        await db.Database.ExecuteSqlAsync(
            $"insert into account (person_id, security_stamp, concurrency_stamp, password_hash) values ({person}, 'x', 'x', 'x')",
            Cancel
        );
    }
}
