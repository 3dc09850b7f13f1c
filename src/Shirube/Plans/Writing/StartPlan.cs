using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>計画を書き始める, from a blank form.</summary>
public sealed class StartPlan(ShirubeDb db, TimeProvider clock)
{
    public const int TitleMaxLength = 200;

    /// <returns>Its number, or what is wrong.</returns>
    public async Task<(int? Number, IReadOnlyList<Fault> Faults)> ExecuteAsync(
        Asker asker,
        PlanForm form,
        string title,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.StartPlans);
        if (FaultOf(title) is { } fault)
            return (null, [fault]);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var draft = await NewDraftAsync(db, clock, asker, form, null, cancel);
        db.Add(
            draft.Own(
                new DraftPassage
                {
                    Key = PlanOutline.Title,
                    Text = Storable.Text(title.Trim()),
                    Revision = 1,
                    SavedBy = asker.PersonOrNull,
                    SavedAt = clock.GetUtcNow(),
                }
            )
        );
        var government = GovernmentDirectory.Find(draft.GovernmentCode);
        db.Add(
            draft.Own(
                new DraftAuthor
                {
                    Number = draft.NextPart(),
                    Name = government?.FullName ?? draft.GovernmentCode.Value,
                    AuthorCode = draft.GovernmentCode,
                }
            )
        );
        await db.SaveChangesAsync(cancel);
        await AuditAsync(db, clock, asker, draft, cancel);
        await transaction.CommitAsync(cancel);
        return (draft.Number, []);
    }

    public static Fault? FaultOf(string title) =>
        string.IsNullOrWhiteSpace(title) ? new Fault("title", "WRITE003")
        : title.Trim().Length > TitleMaxLength ? new Fault("title", "WRITE004", Arguments: TitleMaxLength)
        : title.Trim().AsSpan().IndexOfAny('\r', '\n') >= 0 ? new Fault("title", "WRITE005")
        : null;

    /// <summary>Plans of a government are numbered one after the other.</summary>
    internal static async Task<PlanDraft> NewDraftAsync(
        ShirubeDb db,
        TimeProvider clock,
        Asker asker,
        PlanForm form,
        string? copiedFrom,
        CancellationToken cancel
    )
    {
        var government = asker.Government!.Value;
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"plans " + government.Value}, 0))",
            cancel
        );
        var last = await db
            .PlanDrafts.Where(draft => draft.GovernmentCode == government)
            .MaxAsync(draft => (int?)draft.Number, cancel);
        var draft = new PlanDraft
        {
            GovernmentCode = government,
            Number = (last ?? 0) + 1,
            Form = form,
            CopiedFrom = copiedFrom,
            StartedBy = asker.PersonOrNull,
            StartedAt = clock.GetUtcNow(),
        };
        db.Add(draft);
        await db.SaveChangesAsync(cancel);
        return draft;
    }

    internal static Task AuditAsync(
        ShirubeDb db,
        TimeProvider clock,
        Asker asker,
        PlanDraft draft,
        CancellationToken cancel
    ) =>
        new AuditTrail(db, clock).AppendAsync(
            asker.Entry("plan.started", draft.Address) with
            {
                After = AuditValues.Of(("form", draft.Form), ("copiedFrom", draft.CopiedFrom)),
            },
            cancel
        );
}
