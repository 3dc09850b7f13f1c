using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Tests.Support;

namespace Shirube.Tests.People;

public sealed class MovePeopleTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly Office office = new(database, "102032");
    private int planning;
    private int industry;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly DateOnly NextYear = new(2027, 4, 1);

    public async ValueTask InitializeAsync()
    {
        await office.RegisterAsync();
        var suffix = Guid.NewGuid().ToString("N")[..6];
        planning = await office.AddDepartmentAsync("企画課" + suffix);
        industry = await office.AddDepartmentAsync("産業課" + suffix);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Move_FiftyPeople_EndsOldPostsAndBeginsNewOnesInOneStep()
    {
        var mails = Enumerable.Range(0, 50).Select(i => $"move{i}-{planning}@sample.example").ToList();
        foreach (var mail in mails)
            (await office.InviteAsync(mail, Role.DepartmentOfficer, planning)).Faults.ShouldBeEmpty();
        var list = "メール\t新しい課\n" + string.Join('\n', mails.Select(mail => $"{mail}\t{NameOf(industry)}"));

        var outcome = await MoveAsync(list);

        outcome.Faults.ShouldBeEmpty();
        outcome.Moves.Count.ShouldBe(50);
        await using var db = database.NewContext("102032");
        var posts = await db.Posts.ToListAsync(Cancel);
        posts.Count(post => post.DepartmentNumber == planning && post.ValidUntil == NextYear.AddDays(-1)).ShouldBe(50);
        posts.Count(post => post.DepartmentNumber == industry && post.ValidFrom == NextYear).ShouldBe(50);
        (await new VerifyAudit(db).ExecuteAsync("102032", cancel: Cancel)).IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task Move_ListWithFaults_NamesEachRowAndAppliesNothing()
    {
        await office.InviteAsync($"a-{planning}@sample.example", Role.DepartmentOfficer, planning);
        var name = NameOf(industry);
        var list = $"""
            a-{planning}@sample.example,,{name}
            nobody@sample.example,,{name}
            a-{planning}@sample.example,,ない課
            a-{planning}@sample.example,別の名前,{name}
            a-{planning}@sample.example,,{name},王様
            a-{planning}@sample.example,,{name},,いつか
            """;

        var outcome = await MoveAsync(list);

        outcome
            .Faults.Select(fault => (fault.Row, fault.Code))
            .ShouldBe([
                (2, "PEOPLE011"),
                (3, "PEOPLE013"),
                (3, "PEOPLE014"),
                (4, "PEOPLE012"),
                (5, "PEOPLE013"),
                (5, "PEOPLE015"),
                (6, "PEOPLE016"),
                (6, "PEOPLE013"),
            ]);
        await using var db = database.NewContext("102032");
        (await db.Posts.AnyAsync(post => post.DepartmentNumber == industry, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Move_Oneself_IsRefusedAtTheRow()
    {
        var mail = $"self-{planning}@sample.example";
        var admin = (await office.InviteAsync(mail, Role.DepartmentOfficer, planning)).Person;
        await using var db = office.NewContext();

        var outcome = await new MovePeople(db, TimeProvider.System).ExecuteAsync(
            office.As(Role.Administrator, person: admin),
            $"{mail},,{NameOf(industry)},承認者",
            NextYear,
            Cancel
        );

        outcome.Faults.ShouldHaveSingleItem().Code.ShouldBe("PEOPLE026");
        outcome.Number.ShouldBeNull();
    }

    [Fact]
    public async Task Move_PastedTwice_IsRefusedAtTheRow()
    {
        var mail = $"twice-{planning}@sample.example";
        await office.InviteAsync(mail, Role.DepartmentOfficer, planning);
        (await MoveAsync($"{mail},,{NameOf(industry)}")).Faults.ShouldBeEmpty();

        var again = await MoveAsync($"{mail},,{NameOf(industry)}");

        again.Faults.ShouldHaveSingleItem().Code.ShouldBe("PEOPLE018");
        again.Faults[0].Row.ShouldBe(1);
    }

    [Fact]
    public async Task Move_WhoIsInTwoDepartments_NeedsTheOneThatIsLeft()
    {
        var mail = $"both-{planning}@sample.example";
        var third = await office.AddDepartmentAsync("観光課" + planning);
        await office.InviteAsync(mail, Role.DepartmentOfficer, planning);
        var person = (await office.InviteAsync(mail, Role.Approver, third)).Person;

        (await MoveAsync($"{mail},,{NameOf(industry)}")).Faults.ShouldHaveSingleItem().Code.ShouldBe("PEOPLE019");
        var outcome = await MoveAsync($"{mail},,{NameOf(industry)},,,{NameOf(third)}");

        outcome.Faults.ShouldBeEmpty();
        await using var db = database.NewContext("102032");
        var posts = await db.Posts.Where(post => post.PersonId == person).ToListAsync(Cancel);
        posts.Count(post => post.IsHeldOn(NextYear)).ShouldBe(2);
        posts.Single(post => post.DepartmentNumber == industry).Role.ShouldBe(Role.Approver);
    }

    [Fact]
    public async Task Undo_BeforeItsFirstDay_PutsEveryPostBackAndNotASecondTime()
    {
        string[] mails = [$"u1-{planning}@sample.example", $"u2-{planning}@sample.example"];
        foreach (var mail in mails)
            await office.InviteAsync(mail, Role.DepartmentOfficer, planning);
        var step = (await MoveAsync(string.Join('\n', mails.Select(mail => $"{mail},,{NameOf(industry)}"))))
            .Number!
            .Value;

        (await UndoAsync(step)).ShouldBeNull();

        await using var db = database.NewContext("102032");
        var posts = await db.Posts.ToListAsync(Cancel);
        posts.Count(post => post.DepartmentNumber == planning && post.ValidUntil == null).ShouldBe(2);
        posts.ShouldNotContain(post => post.DepartmentNumber == industry && post.IsHeldOn(NextYear));
        (await UndoAsync(step))!.Code.ShouldBe("PEOPLE050");
    }

    [Fact]
    public async Task Undo_AfterOneOfThePostsWasChanged_NamesThePersonAndPutsNothingBack()
    {
        var mail = $"u3-{planning}@sample.example";
        var person = (await office.InviteAsync(mail, Role.DepartmentOfficer, planning)).Person;
        var step = (await MoveAsync($"{mail},,{NameOf(industry)}")).Number!.Value;
        await using (var db = database.NewContext("102032"))
        {
            var post = await db.Posts.SingleAsync(post => post.PersonId == person && post.MovedIn == step, Cancel);
            var end = new EndPost(db, TimeProvider.System);
            (
                await end.ExecuteAsync(office.As(Role.Administrator), post.Number, NextYear.AddDays(9), null, Cancel)
            ).ShouldBeNull();
        }

        var fault = await UndoAsync(step);

        fault!.Code.ShouldBe("PEOPLE052");
        fault.Arguments[1].ShouldBe("職員 " + mail);
        await using var after = database.NewContext("102032");
        (await after.Posts.AnyAsync(post => post.PersonId == person && post.EndedIn == step, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task Undo_AfterTheEarlierPostWasEnded_OrItsDepartmentCloses_IsRefused()
    {
        var (first, second) = ($"u4-{planning}@sample.example", $"u5-{planning}@sample.example");
        var person = (await office.InviteAsync(first, Role.DepartmentOfficer, planning)).Person;
        var step = (await MoveAsync($"{first},,{NameOf(industry)}")).Number!.Value;
        await using var db = database.NewContext("102032");
        var post = await db.Posts.SingleAsync(post => post.PersonId == person && post.EndedIn == step, Cancel);
        var asker = office.As(Role.Administrator);
        var end = new EndPost(db, TimeProvider.System);
        var retired = new DateOnly(2027, 2, 28);
        (await end.ExecuteAsync(asker, post.Number, retired, post.ValidUntil, Cancel)).ShouldBeNull();

        (await UndoAsync(step))!.Code.ShouldBe("PEOPLE052");

        await office.InviteAsync(second, Role.DepartmentOfficer, planning);
        var other = (await MoveAsync($"{second},,{NameOf(industry)}")).Number!.Value;
        var close = new CloseDepartment(db, TimeProvider.System);
        (await close.ExecuteAsync(asker, planning, NextYear.AddDays(-1), Cancel)).ShouldBeNull();
        (await UndoAsync(other))!.Code.ShouldBe("PEOPLE053");
    }

    [Fact]
    public async Task Move_OnADayOfLongAgo_IsAskedAgain()
    {
        var mail = $"slip-{planning}@sample.example";
        await office.InviteAsync(mail, Role.DepartmentOfficer, planning);

        (await MoveAsync($"{mail},,{NameOf(industry)},,R5.4.1")).Faults.ShouldContain(fault =>
            fault.Code == "PEOPLE027"
        );
    }

    private async Task<Shirube.Faults.Fault?> UndoAsync(int step)
    {
        await using var db = database.NewContext("102032");
        return await new UndoMove(db, TimeProvider.System).ExecuteAsync(office.As(Role.Administrator), step, Cancel);
    }

    [Fact]
    public async Task Move_ByWhoDoesNotManagePeople_IsRefused()
    {
        await using var db = database.NewContext("102032");
        var move = new MovePeople(db, TimeProvider.System);
        await Should.ThrowAsync<NotPermittedException>(() =>
            move.ExecuteAsync(office.As(Role.PlanningOfficer), "x", NextYear, Cancel)
        );
    }

    private string NameOf(int number)
    {
        using var db = database.NewContext("102032");
        return db.Departments.Single(department => department.Number == number).Name;
    }

    private async Task<MovePeople.Outcome> MoveAsync(string list)
    {
        await using var db = database.NewContext("102032");
        var move = new MovePeople(db, TimeProvider.System);
        return await move.ExecuteAsync(office.As(Role.Administrator), list, NextYear, Cancel);
    }
}
