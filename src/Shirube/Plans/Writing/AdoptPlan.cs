using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Data;
using Shirube.Documents.Stored;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>
/// 決裁後の版: writes what was decided on its form, reads it as any document is read, and keeps it as the next version of
/// the plan's document. Every figure of an approved plan so leads to the passage of the plan that states it.
/// </summary>
internal sealed class AdoptPlan(ShirubeDb db, TimeProvider clock)
{
    public async Task ExecuteAsync(Asker asker, DecidedContent decided, CancellationToken cancel)
    {
        var government = asker.Government!.Value;
        var draft = await db.PlanDrafts.SingleAsync(
            draft =>
                draft.GovernmentCode == government
                && draft.Number == PlanSubject.NumberOf(government, decided.Address),
            cancel
        );
        var written = WrittenPlan.Of(PlanContentJson.Read(decided.Bytes), government);
        var outcome = await new StoreDocument(db, clock).ExecuteAsync(
            asker,
            written,
            draft.DocumentNumber,
            cancel
        );
        draft.DocumentNumber = outcome.Version.Document;
        await db.SaveChangesAsync(cancel);
    }
}
