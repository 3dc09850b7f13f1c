using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shirube.Data;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Tests.Support;

namespace Shirube.Tests.People;

public sealed class InvitePersonTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly Office gunma = new(database, "100005");
    private readonly Office isesaki = new(database, "102041");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invite_SomebodyOfAnotherGovernment_IsTheSamePersonWithTwoPosts()
    {
        await gunma.RegisterAsync();
        await isesaki.RegisterAsync();
        var first = await gunma.InviteAsync("expert@sample.example", Role.CouncilMember);

        var second = await isesaki.InviteAsync("Expert@Sample.Example", Role.CouncilMember);

        second.Person.ShouldBe(first.Person);
        await using var own = database.NewContext(new Scope(gunma.Code, first.Person));
        (await own.Posts.CountAsync(post => post.PersonId == first.Person, Cancel)).ShouldBe(2);
        await using var others = database.NewContext("100005");
        (await others.Posts.CountAsync(post => post.PersonId == first.Person, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Invite_PersonOfOurs_IsNotSeenByAnotherGovernment()
    {
        await gunma.RegisterAsync();
        var invited = await gunma.InviteAsync("ours@sample.example", Role.PlanningOfficer);

        await using var db = database.NewContext("102041");

        (await db.People.IgnoreQueryFilters().AnyAsync(row => row.PersonId == invited.Person, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Serve_PersonOfOurs_IsNotChangedByTheRowAndNotInvitedByOthers()
    {
        await gunma.RegisterAsync();
        await isesaki.RegisterAsync();
        var invited = await gunma.InviteAsync("kept@sample.example", Role.PlanningOfficer);
        await using var own = database.NewContext("100005");
        await using var others = database.NewContext("102041");

        var changed = await own.Database.ExecuteSqlAsync(
            $"update person set mail = 'mine@sample.example' where person_id = {invited.Person}",
            Cancel
        );
        others.Add(Invitation.New(invited.Person, TimeProvider.System.GetUtcNow()).Invitation);

        changed.ShouldBe(0);
        (await Should.ThrowAsync<DbUpdateException>(() => others.SaveChangesAsync(Cancel)))
            .InnerException.ShouldBeOfType<PostgresException>()
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("", "a@b.example", "PEOPLE003")]
    [InlineData("職員", "no address", "PEOPLE004")]
    [InlineData("職員", "a@", "PEOPLE004")]
    [InlineData("職員", "a\r\nb@c.example", "PEOPLE004")]
    public async Task Invite_WithAFault_SaysWhichAndInvitesNobody(string name, string mail, string code)
    {
        await gunma.RegisterAsync();
        await using var db = database.NewContext("100005");
        var before = await db.Posts.CountAsync(Cancel);

        var outcome = await new InvitePerson(db, TimeProvider.System).ExecuteAsync(
            gunma.As(Role.Administrator),
            new NewPost(name, "", mail, Role.Auditor, null, Office.Begin),
            Cancel
        );

        outcome.Faults.ShouldHaveSingleItem().Code.ShouldBe(code);
        outcome.Secret.ShouldBeNull();
        (await db.Posts.CountAsync(Cancel)).ShouldBe(before);
    }

    [Theory]
    [InlineData("100005")]
    [InlineData("102041")]
    public async Task Invite_AddressOfSomebodyOfAnotherName_IsRefusedAndTellsNoName(string code)
    {
        await gunma.RegisterAsync();
        await isesaki.RegisterAsync();
        var mail = $"{code}-named@sample.example";
        var first = await gunma.InviteAsync(mail, Role.CouncilMember);
        var office = code == "100005" ? gunma : isesaki;
        await using var db = office.NewContext();
        var invite = new InvitePerson(db, TimeProvider.System);
        var post = new NewPost("別の人", "", mail, Role.Auditor, null, Office.Begin);

        var refused = await invite.ExecuteAsync(office.As(Role.Administrator), post, Cancel);

        var fault = refused.Faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe("PEOPLE039");
        fault.Arguments.ShouldBe([mail]);
        // Width and spaces make no other name.
        var named = post with
        {
            Name = "職員　" + mail.ToUpperInvariant(),
        };
        var given = await invite.ExecuteAsync(office.As(Role.Administrator), named, Cancel);
        given.Faults.ShouldBeEmpty();
        given.Person.ShouldBe(first.Person);
    }

    [Fact]
    public async Task Invite_Oneself_IsRefused()
    {
        await gunma.RegisterAsync();
        var admin = (await gunma.InviteAsync("self@sample.example", Role.Administrator)).Person;
        await using var db = gunma.NewContext();
        var post = new NewPost(
            "職員 self@sample.example",
            "",
            "self@sample.example",
            Role.Approver,
            null,
            Office.Begin
        );

        var outcome = await new InvitePerson(db, TimeProvider.System).ExecuteAsync(
            gunma.As(Role.Administrator, person: admin),
            post,
            Cancel
        );

        outcome.Faults.ShouldHaveSingleItem().Code.ShouldBe("PEOPLE038");
        (await db.Posts.CountAsync(held => held.PersonId == admin, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Erase_PersonWithoutPost_TakesNameAndAddressAndLeavesTheNumber()
    {
        await gunma.RegisterAsync();
        var invited = await gunma.InviteAsync("gone@sample.example", Role.Auditor);
        await using (var db = database.NewContext("100005"))
        {
            var erase = new ErasePerson(db, TimeProvider.System);
            var asker = gunma.As(Role.Administrator);
            (await erase.ExecuteAsync(asker, invited.Person, "退職", Cancel)).Fault!.Code.ShouldBe("PEOPLE022");
            await db.Database.ExecuteSqlAsync(
                $"update post set valid_from = '2020-04-01', valid_until = '2021-03-31' where person_id = {invited.Person}",
                Cancel
            );
            (await erase.ExecuteAsync(asker, invited.Person, "退職", Cancel)).Fault.ShouldBeNull();
        }

        await using var after = database.NewContext("100005");
        var refused = await Should.ThrowAsync<PostgresException>(() =>
            after.Database.ExecuteSqlAsync(
                $"""
                insert into post (government_code, number, person_id, role, valid_from)
                values ('100005', 999, {invited.Person}, 'Auditor', '2026-04-01')
                """,
                Cancel
            )
        );
        refused.SqlState.ShouldBe(PostgresErrorCodes.RestrictViolation);
        var person = await after.People.SingleAsync(row => row.PersonId == invited.Person, Cancel);
        person.Name.ShouldBe("");
        person.Mail.ShouldNotContain("gone@");
        (await after.AuditRecords.AnyAsync(row => row.Act == "person.erased", Cancel)).ShouldBeTrue();
        (await after.AuditRecords.AnyAsync(row => row.After!.Contains("gone@"), Cancel)).ShouldBeFalse();
    }
}
