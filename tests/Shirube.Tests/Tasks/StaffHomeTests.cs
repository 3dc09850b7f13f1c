using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Permissions;
using Shirube.Tasks;
using Shirube.Tests.Approvals;
using Shirube.Tests.Support;

namespace Shirube.Tests.Tasks;

public sealed class StaffHomeTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly ApprovalOffice office = new(database, "102032");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await office.OpenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Home_OfAReviewer_HoldsWhatWaitsAndWhatWasTold()
    {
        var number = await office.SubmittedAsync(await office.ImportAsync());

        (await HomeAsync(office.Head)).Waiting.ShouldHaveSingleItem().Number.ShouldBe(number);
        (await HomeAsync(office.Head)).Unread.ShouldBe(1);
        (await HomeAsync(office.Industrial)).Waiting.Count.ShouldBe(1);
        (await HomeAsync(office.Deputy)).Waiting.Count.ShouldBe(1);
        (await HomeAsync(office.Mayor)).Waiting.ShouldBeEmpty();
        (await HomeAsync(office.Drafter)).Waiting.ShouldBeEmpty();
        (await office.SendBackAsync(office.Head, number)).ShouldBeNull();
        (await HomeAsync(office.Drafter)).Waiting.Count.ShouldBe(1);
        (await HomeAsync(office.Drafter)).Unread.ShouldBe(1);
    }

    [Fact]
    public async Task Home_AfterActingForSomebody_AsksThemToConfirm()
    {
        var number = await office.SubmittedAsync(await office.ImportAsync());
        (await office.ActForAsync(office.Deputy, number)).ShouldBeNull();
        (await office.ReviewAsync(office.Industrial, number)).ShouldBeNull();
        (await office.DecideAsync(office.Mayor, number)).ShouldBeNull();

        (await HomeAsync(office.Head)).Waiting.ShouldHaveSingleItem().Number.ShouldBe(number);
        (await office.ConfirmAsync(office.Head, number)).ShouldBeNull();
        (await HomeAsync(office.Head)).Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task Document_Followed_TellsOfCorrectionsAndVersionsSinceItWasSeen()
    {
        var name = "見守る計画" + Guid.NewGuid().ToString("N");
        var key = await office.ImportAsync(name);
        await FollowAsync(key.Document, follow: true);
        (await HomeAsync(office.Drafter)).Changes.ShouldBeEmpty();

        await office.CorrectAsync(key, "1300");
        await office.ImportAsync(name, first: "310");

        var change = (await HomeAsync(office.Drafter)).Changes.ShouldHaveSingleItem();
        (change.Document.Number, change.HasNewVersion, change.Corrections).ShouldBe((key.Document, true, 1));
        await FollowAsync(key.Document, follow: true);
        (await HomeAsync(office.Drafter)).Changes.ShouldBeEmpty();
        (await HomeAsync(office.Head)).Followed.ShouldBe(0);
        await FollowAsync(key.Document, follow: false);
        (await HomeAsync(office.Drafter)).Followed.ShouldBe(0);
    }

    [Fact]
    public async Task Task_OfAColleague_IsToldAndCanBeDoneOnceByThoseWhoseItIs()
    {
        await using var db = office.Db(office.Drafter.Person);
        var add = new AddTask(db, office.Clock);
        var wanted = new NewTask("資料をそろえる", JapanDay.Today(office.Clock), office.Head.Person);
        var (number, faults) = await add.ExecuteAsync(office.Drafter, wanted, Cancel);
        faults.ShouldBeEmpty();
        var (_, wrong) = await add.ExecuteAsync(office.Drafter, new(" ", null, Guid.NewGuid()), Cancel);
        wrong.Select(fault => fault.Code).ShouldBe(["TASK001", "TASK002"]);

        var item = (await HomeAsync(office.Head)).Due.ShouldHaveSingleItem();
        (item.Task, item.In(JapanDay.Today(office.Clock))).ShouldBe((number, DueIn.Today));
        var finish = new FinishTask(db, office.Clock);
        (await finish.ExecuteAsync(office.Mayor, number!.Value, Cancel))!.Code.ShouldBe("TASK004");
        (await finish.ExecuteAsync(office.Head, number.Value, Cancel)).ShouldBeNull();
        (await finish.ExecuteAsync(office.Head, number.Value, Cancel))!.Code.ShouldBe("TASK005");
    }

    [Fact]
    public async Task Task_ForOneWithATermOrOneWhoLeft_IsGivenToTheFirstAlone()
    {
        await using var db = office.Db(office.Drafter.Person);
        var add = new AddTask(db, office.Clock);
        var today = JapanDay.Today(office.Clock);
        await EndAsync(office.Head.Person, today);
        (
            await add.ExecuteAsync(office.Drafter, new("期限付き", null, office.Head.Person), Cancel)
        ).Faults.ShouldBeEmpty();
        await EndAsync(office.Mayor.Person, today.AddDays(-1));

        var (_, faults) = await add.ExecuteAsync(office.Drafter, new("去った人へ", null, office.Mayor.Person), Cancel);
        var hand = new HandOverTasks(db, office.Clock);
        var (_, fault) = await hand.ExecuteAsync(office.Drafter, office.Drafter.Person, office.Mayor.Person, Cancel);

        faults.ShouldHaveSingleItem().Code.ShouldBe("TASK002");
        fault!.Code.ShouldBe("TASK002");
    }

    [Fact]
    public async Task Entry_Removed_CannotBeDoneAndLeavesItsNumberToNoOther()
    {
        await using var db = office.Db(office.Drafter.Person);
        var add = new AddCalendarEntry(db, office.Clock);
        var first = (await add.ExecuteAsync(office.Drafter, new("会議", 9, null, null), Cancel)).Number!.Value;
        var remove = new RemoveCalendarEntry(db, office.Clock);
        (await remove.ExecuteAsync(office.Drafter, first, Cancel)).ShouldBeNull();

        (await remove.ExecuteAsync(office.Drafter, first, Cancel))!.Code.ShouldBe("TASK009");
        var finish = new FinishCalendarEntry(db, office.Clock);
        var year = FiscalYear.Of(JapanDay.Today(office.Clock));
        (await finish.ExecuteAsync(office.Drafter, first, year, Cancel))!.Code.ShouldBe("TASK009");
        var other = (await add.ExecuteAsync(office.Drafter, new("別の会議", 10, null, null), Cancel)).Number!.Value;
        other.ShouldBe(first + 1);
        (await remove.ExecuteAsync(office.Drafter, other, Cancel)).ShouldBeNull();
    }

    private async Task EndAsync(Guid person, DateOnly until)
    {
        await using var db = office.Db();
        await db
            .Posts.Where(post => post.PersonId == person)
            .ExecuteUpdateAsync(row => row.SetProperty(post => post.ValidUntil, until), Cancel);
    }

    [Fact]
    public async Task HandOver_OfAll_GivesOpenTasksToTheOther()
    {
        await using var db = office.Db(office.Drafter.Person);
        await new AddTask(db, office.Clock).ExecuteAsync(office.Drafter, new("引き継ぐ仕事", null), Cancel);
        var hand = new HandOverTasks(db, office.Clock);
        await Should.ThrowAsync<NotPermittedException>(() =>
            hand.ExecuteAsync(office.Head, office.Drafter.Person, office.Head.Person, Cancel)
        );

        (await hand.ExecuteAsync(office.Drafter, office.Drafter.Person, office.Head.Person, Cancel)).Count.ShouldBe(1);

        (await HomeAsync(office.Head)).Due.ShouldHaveSingleItem().Title.ShouldBe("引き継ぐ仕事");
        (await HomeAsync(office.Drafter)).Due.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2, null, 2027, 2, 28)]
    [InlineData(2, 29, 2028, 2, 29)]
    [InlineData(9, 12, 2026, 9, 12)]
    [InlineData(3, null, 2027, 3, 31)]
    public void Entry_InAFiscalYear_HasItsDay(int month, int? day, int year, int expectedMonth, int expectedDay)
    {
        var entry = new CalendarEntry
        {
            Title = "x",
            Month = month,
            Day = day,
        };

        entry
            .DayIn(FiscalYear.Of(new DateOnly(year, month, 1)))
            .ShouldBe(new DateOnly(year, expectedMonth, expectedDay));
    }

    [Theory]
    [InlineData("2026-09-09", "2026-09-08", DueIn.Late)]
    [InlineData("2026-09-09", "2026-09-09", DueIn.Today)]
    [InlineData("2026-09-09", "2026-09-13", DueIn.ThisWeek)]
    [InlineData("2026-09-09", "2026-09-14", DueIn.Later)]
    [InlineData("2026-09-13", "2026-09-14", DueIn.Later)]
    [InlineData("2026-09-09", null, DueIn.Later)]
    public void Item_DueOnADay_IsLateTodayThisWeekOrLater(string today, string? due, DueIn expected) =>
        new DueItem(
            "x",
            due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
            1,
            false
        )
            .In(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(expected);

    private async Task<StaffHome> HomeAsync(Asker asker)
    {
        await using var db = database.NewContext(asker.Scope);
        return await StaffHome.OfAsync(db, office.Clock, asker, Cancel);
    }

    private async Task FollowAsync(int document, bool follow)
    {
        await using var db = office.Db(office.Drafter.Person);
        var operation = new FollowDocument(db, office.Clock);
        (await operation.ExecuteAsync(office.Drafter, office.Office.Code, document, follow, Cancel)).ShouldBeNull();
    }
}
