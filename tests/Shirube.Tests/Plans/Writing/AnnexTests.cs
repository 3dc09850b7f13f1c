using Shirube.Calendar;
using Shirube.Faults;
using Shirube.Plans.Writing;
using Shirube.Tests.Support;

namespace Shirube.Tests.Plans.Writing;

/// <summary>The schedule and the money of a plan.</summary>
public sealed class AnnexTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Schedule_AddedChangedMovedAndRemoved_IsWhatItBecame()
    {
        var office = await TreeOffice.OpenAsync(database, "100005");
        var first = await AddAsync(office, new("周知", "令和6年4月", "R6.6", ""));
        var second = await AddAsync(office, new("見直し", "2026-01", "", "有識者会議に諮る"));

        (
            await ChangeAsync(
                office,
                second,
                new("中間の見直し", "2026-02", "2026-03", ""),
                new("見直し", "2026-01", "2026-01", "有識者会議に諮る")
            )
        ).ShouldBeNull();
        (
            await ChangeAsync(
                office,
                second,
                new("別の名", "2026-02", "", ""),
                new("見直し", "2026-01", "", "有識者会議に諮る")
            )
        )!.Code.ShouldBe("WRITE108");
        (
            await office.InAsync(db =>
                new ChangeSchedule(db, TimeProvider.System).MoveAsync(
                    office.Office.Writer,
                    office.Plan,
                    second,
                    -1,
                    Cancel
                )
            )
        ).ShouldBeNull();

        var schedule = (await office.ContentAsync()).Schedule;
        schedule.Select(item => item.Name).ShouldBe(["中間の見直し", "周知"]);
        (schedule[0].From, schedule[0].To).ShouldBe((new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1)));
        (
            await office.InAsync(db =>
                new ChangeSchedule(db, TimeProvider.System).RemoveAsync(
                    office.Office.Writer,
                    office.Plan,
                    first,
                    new TypedScheduleItem(schedule[1].Name, "2025-01", "", "ほかの人が書く前"),
                    Cancel
                )
            )
        )!.Code.ShouldBe("WRITE108");
        (
            await office.InAsync(db =>
                new ChangeSchedule(db, TimeProvider.System).RemoveAsync(
                    office.Office.Writer,
                    office.Plan,
                    first,
                    new TypedScheduleItem(
                        schedule[1].Name,
                        $"{schedule[1].From:yyyy-MM}",
                        $"{schedule[1].To:yyyy-MM}",
                        schedule[1].Note
                    ),
                    Cancel
                )
            )
        ).ShouldBeNull();
        (await office.ContentAsync()).Schedule.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Share_ThatAnotherSetMeanwhile_IsNotOverwritten()
    {
        var office = await TreeOffice.OpenAsync(database, "102091");
        (await ShareAsync(office, "6", "3.6")).ShouldBeNull();

        (await ShareAsync(office, "6", "5"))!.Code.ShouldBe("WRITE135");
        (await ShareAsync(office, "6", "5", "6:3.6 10:40")).ShouldBeNull();
    }

    [Theory]
    [InlineData("", "R6.4", "", "WRITE121", "item-name")]
    [InlineData("周知", "abc", "", "WRITE122", "from")]
    [InlineData("周知", "令和6年", "", "WRITE122", "from")]
    [InlineData("周知", "R6.4", "R6.13", "WRITE122", "to")]
    [InlineData("周知", "R6.4", "R6.3", "WRITE123", "to")]
    public async Task Schedule_WhatIsNoLine_IsToldAtItsField(
        string name,
        string from,
        string to,
        string code,
        string field
    )
    {
        var office = await OnceAsync("102032");

        var (_, fault) = await office.InAsync(db =>
            new ChangeSchedule(db, TimeProvider.System).AddAsync(
                office.Office.Writer,
                office.Plan,
                new(name, from, to, ""),
                Cancel
            )
        );

        (fault!.Code, fault.Field).ShouldBe((code, field));
    }

    [Fact]
    public void QuarterChart_OfLinesAcrossYears_SaysWhichQuartersEachTakes()
    {
        var content = new PlanContent
        {
            Form = PlanForm.Industry,
            Schedule =
            [
                new(1, "周知", new(2024, 4, 1), new(2024, 6, 1), ""),
                new(2, "補助", new(2024, 12, 1), new(2026, 1, 1), ""),
            ],
        };

        var chart = new QuarterChart(content);

        chart.Years.Select(year => year.Year).ShouldBe([2024, 2025]);
        chart.SpanOf(content.Schedule[0]).ShouldBe((0, 1, 7));
        chart.SpanOf(content.Schedule[1]).ShouldBe((2, 6, 0));
    }

    [Fact]
    public async Task Funding_WithFaults_KeepsTheRestAndTellsEachAtItsCell()
    {
        var office = await TreeOffice.OpenAsync(database, "102041");

        var (changed, faults) = await SaveAsync(
            office,
            Cell(2024, FundingSource.Grant, "１，２３４"),
            Cell(2024, FundingSource.Donation, "500円"),
            Cell(2024, FundingSource.Other, "-"),
            Cell(2025, FundingSource.Grant, "abc"),
            Cell(2025, FundingSource.Donation, "▲5"),
            Cell(2025, FundingSource.Other, "0.0001"),
            Cell(2026, FundingSource.Grant, "約100"),
            Cell(2026, FundingSource.Other, "5人")
        );

        changed.ShouldBe(2);
        faults
            .Select(fault => (fault.Code, fault.Field))
            .ShouldBe([
                ("WRITE131", "2025-Grant"),
                ("WRITE131", "2025-Donation"),
                ("WRITE131", "2025-Other"),
                ("WRITE131", "2026-Grant"),
                ("WRITE131", "2026-Other"),
            ]);
        (await office.ContentAsync()).Funding.ShouldBe([
            new(new FiscalYear(2024), FundingSource.Grant, 1_234_000),
            new(new FiscalYear(2024), FundingSource.Donation, 500),
        ]);
    }

    [Fact]
    public async Task Funding_TwoAtOnce_OverwriteNothingAndTouchNotWhatTheyLeft()
    {
        var office = await TreeOffice.OpenAsync(database, "202029");
        await SaveAsync(office, Cell(2024, FundingSource.Grant, "100"), Cell(2024, FundingSource.Other, "10"));
        await SaveAsync(
            office,
            Cell(2024, FundingSource.Grant, "200", "100"),
            Cell(2024, FundingSource.Other, "10", "10")
        );

        var (changed, faults) = await SaveAsync(
            office,
            Cell(2024, FundingSource.Grant, "300", "100"),
            Cell(2024, FundingSource.Other, "", "10")
        );

        changed.ShouldBe(1);
        (faults.Single().Code, faults[0].Arguments[0]).ShouldBe(("WRITE132", "200千円"));
        (await SaveAsync(office, Cell(2024, FundingSource.Grant, "100", "100"))).Faults.ShouldBeEmpty();
        (await office.ContentAsync()).Funding.ShouldBe([new(new FiscalYear(2024), FundingSource.Grant, 200_000)]);
    }

    [Fact]
    public async Task PrivateShare_OfThePlanAndBeyondIt_IsTracked()
    {
        var office = await TreeOffice.OpenAsync(database, "030007", PlanForm.A3007);
        await office.Office.SaveAsync(office.Plan, "5-2-8-start", "令和6年4月1日", 0);
        await office.Office.SaveAsync(office.Plan, "5-2-8-end", "令和12年3月31日", 0);
        await office.Office.SaveAsync(office.Plan, "5-2-7", "1,000千円", 0);
        await SaveAsync(
            office,
            Cell(2029, FundingSource.Grant, "970"),
            Cell(2029, FundingSource.Donation, "20"),
            Cell(2029, FundingSource.Contribution, "10")
        );
        foreach (var (nth, percent) in new[] { ("６年目", "３．６％"), ("10", "40") })
            (await ShareAsync(office, nth, percent)).ShouldBeNull();

        var plan = new FundingPlan(await office.ContentAsync());

        plan.Years.Select(year => year.Year).ShouldBe([2024, 2025, 2026, 2027, 2028, 2029, 2033]);
        plan.Targets.ShouldBe([
            new(new(6, 3.6m), new FiscalYear(2029), 3m, false),
            new(new(10, 40m), new FiscalYear(2033), null, true),
        ]);
        plan.Targets.Select(target => target.Missing).ShouldBe([0.6m, null]);
        (plan.CostYen, plan.Difference).ShouldBe((1_000_000, 0));
        (await ShareAsync(office, "0", "5"))!.Code.ShouldBe("WRITE133");
        (await ShareAsync(office, "6", "140"))!.Code.ShouldBe("WRITE134");
        (await ShareAsync(office, "6", "約3"))!.Code.ShouldBe("WRITE134");
    }

    private static readonly Dictionary<string, TreeOffice> Opened = [];

    private async Task<TreeOffice> OnceAsync(string government) =>
        Opened.TryGetValue(government, out var known)
            ? known
            : Opened[government] = await TreeOffice.OpenAsync(database, government);

    private static FundingEdit Cell(int year, FundingSource source, string text, string seen = "") =>
        new(new FiscalYear(year), source, text, seen);

    private static Task<(int Changed, IReadOnlyList<Fault> Faults)> SaveAsync(
        TreeOffice office,
        params FundingEdit[] edits
    ) =>
        office.InAsync(db =>
            new SaveFunding(db, TimeProvider.System).ExecuteAsync(office.Office.Writer, office.Plan, edits, Cancel)
        );

    private static Task<Fault?> ShareAsync(TreeOffice office, string nth, string percent, string seen = "") =>
        office.InAsync(db =>
            new SetPrivateShare(db, TimeProvider.System).ExecuteAsync(
                office.Office.Writer,
                office.Plan,
                nth,
                percent,
                seen,
                Cancel
            )
        );

    private static async Task<int> AddAsync(TreeOffice office, TypedScheduleItem item)
    {
        var (number, fault) = await office.InAsync(db =>
            new ChangeSchedule(db, TimeProvider.System).AddAsync(office.Office.Writer, office.Plan, item, Cancel)
        );
        fault.ShouldBeNull();
        return number!.Value;
    }

    private static Task<Fault?> ChangeAsync(
        TreeOffice office,
        int item,
        TypedScheduleItem typed,
        TypedScheduleItem seen
    ) =>
        office.InAsync(db =>
            new ChangeSchedule(db, TimeProvider.System).ChangeAsync(
                office.Office.Writer,
                office.Plan,
                item,
                typed,
                seen,
                Cancel
            )
        );
}
