using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shirube.Approvals;
using Shirube.Calendar;
using Shirube.Documents.Stored;
using Shirube.Indicators;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Tests.Approvals;
using Shirube.Tests.Support;

namespace Shirube.Tests.Plans.Writing;

/// <summary>A plan on its way through approval, and what becomes of it.</summary>
public sealed class PlanApprovalTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draft_OfAPlanWithErrors_IsRefusedUntilTheyAreGoneOrExcused()
    {
        var (approvals, office) = await OpenAsync("102032");
        var plan = await FilledPlan.MakeAsync(office);
        var seen = (await office.OpenAsync(plan)).Passages["5-2-7"].Revision;
        await office.SaveAsync(plan, "5-2-7", "たくさん", seen);
        await office.SetAsync(plan, "5-2-7", SectionState.Done);

        (await approvals.TryDraftAsync(Of(office, plan))).ShouldHaveSingleItem().Code.ShouldBe("WRITE016");

        var finding = (await office.OpenAsync(plan)).InTheWay.ShouldHaveSingleItem();
        finding.Finding.Code.ShouldBe("DRAFT103");
        (await office.ExcuseAsync(plan, finding.Key, " ")).ShouldNotBeNull().Code.ShouldBe("WRITE017");
        (await office.ExcuseAsync(plan, finding.Key, "国と協議中のため")).ShouldBeNull();
        (await approvals.TryDraftAsync(Of(office, plan))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_WhileThePlanIsBeingApproved_IsRefusedHereAndInTheDatabase()
    {
        var (approvals, office) = await OpenAsync("102041");
        var plan = await FilledPlan.MakeAsync(office);
        var number = await approvals.DraftAsync(Of(office, plan));
        (await approvals.SubmitAsync(number)).ShouldBeNull();

        (await office.SaveAsync(plan, "4-1", "あとから", 1)).Fault!.Code.ShouldBe("WRITE002");
        await using var db = office.NewContext();
        (
            await Should.ThrowAsync<PostgresException>(() =>
                db.Database.ExecuteSqlAsync($"update draft_passage set text = 'x' where draft_number = {plan}", Cancel)
            )
        ).SqlState.ShouldBe(PostgresErrorCodes.RestrictViolation);

        (await approvals.PullBackAsync(approvals.Drafter, number)).ShouldBeNull();
        (await office.SaveAsync(plan, "4-1", "あとから", 1)).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Decide_OnAPlan_MakesItAVersionWhoseFiguresLeadToTheirPassages()
    {
        var (approvals, office) = await OpenAsync("100005");
        var plan = await FilledPlan.MakeAsync(office);
        await approvals.DecideAllAsync(await approvals.DraftAsync(Of(office, plan)));

        var first = await DocumentOfAsync(office, plan);
        (first.Document.Name, first.Version.VersionNumber).ShouldBe(("しごと創生計画", 1));
        first.Reading.TotalCostYen!.Value.ShouldBe(2_314_625_000m);
        var indicator = first.Reading.Indicators.ShouldHaveSingleItem();
        indicator.Targets[2].Figure!.Value.ShouldBe(300);
        indicator.Targets[2].Figure!.Evidence.At.Text.ShouldContain("300");
        first.Bases[0].ShouldBe(new ChosenBasis(TargetBasis.AnnualFlow, Direction.Higher));
        first.Version.ApprovalNumber.ShouldBe(1);
        first
            .Corrections.Select(one => (one.Pointer, one.After))
            .ShouldBe([("/indicators/0/targetBasis", "annualFlow"), ("/indicators/0/direction", "higher")]);
        first.Corrections.ShouldAllBe(one => one.PersonId == office.Writer.Person && one.Reason.Contains("第1号"));
        ChosenBasis.AskedBy(first.Reading, 0).ShouldBeNull();

        var seen = (await office.OpenAsync(plan)).Passages["5-2-3"].Revision;
        await office.SaveAsync(plan, "5-2-3", "次の年度に変えた内容。", seen);
        await office.SetAsync(plan, "5-2-3", SectionState.Done);
        await approvals.DecideAllAsync(await approvals.DraftAsync(Of(office, plan)));
        var second = await DocumentOfAsync(office, plan);
        (second.Version.VersionNumber, second.Version.ApprovalNumber).ShouldBe((2, 2));
        second.Corrections.Count.ShouldBe(2);
        second.Left.ShouldBeEmpty();
        second.Reading.Findings.ShouldNotContain(finding => finding.Code == "PLAN010");
    }

    [Fact]
    public async Task Decide_OnAPlanWithAFigureOfAYearBesideTheTable_LeavesItOutOfAllOfIt()
    {
        var (approvals, office) = await OpenAsync("102083");
        var plan = await FilledPlan.MakeAsync(office);
        var row = (await office.OpenAsync(plan)).Content.Indicators[0].Number;
        var before = (await office.OpenAsync(plan)).Content.Indicators[0];
        // The form has six years: nobody sees a figure of the eighth.
        await office.SaveCellsAsync(plan, office.Writer, [new CellEdit(row, "2033", "800", "")]);
        await office.SetAsync(plan, PlanOutline.Targets, SectionState.Done);
        foreach (var finding in (await office.OpenAsync(plan)).InTheWay.ToList())
            (await office.ExcuseAsync(plan, finding.Key, "国と協議中のため")).ShouldBeNull();
        await approvals.DecideAllAsync(await approvals.DraftAsync(Of(office, plan)));

        var written = await office.OpenAsync(plan);
        written.YearsBeside.ShouldBe([new FiscalYear(2033)]);
        written.Content.Indicators[0].Total.ShouldBe(before.Total);
        var open = await DocumentOfAsync(office, plan);
        open.Reading.Findings.ShouldNotContain(finding => finding.Code == "PLAN010" || finding.Code == "KPI101");
        open.Reading.Indicators[0].Targets.ShouldNotContain(target => target.Year == new FiscalYear(2033));
    }

    [Fact]
    public async Task Restore_OfAnApprovedState_BringsItBackAndKeepsWhatStoodBefore()
    {
        var (approvals, office) = await OpenAsync("102067");
        var plan = await FilledPlan.MakeAsync(office);
        await office.AddTreeAsync(plan);
        var approved = (await office.OpenAsync(plan)).Content;
        var number = await approvals.DraftAsync(Of(office, plan));
        await approvals.DecideAllAsync(number);
        var seen = (await office.OpenAsync(plan)).Passages["5-2-3"].Revision;
        await office.SaveAsync(plan, "5-2-3", "消えては困る文", seen);

        (await office.RestoreAsync(plan, new PlanStateKey(number, null))).ShouldBeNull();

        var restored = (await office.OpenAsync(plan)).Content;
        PlanContentJson.Write(restored).ShouldBe(PlanContentJson.Write(approved));
        var before = (await office.StatesAsync(plan)).First(state => state.Key.Snapshot is not null);
        (await office.RestoreAsync(plan, before.Key)).ShouldBeNull();
        (await office.OpenAsync(plan)).Content["5-2-3"].ShouldBe("消えては困る文");
        (await office.RestoreAsync(plan, new PlanStateKey(number + 1, null)))!.Code.ShouldBe("WRITE020");
    }

    [Fact]
    public async Task Save_AtTheMomentOfTheSubmission_IsInWhatIsApprovedOrIsRefused()
    {
        var (approvals, office) = await OpenAsync("102075");
        var plan = await FilledPlan.MakeAsync(office);
        var number = await approvals.DraftAsync(Of(office, plan));

        var saves = Enumerable.Range(0, 8).Select(n => office.SaveAsync(plan, "4-1", $"同時の文{n}", n % 2)).ToList();
        var submitted = await approvals.SubmitAsync(number);
        var saved = await Task.WhenAll(saves);

        var now = PlanContentJson.Write((await office.OpenAsync(plan)).Content);
        if (submitted is null)
            ApprovedContent.HashOf(now).ShouldBe(await approvals.SeenAsync(number));
        else
            submitted.Code.ShouldBeOneOf("APPROVAL012", "WRITE016");
        saved.ShouldAllBe(one => one.Fault == null || one.Fault.Code == "WRITE002");
    }

    [Fact]
    public async Task Approval_OfAPlan_SaysWhatWasLetStandWhenItWasFrozen()
    {
        var (approvals, office) = await OpenAsync("102091");
        var plan = await FilledPlan.MakeAsync(office);
        var seen = (await office.OpenAsync(plan)).Passages["5-2-7"].Revision;
        await office.SaveAsync(plan, "5-2-7", "たくさん", seen);
        await office.SetAsync(plan, "5-2-7", SectionState.Done);
        var finding = (await office.OpenAsync(plan)).InTheWay.ShouldHaveSingleItem();
        (await office.ExcuseAsync(plan, finding.Key, "国と協議中のため")).ShouldBeNull();
        var number = await approvals.DraftAsync(Of(office, plan));
        await approvals.DecideAllAsync(number);

        (await office.ExcuseAsync(plan, finding.Key, null)).ShouldBeNull();
        await office.SaveAsync(plan, "5-2-7", "2,314,625千円", seen + 1);

        var shown = await UnderApprovalAsync(approvals, number);
        var excused = shown.Excused.ShouldHaveSingleItem();
        (excused.Finding.Finding.Code, excused.Excuse.Reason).ShouldBe(("DRAFT103", "国と協議中のため"));
        shown.Names.Of(excused.Excuse.ExcusedBy).ShouldNotBeNull();
        shown.Standing.ShouldAllBe(one => !one.IsError);
        shown.Comparison.ShouldBeNull();
    }

    [Fact]
    public async Task Approval_OfAChangedPlan_HoldsTheChangedTextWhole()
    {
        var (approvals, office) = await OpenAsync("102105");
        var plan = await FilledPlan.MakeAsync(office);
        var text = string.Concat(Enumerable.Repeat("まちの仕事を増やし、人の流れを作る。", 40));
        var seen = (await office.OpenAsync(plan)).Passages["5-2-3"].Revision;
        seen = (await office.SaveAsync(plan, "5-2-3", text + "旧い終わり。", seen)).Revision;
        await office.SetAsync(plan, "5-2-3", SectionState.Done);
        await approvals.DecideAllAsync(await approvals.DraftAsync(Of(office, plan)));
        await office.SaveAsync(plan, "5-2-3", "新しい始まり。" + text + "新しい終わり。", seen);
        await office.SetAsync(plan, "5-2-3", SectionState.Done);
        var number = await approvals.DraftAsync(Of(office, plan));

        var shown = await UnderApprovalAsync(approvals, number);
        await using var db = approvals.Db(approvals.Drafter.Person);
        var open = (await OpenApproval.FindAsync(db, approvals.Clock, approvals.Drafter, number, Cancel))!;
        var whole = shown.Whole(open.Differences.ShouldHaveSingleItem().Difference);

        whole.After.ShouldBe("新しい始まり。" + text + "新しい終わり。");
        whole.Before.ShouldBe(text + "旧い終わり。");
        shown.Comparison.ShouldBe(
            $"{PlanDraft.AddressOf(office.Writer.Government!.Value, plan)}/comparison?before=approval-1&after=draft"
        );
    }

    [Fact]
    public async Task Standing_OfAPlan_FollowsItsApprovals()
    {
        var (approvals, office) = await OpenAsync("102113");
        var plan = await FilledPlan.MakeAsync(office);
        (await StandingAsync(approvals, office, plan)).ShouldSatisfyAllConditions(
            standing => standing.Open.ShouldBeNull(),
            standing => standing.Decided.ShouldBeNull()
        );
        var number = await approvals.DraftAsync(Of(office, plan));
        (await approvals.SubmitAsync(number)).ShouldBeNull();
        (await approvals.SendBackAsync(approvals.Head, number, "根拠が足りない")).ShouldBeNull();

        var back = await StandingAsync(approvals, office, plan);
        (back.Open!.State, back.SentBack).ShouldBe((ApprovalState.SentBack, "根拠が足りない"));
        back.Visible.ShouldBe([number]);
        var stranger = await approvals.PersonAsync("stranger", Role.DepartmentOfficer, approvals.Industry);
        (await StandingAsync(approvals, office, plan, stranger)).Visible.ShouldBeEmpty();

        await approvals.DecideAllAsync(number);
        var decided = await StandingAsync(approvals, office, plan);
        (decided.Open, decided.Decided!.Number).ShouldBe((null, number));
        var seen = (await office.OpenAsync(plan)).Passages["5-2-3"].Revision;
        await office.SaveAsync(plan, "5-2-3", "決裁のあとに変えた内容。", seen);
        (await StandingAsync(approvals, office, plan)).Decided.ShouldBeNull();
    }

    [Theory]
    [InlineData("delete from draft_snapshot")]
    [InlineData("update draft_snapshot set content = ''")]
    [InlineData("delete from plan_draft")]
    [InlineData("delete from approved_content")]
    public async Task Remove_OfWhatWasApproved_IsNotPermitted(string sql)
    {
        await using var db = database.NewContext("100005");
        (
            await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql, Cancel))
        ).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private static NewApproval Of(WritingOffice office, int plan) =>
        new("plan", PlanDraft.AddressOf(office.Writer.Government!.Value, plan), "次の期の計画とするため");

    private static async Task<PlanUnderApproval> UnderApprovalAsync(ApprovalOffice approvals, int number)
    {
        await using var db = approvals.Db(approvals.Drafter.Person);
        var open = (await OpenApproval.FindAsync(db, approvals.Clock, approvals.Drafter, number, Cancel))!;
        PlanSubject.IsOf(open.Approval).ShouldBeTrue();
        return (await PlanUnderApproval.OfAsync(db, open, Cancel))!;
    }

    private static async Task<PlanStanding> StandingAsync(
        ApprovalOffice approvals,
        WritingOffice office,
        int plan,
        Asker? asker = null
    )
    {
        await using var db = approvals.Db(approvals.Drafter.Person);
        return await PlanStanding.OfAsync(
            db,
            approvals.Clock,
            asker ?? approvals.Drafter,
            await office.OpenAsync(plan),
            Cancel
        );
    }

    private static async Task<OpenDocument> DocumentOfAsync(WritingOffice office, int plan)
    {
        var open = await office.OpenAsync(plan);
        await using var db = office.NewContext();
        var code = office.Writer.Government!.Value.Value;
        return (await OpenDocument.FindAsync(db, code, open.Draft.DocumentNumber!.Value, null, Cancel))!;
    }

    private async Task<(ApprovalOffice Approvals, WritingOffice Office)> OpenAsync(string government)
    {
        var approvals = new ApprovalOffice(database, government);
        await approvals.OpenAsync();
        return (approvals, WritingOffice.Of(database, approvals.Office, approvals.Drafter));
    }
}
