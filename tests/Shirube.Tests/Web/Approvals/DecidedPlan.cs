using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Plans.Writing;
using Shirube.Tests.Support;

namespace Shirube.Tests.Web.Approvals;

/// <summary>A plan on a <see cref="Site"/> that was decided as it is written, and so became a version of a document.</summary>
/// <param name="Plan">Address of the plan that goes on being written.</param>
/// <param name="Document">Address of the document.</param>
/// <param name="Approval">Number of the approval.</param>
public sealed record DecidedPlan(string Plan, string Document, int Approval)
{
    public static async Task<DecidedPlan> AddAsync(Site site, string government, PlanContent content)
    {
        await using var db = site.NewContext(government);
        var asker = Importing.AskerOf(db);
        var (number, faults) = await new StartPlan(db, TimeProvider.System).ExecuteAsync(
            asker,
            content.Form,
            content.Facts.Title ?? "計画"
        );
        faults.ShouldBeEmpty();
        var code = GovernmentCode.Parse(government);
        var address = PlanDraft.AddressOf(code, number!.Value);
        await PutAsync(db, address, content);
        var bytes = PlanContentJson.Write((await OpenPlan.FindAsync(db, code, number.Value))!.Content);
        var approval = await NewApprovalAsync(site, db, address);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(approval);
        await new FreezeContent(db).ExecuteAsync(approval, PlanSubject.Kind, bytes, approval.DraftedAt, default);
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into approval_step values ({government}, {approval.Number}, 1, 1, 'Decision', '決裁');
            update approval set state = 'Decided', round = 1, step_position = 1, ended_at = now() where number = {approval.Number}
            """
        );
        await PlanSubject.Kind.OnDecidedAsync!(
            db,
            TimeProvider.System,
            asker,
            new DecidedContent(address, approval.Number, bytes),
            default
        );
        await transaction.CommitAsync();
        db.ChangeTracker.Clear();
        var document = (await OpenPlan.FindAsync(db, code, number.Value))!.Draft.DocumentNumber!.Value;
        return new(address, Shirube.Documents.Stored.Document.AddressOf(code, document), approval.Number);
    }

    /// <summary>The plan goes on being written, and a second approval of it is drafted.</summary>
    /// <returns>The approval's address.</returns>
    public async Task<string> ChangeAsync(Site site, PlanContent content)
    {
        var government = Plan.Split('/')[2];
        await using var db = site.NewContext(government);
        await PutAsync(db, Plan, content);
        var code = GovernmentCode.Parse(government);
        var bytes = PlanContentJson.Write((await OpenPlan.FindAsync(db, code, Number))!.Content);
        var approval = await NewApprovalAsync(site, db, Plan);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(approval);
        await new FreezeContent(db).ExecuteAsync(approval, PlanSubject.Kind, bytes, approval.DraftedAt, default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return approval.Address;
    }

    /// <summary>The approval goes into review.</summary>
    public async Task SubmitAsync(Site site, string approval)
    {
        await using var db = site.NewContext(Plan.Split('/')[2]);
        var number = int.Parse(approval.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into approval_step values ({Plan.Split('/')[2]}, {number}, 1, 1, 'Decision', '決裁');
            update approval set state = 'InReview', round = 1, step_position = 1 where number = {number}
            """
        );
    }

    private int Number => int.Parse(Plan.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task PutAsync(ShirubeDb db, string plan, PlanContent content)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var number = int.Parse(plan.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        var code = GovernmentCode.Parse(plan.Split('/')[2]);
        await HeldPlan.TakeAsync(db, code, number, default);
        var draft = await db.PlanDrafts.SingleAsync(one => one.GovernmentCode == code && one.Number == number);
        await new PutContent(db, Importing.AskerOf(db), draft, DateTimeOffset.UtcNow).ExecuteAsync(content, default);
        await transaction.CommitAsync();
        db.ChangeTracker.Clear();
    }

    private static async Task<Approval> NewApprovalAsync(Site site, ShirubeDb db, string plan) =>
        new()
        {
            GovernmentCode = GovernmentCode.Parse(plan.Split('/')[2]),
            Number = (await db.Approvals.MaxAsync(one => (int?)one.Number) ?? 0) + 1,
            SubjectKind = PlanSubject.Kind.Kind,
            SubjectAddress = plan,
            SubjectName = "計画",
            DrafterId = site.Officer.Number,
            DraftedAt = DateTimeOffset.UtcNow,
            Reason = "公表のため",
            Edition = 1,
        };
}
