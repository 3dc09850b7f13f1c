using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Notifications;
using Shirube.Plans.Certification;
using Shirube.Tasks;
using Shirube.Tests.Plans.Writing;
using Shirube.Tests.Support;

namespace Shirube.Tests.Plans.Certification;

/// <summary>The calendar of an application, and that people are told of its days once.</summary>
public sealed class CertificationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Steps_ProposedForADay_AreWorkingDaysInOrderAroundIt()
    {
        foreach (var kind in Enum.GetValues<CertificationKind>())
            for (var day = new DateOnly(2026, 1, 5); day.Year < 2028; day = day.AddDays(7))
            {
                var applied = WorkingDay.OnOrAfter(day);
                var steps = ProposedSteps.For(kind, applied);

                steps.ShouldAllBe(step => WorkingDay.Is(step.Day));
                steps.Select(step => step.Day).ShouldBeInOrder();
                steps.ShouldContain(step => step.Day == applied);
            }
    }

    [Theory]
    [InlineData("令和8年9月10日", "2026-09-10")]
    [InlineData("令和8年9月", "2026-09-10")]
    [InlineData("2026-10", "2026-10-09")]
    [InlineData("令和8年", null)]
    [InlineData("9月ごろ", null)]
    public void Day_OfAMonthAlone_IsAWorkingDayInIt(string text, string? day) =>
        ProposedSteps
            .DayOf(text)
            ?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe(day);

    [Fact]
    public async Task Round_Planned_StandsInTheCalendarUntilItIsRemoved()
    {
        var office = await TreeOffice.OpenAsync(database, "100005");
        var round = await PlanAsync(office, "2026-09-10");

        var steps = await CalendarAsync(office);
        steps
            .Select(step => step.Title)
            .ShouldBe(["庁内照会の締切", "案文の締切", "事前相談", "決裁", "申請", "認定見込み", "公表"]);
        steps[4].Day.ShouldBe(new DateOnly(2026, 9, 10));
        (await ChangeAsync(office, round, 5, new("申請", "2026-09-11", "3"), new(2026, 9, 10))).ShouldBeNull();
        (await ChangeAsync(office, round, 5, new("申請", "2026-09-14", "3"), new(2026, 9, 10)))!.Code.ShouldBe(
            "WRITE146"
        );
        (
            await ChangeSeenAsync(
                office,
                round,
                5,
                new("申請", "2026-09-11", "9"),
                new TypedStep("届出", "2026-09-11", "3")
            )
        )!.Code.ShouldBe("WRITE151");
        (await ChangeAsync(office, round, 5, new("申請", "abc", "3"), new(2026, 9, 11)))!.Field.ShouldBe("step-day");
        (await ChangeAsync(office, round, 5, new("申請", "2026-09-11", "99"), new(2026, 9, 11)))!.Field.ShouldBe(
            "remind"
        );
        (await ChangeAsync(office, 9, 5, new("申請", "2026-09-11", ""), new(2026, 9, 11)))!.Code.ShouldBe("WRITE143");
        (await CalendarAsync(office))[4].Day.ShouldBe(new DateOnly(2026, 9, 11));
        (
            await office.InAsync(db =>
                new PlanRound(db, TimeProvider.System).RemoveAsync(office.Office.Writer, office.Plan, round, Cancel)
            )
        ).ShouldBeNull();
        (await CalendarAsync(office)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Home_WithAStepThisWeek_ShowsItAsDue()
    {
        var office = await TreeOffice.OpenAsync(database, "102032");
        var today = JapanDay.Today(TimeProvider.System);
        var round = await PlanAsync(office, "2030-09-10");
        (
            await ChangeAsync(
                office,
                round,
                1,
                new("庁内照会の締切", JapaneseDate.ToJapanese(today), ""),
                await DayOfAsync(office, 1)
            )
        ).ShouldBeNull();

        var home = await office.InAsync(db => StaffHome.OfAsync(db, TimeProvider.System, office.Office.Writer, Cancel));

        var due = home.Due.ShouldHaveSingleItem();
        (due.Due, due.In(today)).ShouldBe((today, DueIn.Today));
        due.Title.ShouldContain("庁内照会の締切");
        due.Address.ShouldEndWith("/application");
    }

    [Fact]
    public async Task Remind_RoundAfterRound_TellsEachDayOnceAndAPutOffDayAnew()
    {
        var office = await TreeOffice.OpenAsync(database, "102041");
        var round = await PlanAsync(office, "2026-09-10");
        var clock = new At { Now = JapanDay.StartOf(new DateOnly(2026, 9, 2)) };
        var remind = new RemindSteps(database.NewContext, clock);

        // Of the approval on 3 September five days before, of the application on the 10th not yet.
        await remind.RoundAsync(Cancel);
        await remind.RoundAsync(Cancel);
        (await ToldAsync(office)).ShouldBe(["決裁"]);
        clock.Now = JapanDay.StartOf(new DateOnly(2026, 9, 3));
        await Task.WhenAll(remind.RoundAsync(Cancel), remind.RoundAsync(Cancel));
        (await ToldAsync(office)).ShouldBe(["決裁", "申請"], ignoreOrder: true);

        (await ChangeAsync(office, round, 5, new("申請", "2026-09-09", "7"), new(2026, 9, 10))).ShouldBeNull();
        await office.InAsync(db =>
            new ChangeStep(db, clock).FinishAsync(office.Office.Writer, office.Plan, round, 4, true, Cancel)
        );
        await remind.RoundAsync(Cancel);
        (await ToldAsync(office)).Count(step => step == "申請").ShouldBe(2);
        (await ToldAsync(office)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Remind_WithAGovernmentThatCannotBeTold_TellsTheOthers()
    {
        var (first, second) = (
            await TreeOffice.OpenAsync(database, "102067"),
            await TreeOffice.OpenAsync(database, "102075")
        );
        await PlanAsync(first, "2027-09-10");
        await PlanAsync(second, "2027-09-10");
        var clock = new At { Now = JapanDay.StartOf(new DateOnly(2027, 9, 3)) };
        var remind = new RemindSteps(
            scope =>
                scope.Government == GovernmentCode.Parse("102067")
                    ? throw new InvalidOperationException("no database")
                    : database.NewContext(scope),
            clock
        );

        var failed = await Should.ThrowAsync<AggregateException>(() => remind.RoundAsync(Cancel));

        failed.InnerExceptions.ShouldHaveSingleItem().Message.ShouldContain("102067");
        (await ToldAsync(second)).ShouldContain("申請");
    }

    private static async Task<int> PlanAsync(TreeOffice office, string day)
    {
        var (number, fault) = await office.InAsync(db =>
            new PlanRound(db, TimeProvider.System).ExecuteAsync(
                office.Office.Writer,
                office.Plan,
                CertificationKind.New,
                day,
                Cancel
            )
        );
        fault.ShouldBeNull();
        return number!.Value;
    }

    /// <param name="seen">The day that stood there; title and reminder as they stand.</param>
    private static Task<Fault?> ChangeAsync(TreeOffice office, int round, int step, TypedStep typed, DateOnly seen) =>
        office.InAsync(async db =>
        {
            var row = await db.CertificationSteps.SingleOrDefaultAsync(
                row => row.DraftNumber == office.Plan && row.RoundNumber == round && row.Number == step,
                Cancel
            );
            return await ChangeSeenAsync(
                office,
                round,
                step,
                typed,
                new TypedStep(
                    row?.Title ?? "",
                    seen.ToString("O", CultureInfo.InvariantCulture),
                    row?.RemindDays?.ToString(CultureInfo.InvariantCulture) ?? ""
                )
            );
        });

    private static Task<Fault?> ChangeSeenAsync(
        TreeOffice office,
        int round,
        int step,
        TypedStep typed,
        TypedStep seen
    ) =>
        office.InAsync(db =>
            new ChangeStep(db, TimeProvider.System).ExecuteAsync(
                office.Office.Writer,
                office.Plan,
                round,
                step,
                typed,
                seen,
                Cancel
            )
        );

    private static Task<IReadOnlyList<CalendarStep>> CalendarAsync(TreeOffice office) =>
        office.InAsync(db => CalendarStep.BetweenAsync(db, new(2026, 4, 1), new(2027, 3, 31), Cancel));

    private static Task<DateOnly> DayOfAsync(TreeOffice office, int step) =>
        office.InAsync(db =>
            db.CertificationSteps.Where(row => row.DraftNumber == office.Plan && row.Number == step)
                .Select(row => row.Day)
                .SingleAsync(Cancel)
        );

    /// <summary>The steps of which the planning officer was told.</summary>
    private static Task<List<string>> ToldAsync(TreeOffice office) =>
        office.InAsync(async db =>
            (
                await db
                    .Notifications.Where(told => told.Kind == NotificationKind.ApplicationStepNear)
                    .ToListAsync(Cancel)
            )
                .Select(told => told.Arguments[1])
                .ToList()
        );

    private sealed class At : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
