using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shirube.Approvals;
using Shirube.Audit;
using Shirube.Documents;
using Shirube.Permissions;
using Shirube.Tests.Support;

namespace Shirube.Tests.Approvals;

public sealed class ApprovalTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly ApprovalOffice office = new(database, "102032");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await office.OpenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Approval_AgreedByAllAndDecided_IsDecidedAndOnRecord()
    {
        var number = await office.SubmittedAsync(await office.ImportAsync());

        (await office.DecideAsync(office.Mayor, number))!.Code.ShouldBe("APPROVAL006");
        (await office.ReviewAsync(office.Industrial, number)).ShouldBeNull();
        (await office.FindAsync(number)).StepPosition.ShouldBe(1);
        (await office.ReviewAsync(office.Head, number)).ShouldBeNull();
        (await office.FindAsync(number)).StepPosition.ShouldBe(2);
        (await office.DecideAsync(office.Mayor, number)).ShouldBeNull();

        (await office.FindAsync(number)).State.ShouldBe(ApprovalState.Decided);
        await using var db = office.Db();
        var acts = await db
            .ApprovalEntries.Where(entry => entry.ApprovalNumber == number)
            .OrderBy(entry => entry.Number)
            .Select(entry => entry.Act)
            .ToListAsync(Cancel);
        acts.ShouldBe([
            ApprovalAct.Draft,
            ApprovalAct.Submit,
            ApprovalAct.Review,
            ApprovalAct.Review,
            ApprovalAct.Decide,
        ]);
        var records = await db
            .AuditRecords.Where(record => record.Subject == $"/governments/102032/approvals/{number}")
            .OrderBy(record => record.Number)
            .Select(record => record.Act)
            .ToListAsync(Cancel);
        records.ShouldBe([
            "approval.drafted",
            "approval.submitted",
            "approval.reviewed",
            "approval.reviewed",
            "approval.decided",
        ]);
        (await new VerifyAudit(db).ExecuteAsync("102032", cancel: Cancel)).IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task Approval_ByItsDrafter_IsRefusedAlsoByDelegation()
    {
        var drafter = office.Office.As(Role.PlanningOfficer, office.Planning, office.Other.Person);
        drafter = drafter with { Posts = [.. drafter.Posts, new HeldPost(Role.Approver, null)] };
        var key = await office.ImportAsync();
        var number = await office.DraftAsync(key, drafter);
        (await office.SubmitAsync(number, drafter)).ShouldBeNull();
        (await office.DelegateAsync(office.Head, office.Other)).ShouldBeEmpty();

        (await office.ActForAsync(drafter, number))!.Code.ShouldBe("APPROVAL004");
        (await office.ReviewAsync(drafter, number))!.Code.ShouldBe("APPROVAL004");
        (await office.SendBackAsync(drafter, number))!.Code.ShouldBe("APPROVAL004");
        await using var db = office.Db();
        var refused = await Should.ThrowAsync<PostgresException>(() =>
            db.Database.ExecuteSqlAsync(
                $"update approval_seat set filled_by = {drafter.Person} where approval_number = {number}",
                Cancel
            )
        );
        refused.SqlState.ShouldBe(PostgresErrorCodes.RestrictViolation);
    }

    [Fact]
    public async Task Submit_RouteWithTheDrafterInIt_IsRefused()
    {
        var key = await office.ImportAsync();
        var head = office.Head with { Posts = [.. office.Head.Posts, new HeldPost(Role.PlanningOfficer, null)] };
        var number = await office.DraftAsync(key, head);

        var fault = await office.SubmitAsync(number, head);

        fault!.Code.ShouldBe("APPROVAL015");
        fault.Arguments.ShouldBe(["合議"]);
        (await office.FindAsync(number)).State.ShouldBe(ApprovalState.Draft);
    }

    [Fact]
    public async Task Seat_SecondOfTheSamePerson_IsRefused()
    {
        var number = await office.SubmittedAsync(await office.ImportAsync());
        (await office.ActForAsync(office.Deputy, number)).ShouldBeNull();
        (await office.ReviewAsync(office.Industrial, number)).ShouldBeNull();

        (await office.ActForAsync(office.Deputy, number))!.Code.ShouldBe("APPROVAL005");
    }

    [Fact]
    public async Task ActFor_ByTheDeputy_NeedsAReasonAndIsConfirmedLaterByTheAbsentOne()
    {
        var number = await office.SubmittedAsync(await office.ImportAsync());
        (await office.ActForAsync(office.Deputy, number, " "))!.Code.ShouldBe("APPROVAL008");
        (await office.ReviewAsync(office.Deputy, number))!.Code.ShouldBe("APPROVAL006");
        (await office.ActForAsync(office.Deputy, number)).ShouldBeNull();
        (await office.ReviewAsync(office.Industrial, number)).ShouldBeNull();
        (await office.DecideAsync(office.Mayor, number)).ShouldBeNull();

        (await office.ConfirmAsync(office.Mayor, number))!.Code.ShouldBe("APPROVAL050");
        (await office.ConfirmAsync(office.Deputy, number))!.Code.ShouldBe("APPROVAL050");
        (await office.ConfirmAsync(office.Head, number)).ShouldBeNull();
        (await office.ConfirmAsync(office.Head, number))!.Code.ShouldBe("APPROVAL050");

        await using var db = office.Db();
        var seat = await db.ApprovalSeats.SingleAsync(
            seat => seat.ApprovalNumber == number && seat.ConfirmedBy != null,
            Cancel
        );
        (seat.FilledBy, seat.Holding, seat.ConfirmedBy).ShouldBe(
            (office.Deputy.Person, SeatHolding.Deputy, office.Head.Person)
        );
    }

    [Fact]
    public async Task ActFor_ByADelegate_WorksInItsDaysAndIsNotHandedOn()
    {
        var number = await office.SubmittedAsync(await office.ImportAsync());
        (await office.ActForAsync(office.Other, number))!.Code.ShouldBe("APPROVAL001");
        (await office.DelegateAsync(office.Industrial, office.Other, 1, 3)).ShouldBeEmpty();
        (await office.ActForAsync(office.Other, number))!.Code.ShouldBe("APPROVAL001");
        (await office.DelegateAsync(office.Head, office.Other, 0, 0)).ShouldBeEmpty();

        (await office.DelegateAsync(office.Other, office.Mayor)).Select(fault => fault.Code).ShouldBe(["APPROVAL047"]);
        (await office.DelegateAsync(office.Mayor, office.Head)).Select(fault => fault.Code).ShouldBe(["APPROVAL046"]);
        (await office.DelegateAsync(office.Head, office.Deputy)).Select(fault => fault.Code).ShouldBe(["APPROVAL045"]);
        (await office.ActForAsync(office.Other, number)).ShouldBeNull();

        await using var db = office.Db();
        var seat = await db.ApprovalSeats.SingleAsync(
            seat => seat.ApprovalNumber == number && seat.FilledBy == office.Other.Person,
            Cancel
        );
        (seat.PersonId, seat.Holding).ShouldBe((office.Head.Person, SeatHolding.Delegate));
    }

    [Theory]
    [InlineData(0, -1, "APPROVAL041")]
    [InlineData(-1, 1, "APPROVAL043")]
    [InlineData(0, 400, "APPROVAL042")]
    public async Task Delegate_OddDays_IsRefused(int from, int until, string code) =>
        (await office.DelegateAsync(office.Head, office.Other, from, until))
            .Select(fault => fault.Code)
            .ShouldBe([code]);

    [Fact]
    public async Task Delegate_ToSomebodyWhoIsNoApprover_IsRefused()
    {
        (await office.DelegateAsync(office.Head, office.Drafter)).ShouldHaveSingleItem().Code.ShouldBe("APPROVAL044");
        (await office.DelegateAsync(office.Head, office.Head)).ShouldHaveSingleItem().Code.ShouldBe("APPROVAL040");
    }

    [Fact]
    public async Task SendBack_WithReason_GoesToTheDrafterWhoRevisesAndSubmitsAgain()
    {
        var key = await office.ImportAsync();
        var number = await office.SubmittedAsync(key);
        (await office.SendBackAsync(office.Head, number, ""))!.Code.ShouldBe("APPROVAL008");
        (await office.SendBackAsync(office.Mayor, number))!.Code.ShouldBe("APPROVAL006");
        (await office.ReviewAsync(office.Industrial, number)).ShouldBeNull();
        (await office.SendBackAsync(office.Head, number)).ShouldBeNull();

        await office.CorrectAsync(key, "1300");
        (await office.SubmitAsync(number))!.Code.ShouldBe("APPROVAL012");
        (await office.ReviseAsync(office.Drafter, number)).ShouldBeEmpty();
        (await office.SubmitAsync(number)).ShouldBeNull();

        var approval = await office.FindAsync(number);
        (approval.Round, approval.Edition, approval.StepPosition).ShouldBe((2, 2, 1));
        await using var db = office.Db();
        // The second time all are asked again.
        (await db.ApprovalSeats.CountAsync(seat => seat.ApprovalNumber == number && seat.Round == 2, Cancel)).ShouldBe(
            3
        );
        (await office.ReviewAsync(office.Industrial, number)).ShouldBeNull();
    }

    [Fact]
    public async Task PullBack_ByTheDrafter_OpensWhatWasFrozenAndOnlyBeforeTheDecision()
    {
        var key = await office.ImportAsync();
        var number = await office.SubmittedAsync(key);
        (await Should.ThrowAsync<DocumentRefusedException>(() => office.CorrectAsync(key, "1300"))).Code.ShouldBe(
            "CORRECT012"
        );
        await Should.ThrowAsync<NotPermittedException>(() => office.PullBackAsync(office.Head, number));
        (await office.PullBackAsync(office.Drafter, number)).ShouldBeNull();
        await office.CorrectAsync(key, "1300");
        (await office.ReviseAsync(office.Drafter, number)).ShouldBeEmpty();
        (await office.SubmitAsync(number)).ShouldBeNull();
        (await office.ReviewAsync(office.Head, number)).ShouldBeNull();
        (await office.ReviewAsync(office.Industrial, number)).ShouldBeNull();
        (await office.DecideAsync(office.Mayor, number)).ShouldBeNull();

        (await office.PullBackAsync(office.Drafter, number))!.Code.ShouldBe("APPROVAL002");
    }

    [Fact]
    public async Task PullBackAndDiscard_OfADrafterWhoIsGone_ArePlanningsWithAReason()
    {
        var number = await office.SubmittedAsync(await office.ImportAsync());
        var next = await office.PersonAsync("next", Role.PlanningOfficer, office.Planning);
        (await office.PullBackAsync(next, number))!.Code.ShouldBe("APPROVAL003");
        await using var db = office.Db();
        var yesterday = Shirube.Calendar.JapanDay.Today(office.Clock).AddDays(-1);
        await db
            .Posts.Where(post => post.PersonId == office.Drafter.Person)
            .ExecuteUpdateAsync(row => row.SetProperty(post => post.ValidUntil, yesterday), Cancel);
        var officer = await office.PersonAsync("officer", Role.DepartmentOfficer, office.Planning);

        (await office.PullBackAsync(officer, number))!.Code.ShouldBe("APPROVAL003");
        (await office.PullBackAsync(next, number))!.Code.ShouldBe("APPROVAL008");
        var pull = new PullBackApproval(db, office.Clock);
        (await pull.ExecuteAsync(next, number, "起案者が異動したため", Cancel)).ShouldBeNull();
        (await office.SubmitAsync(number, next))!.Code.ShouldBe("APPROVAL003");
        (await office.DiscardAsync(next, number))!.Code.ShouldBe("APPROVAL008");
        var discard = new DiscardApproval(db, office.Clock);
        (await discard.ExecuteAsync(next, number, "起案し直すため", Cancel)).ShouldBeNull();
        (
            await db.AuditRecords.SingleAsync(
                row => row.Act == "approval.discarded" && row.Person == next.Person,
                Cancel
            )
        ).Why.ShouldBe("起案し直すため");
    }

    [Fact]
    public async Task Insert_OfADecidedApprovalOrAFilledSeat_IsRefusedByTheDatabase()
    {
        var number = await office.SubmittedAsync(await office.ImportAsync());
        await using var db = office.Db();

        var decided = await Should.ThrowAsync<PostgresException>(() =>
            db.Database.ExecuteSqlAsync(
                $"""
                insert into approval
                select (jsonb_populate_record(approval, jsonb_build_object('number', number + 1000, 'state', 'Decided'))).*
                from approval where number = {number}
                """,
                Cancel
            )
        );
        var filled = await Should.ThrowAsync<PostgresException>(() =>
            db.Database.ExecuteSqlAsync(
                $"""
                insert into approval_seat
                select (jsonb_populate_record(seat, jsonb_build_object('position', position + 50, 'filled_by', {office.Drafter.Person}))).*
                from approval_seat as seat where approval_number = {number}
                """,
                Cancel
            )
        );

        decided.SqlState.ShouldBe(PostgresErrorCodes.RestrictViolation);
        filled.SqlState.ShouldBe(PostgresErrorCodes.RestrictViolation);
    }

    [Fact]
    public async Task Draft_ByOneOfTwoDepartments_NeedsTheOne()
    {
        var key = await office.ImportAsync();
        var both = office.Drafter with
        {
            Posts = [new(Role.DepartmentOfficer, office.Planning), new(Role.DepartmentOfficer, office.Industry)],
        };
        await using var db = office.Db();
        var draft = new DraftApproval(db, office.Clock);
        var wanted = new NewApproval("documentVersion", ApprovalOffice.AddressOf(key), "理由");

        (await draft.ExecuteAsync(both, wanted, Cancel)).Faults.ShouldHaveSingleItem().Code.ShouldBe("APPROVAL016");
        var outcome = await draft.ExecuteAsync(both, wanted with { Department = office.Planning }, Cancel);

        outcome.Faults.ShouldBeEmpty();
        (await office.FindAsync(outcome.Number!.Value)).DepartmentNumber.ShouldBe(office.Planning);
    }

    [Fact]
    public async Task Decide_TwiceAtTheSameMoment_SecondIsToldAndNothingIsDoubled()
    {
        var number = await office.SubmittedAsync(await office.ImportAsync());
        (await office.ReviewAsync(office.Head, number)).ShouldBeNull();
        (await office.ReviewAsync(office.Industrial, number)).ShouldBeNull();

        var faults = await Task.WhenAll(
            office.DecideAsync(office.Mayor, number),
            office.ActForAsync(office.Deputy, number),
            office.DecideAsync(office.Mayor, number)
        );

        faults.Count(fault => fault is null).ShouldBe(1);
        faults.Where(fault => fault is not null).ShouldAllBe(fault => fault!.Code == "APPROVAL002");
        await using var db = office.Db();
        (await db.ApprovalEntries.CountAsync(entry => entry.ApprovalNumber == number, Cancel)).ShouldBe(5);
    }

    [Fact]
    public async Task Review_OfContentThatChangedMeanwhile_IsRefused()
    {
        var key = await office.ImportAsync();
        var number = await office.SubmittedAsync(key);
        var seen = await office.SeenAsync(number);
        (await office.PullBackAsync(office.Drafter, number)).ShouldBeNull();
        await office.CorrectAsync(key, "1300");
        (await office.ReviseAsync(office.Drafter, number)).ShouldBeEmpty();
        (await office.SubmitAsync(number)).ShouldBeNull();

        (await office.ReviewAsync(office.Head, number, seen))!.Code.ShouldBe("APPROVAL007");
    }

    [Fact]
    public async Task Route_ChangedWhileAnApprovalRuns_ChangesNothingOfIt()
    {
        var number = await office.SubmittedAsync(await office.ImportAsync());
        await using (var db = office.Db())
        {
            var wanted = new RouteDefinition(
                "短い" + number,
                true,
                [new("決裁", StepKind.Decision, [new(office.Other.Person, null, null)])]
            );
            var (_, faults) = await new DefineRoute(db, office.Clock).ExecuteAsync(
                office.Office.As(Role.Administrator),
                office.Route,
                wanted,
                Cancel
            );
            faults.ShouldBeEmpty();
        }

        (await office.DecideAsync(office.Other, number))!.Code.ShouldBe("APPROVAL001");
        (await office.ReviewAsync(office.Head, number)).ShouldBeNull();
        (await office.ReviewAsync(office.Industrial, number)).ShouldBeNull();
        (await office.DecideAsync(office.Mayor, number)).ShouldBeNull();
    }

    [Fact]
    public async Task Draft_OfASubjectThatHasAnOpenOne_IsRefused()
    {
        var key = await office.ImportAsync();
        var number = await office.DraftAsync(key);
        await using var db = office.Db();

        var outcome = await new DraftApproval(db, office.Clock).ExecuteAsync(
            office.Drafter,
            new NewApproval("documentVersion", ApprovalOffice.AddressOf(key), "もう一度"),
            Cancel
        );

        outcome.Faults.ShouldHaveSingleItem().Code.ShouldBe("APPROVAL011");
        outcome.Faults[0].Arguments.ShouldBe([number]);
    }

    [Theory]
    [InlineData("documentVersion", "/governments/102032/documents/9999?version=1")]
    [InlineData("documentVersion", "/governments/100005/documents/1?version=1")]
    [InlineData("documentVersion", "/governments/102032/documents/1?version=1 or 1=1")]
    [InlineData("documentVersion", "")]
    [InlineData("anything", "/governments/102032/documents/1?version=1")]
    public async Task Draft_OfWhatIsNotThere_IsRefused(string kind, string address)
    {
        await using var db = office.Db();

        var outcome = await new DraftApproval(db, office.Clock).ExecuteAsync(
            office.Drafter,
            new NewApproval(kind, address, "理由"),
            Cancel
        );

        outcome.Faults.ShouldHaveSingleItem().Code.ShouldBe("APPROVAL010");
    }

    [Fact]
    public async Task Approval_OfAnotherGovernment_IsNotThere()
    {
        var number = await office.SubmittedAsync(await office.ImportAsync());
        var gunma = new ApprovalOffice(database, "100005");
        await gunma.OpenAsync();

        (await gunma.ReviewAsync(gunma.Head, number))!.Code.ShouldBe("APPROVAL001");
        await using var db = gunma.Db();
        (await db.Approvals.IgnoreQueryFilters().AnyAsync(row => row.Number == number, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Attachments_OfADraft_AreNumberedAndKept()
    {
        var key = await office.ImportAsync();
        await using var db = office.Db();
        var outcome = await new DraftApproval(db, office.Clock).ExecuteAsync(
            office.Drafter,
            new NewApproval("documentVersion", ApprovalOffice.AddressOf(key), "理由")
            {
                Attachments = [new("図.png", [1, 2]), new("../../表.xlsx", [3])],
            },
            Cancel
        );
        await new ReviseApproval(db, office.Clock).ExecuteAsync(
            office.Drafter,
            outcome.Number!.Value,
            "差し替え",
            [2],
            [new("新.pdf", [4])],
            Cancel
        );

        var files = await db
            .ApprovalAttachments.Where(file => file.ApprovalNumber == outcome.Number && file.Edition == 2)
            .OrderBy(file => file.Number)
            .Select(file => file.FileName)
            .ToListAsync(Cancel);
        files.ShouldBe(["表.xlsx", "新.pdf"]);
    }

    [Theory]
    [InlineData("動く.xlsm", 1, "APPROVAL021")]
    [InlineData("page.html", 1, "APPROVAL021")]
    [InlineData("空.pdf", 0, "APPROVAL022")]
    public async Task Attachment_OfAnotherKind_IsRefused(string name, int size, string code)
    {
        await using var db = office.Db();

        var outcome = await new DraftApproval(db, office.Clock).ExecuteAsync(
            office.Drafter,
            new NewApproval("documentVersion", "x", "理由") { Attachments = [new(name, new byte[size])] },
            Cancel
        );

        outcome.Faults.ShouldHaveSingleItem().Code.ShouldBe(code);
    }
}
