using Microsoft.EntityFrameworkCore;
using Shirube.Faults;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Tests.Support;

namespace Shirube.Tests.People;

public sealed class EndPostTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Last = new(2027, 3, 31);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task End_OfTheOnlyAdministrator_IsRefusedUntilThereIsAnother()
    {
        var office = new Office(database, "100005");
        await office.RegisterAsync();
        var first = await PostOfAsync("100005", await office.InviteAsync("admin1@sample.example", Role.Administrator));

        (await EndAsync(office, first.Number, Last, null))!.Code.ShouldBe("PEOPLE032");
        await office.InviteAsync("admin2@sample.example", Role.Administrator);
        (await EndAsync(office, first.Number, Last, null)).ShouldBeNull();
    }

    [Fact]
    public async Task End_OfAnAdministratorBesideOneWhoLeaves_IsRefused()
    {
        var office = new Office(database, "102067");
        await office.RegisterAsync();
        var first = await PostOfAsync("102067", await office.InviteAsync("admin3@sample.example", Role.Administrator));
        var second = await PostOfAsync("102067", await office.InviteAsync("admin4@sample.example", Role.Administrator));
        (await EndAsync(office, first.Number, Last.AddDays(30), null)).ShouldBeNull();

        (await EndAsync(office, second.Number, Last, null))!.Code.ShouldBe("PEOPLE032");
        await office.InviteAsync("admin5@sample.example", Role.Administrator);
        (await EndAsync(office, second.Number, Last, null)).ShouldBeNull();
    }

    [Fact]
    public async Task End_OfAPostThatHasEnded_IsRefused()
    {
        var office = new Office(database, "102075");
        await office.RegisterAsync();
        var post = await PostOfAsync("102075", await office.InviteAsync("past@sample.example", Role.Auditor));
        (await EndAsync(office, post.Number, Office.Begin, null)).ShouldBeNull();

        (await EndAsync(office, post.Number, Last, Office.Begin))!.Code.ShouldBe("PEOPLE031");
    }

    [Fact]
    public async Task Invite_IntoADepartmentThatCloses_IsRefusedForLonger()
    {
        var office = new Office(database, "102083");
        await office.RegisterAsync();
        var number = await office.AddDepartmentAsync("商工課");
        await using var db = database.NewContext("102083");
        var asker = office.As(Role.Administrator);
        (await new CloseDepartment(db, TimeProvider.System).ExecuteAsync(asker, number, Last, Cancel)).ShouldBeNull();
        var invite = new InvitePerson(db, TimeProvider.System);
        var post = new NewPost("職員", "", "five@sample.example", Role.Auditor, number, Office.Begin);

        (await invite.ExecuteAsync(asker, post, Cancel)).Faults.ShouldHaveSingleItem().Code.ShouldBe("PEOPLE005");
        (await invite.ExecuteAsync(asker, post with { Until = Last }, Cancel)).Faults.ShouldBeEmpty();
        var add = new AddDepartment(db, TimeProvider.System);
        (await add.ExecuteAsync(asker, "商工課", Last, Cancel)).Fault!.Code.ShouldBe("PEOPLE002");
        (await add.ExecuteAsync(asker, "商工課", Last.AddDays(1), Cancel)).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Close_OfADepartmentWithOpenTasks_IsRefused()
    {
        var office = new Office(database, "102091");
        await office.RegisterAsync();
        var number = await office.AddDepartmentAsync("農政課");
        var person = (await office.InviteAsync("six@sample.example", Role.PlanningOfficer)).Person;
        await using var db = database.NewContext("102091");
        var asker = office.As(Role.PlanningOfficer, null, person);
        var (_, faults) = await new Shirube.Tasks.AddTask(db, TimeProvider.System).ExecuteAsync(
            asker,
            new("残った仕事", null, Department: number),
            Cancel
        );
        faults.ShouldBeEmpty();

        var close = new CloseDepartment(db, TimeProvider.System);
        (await close.ExecuteAsync(office.As(Role.Administrator), number, Last, Cancel))!.Code.ShouldBe("PEOPLE043");
    }

    [Fact]
    public async Task End_AfterSomebodyElseEndedIt_ShowsTheirDay()
    {
        var office = new Office(database, "102032");
        await office.RegisterAsync();
        var post = await PostOfAsync("102032", await office.InviteAsync("two@sample.example", Role.Auditor));
        (await EndAsync(office, post.Number, Last, null)).ShouldBeNull();

        var fault = await EndAsync(office, post.Number, Last.AddDays(5), null);

        fault!.Code.ShouldBe("PEOPLE033");
        fault.Arguments.ShouldBe([(object?)Last]);
        (await EndAsync(office, post.Number, Last.AddDays(5), Last)).ShouldBeNull();
    }

    [Fact]
    public async Task End_BeforeItsFirstDayOrOfAnother_IsRefused()
    {
        var office = new Office(database, "102041");
        await office.RegisterAsync();
        var post = await PostOfAsync("102041", await office.InviteAsync("three@sample.example", Role.Auditor));

        (await EndAsync(office, post.Number, Office.Begin.AddDays(-1), null))!.Code.ShouldBe("PEOPLE006");
        (await EndAsync(office, post.Number + 1, Last, null))!.Code.ShouldBe("PEOPLE030");
        await Should.ThrowAsync<NotPermittedException>(() => EndAsync(office, post.Number, Last, null, Role.Auditor));
    }

    [Fact]
    public async Task Close_OfADepartment_WaitsForTheLastPerson()
    {
        var office = new Office(database, "102059");
        await office.RegisterAsync();
        var number = await office.AddDepartmentAsync("観光課");
        var post = await PostOfAsync(
            "102059",
            await office.InviteAsync("four@sample.example", Role.DepartmentOfficer, number)
        );
        await using var db = database.NewContext("102059");
        var close = new CloseDepartment(db, TimeProvider.System);
        var asker = office.As(Role.Administrator);

        (await close.ExecuteAsync(asker, number, Last, Cancel))!.Code.ShouldBe("PEOPLE042");
        (await EndAsync(office, post.Number, Last, null)).ShouldBeNull();
        (await close.ExecuteAsync(asker, number, Last, Cancel)).ShouldBeNull();
        (await close.ExecuteAsync(asker, number, Last, Cancel))!.Code.ShouldBe("PEOPLE041");
        var rename = new RenameDepartment(db, TimeProvider.System);
        (await rename.ExecuteAsync(asker, number, "観光振興課", "企画課", Cancel))!.Code.ShouldBe("PEOPLE040");
        (await rename.ExecuteAsync(asker, number, "観光振興課", "観光課", Cancel)).ShouldBeNull();
    }

    private async Task<Fault?> EndAsync(
        Office office,
        int number,
        DateOnly until,
        DateOnly? seen,
        Role role = Role.Administrator
    )
    {
        await using var db = database.NewContext(office.Code.Value);
        return await new EndPost(db, TimeProvider.System).ExecuteAsync(office.As(role), number, until, seen, Cancel);
    }

    private async Task<Post> PostOfAsync(string code, InvitePerson.Outcome invited)
    {
        invited.Faults.ShouldBeEmpty();
        await using var db = database.NewContext(code);
        return await db.Posts.SingleAsync(post => post.PersonId == invited.Person, Cancel);
    }
}
