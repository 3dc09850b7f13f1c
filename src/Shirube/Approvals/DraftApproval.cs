using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>What is to be approved, and why.</summary>
/// <param name="Kind">Of an <see cref="ApprovalSubject"/>.</param>
/// <param name="Address">Of the subject, as the site addresses it.</param>
public sealed record NewApproval(string Kind, string Address, string Reason)
{
    public IReadOnlyList<NewAttachment> Attachments { get; init; } = [];

    /// <summary>Which of the departments that the asker drafts for; needed only where there are several.</summary>
    public int? Department { get; init; }
}

/// <summary>起案: begins an approval and freezes what it is about. Until it is submitted only its drafter works on it.</summary>
public sealed class DraftApproval(ShirubeDb db, TimeProvider clock)
{
    /// <param name="Number">Null where there are faults.</param>
    public sealed record Outcome(int? Number, IReadOnlyList<Fault> Faults);

    /// <exception cref="NotPermittedException">The asker may not draft.</exception>
    public async Task<Outcome> ExecuteAsync(Asker asker, NewApproval drafted, CancellationToken cancel = default)
    {
        asker.Require(Act.DraftApprovals);
        // A command has no person behind it who could answer for the draft.
        if (asker.PersonOrNull is null)
            throw new NotPermittedException(Act.DraftApprovals);
        List<Fault> faults = [.. Attachments.FaultsOf(drafted.Attachments, 0)];
        if (ApprovalText.FaultOfReason(drafted.Reason) is { } wrong)
            faults.Add(wrong);
        var departments = DepartmentsOf(asker);
        if (drafted.Department is { } chosen ? !departments.Contains(chosen) : departments.Count > 1)
            faults.Add(new Fault("department", "APPROVAL016"));
        if (faults.Count > 0)
            return new(null, faults);
        var government = asker.Government!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await LockAsync(government, cancel);
        var subject = ApprovalSubject.Of(drafted.Kind);
        if (subject is null)
            return new(null, [new Fault(null, "APPROVAL010")]);
        if (await OpenNumberAsync(government, drafted.Address, cancel) is { } open)
            return new(null, [new Fault(null, "APPROVAL011", Arguments: open)]);
        var content = await subject.HoldAsync(db, government, drafted.Address, cancel);
        if (content is null)
            return new(null, [new Fault(null, "APPROVAL010")]);
        if (content.Fault is { } refused)
            return new(null, [refused]);
        var approval = await NewAsync(asker, drafted, content, cancel);
        db.Add(approval);
        await new FreezeContent(db).ExecuteAsync(approval, subject, content.Bytes, approval.DraftedAt, cancel);
        await Attachments.AddAsync(db, approval, [], drafted.Attachments, cancel);
        await HeldApproval.LogAsync(db, asker, approval, ApprovalAct.Draft, 0, null, approval.DraftedAt, cancel);
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(Entry(asker, approval, content), cancel);
        await transaction.CommitAsync(cancel);
        return new(approval.Number, []);
    }

    private async Task<Approval> NewAsync(
        Asker asker,
        NewApproval drafted,
        SubjectContent content,
        CancellationToken cancel
    ) =>
        new()
        {
            GovernmentCode = asker.Government!.Value,
            Number = (await db.Approvals.MaxAsync(known => (int?)known.Number, cancel) ?? 0) + 1,
            SubjectKind = drafted.Kind,
            SubjectAddress = drafted.Address,
            SubjectName = Storable.Text(content.Name),
            DrafterId = asker.Person,
            DepartmentNumber = drafted.Department ?? (DepartmentsOf(asker) is [var only] ? (int?)only : null),
            DraftedAt = clock.GetUtcNow(),
            Reason = ApprovalText.Kept(drafted.Reason)!,
            Edition = 1,
        };

    /// <summary>Numbers of the departments for which the person drafts; none for one beside the departments.</summary>
    public static IReadOnlyList<int> DepartmentsOf(Asker asker) =>
        [
            .. asker
                .Posts.Where(post => PermissionTable.Of(post.Role, Act.DraftApprovals) > Reach.None)
                .Select(post => post.Department)
                .OfType<int>()
                .Distinct()
                .Order(),
        ];

    private static AuditEntry Entry(Asker asker, Approval approval, SubjectContent content) =>
        asker.Entry("approval.drafted", approval.Address) with
        {
            Why = approval.Reason,
            After = AuditValues.Of(
                ("subject", approval.SubjectAddress),
                ("sha256", ApprovedContent.HashOf(content.Bytes))
            ),
        };

    /// <summary>One new approval at a time: their numbers have no gaps.</summary>
    private Task<int> LockAsync(GovernmentCode government, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"approvals " + government.Value}, 0))",
            cancel
        );

    private async Task<int?> OpenNumberAsync(GovernmentCode government, string address, CancellationToken cancel) =>
        await db
            .Approvals.Where(approval => approval.GovernmentCode == government && approval.SubjectAddress == address)
            .Where(approval => approval.State != ApprovalState.Decided && approval.State != ApprovalState.Discarded)
            .Select(approval => (int?)approval.Number)
            .FirstOrDefaultAsync(cancel);
}
