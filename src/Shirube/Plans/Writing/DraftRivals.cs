using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>Keeps the texts of people who wrote one passage at the same time, and says when one is settled.</summary>
internal sealed class DraftRivals(ShirubeDb db, TimeProvider clock)
{
    /// <returns>Its number: what somebody goes on typing in one window stays one.</returns>
    public async Task<int> KeepAsync(Asker asker, PlanDraft draft, TypedPassage typed, CancellationToken cancel)
    {
        await HeldPlan.ShareForPartsAsync(db, asker, draft.Number, cancel);
        var own = await db
            .DraftRivals.Where(rival =>
                rival.DraftNumber == draft.Number
                && rival.Key == typed.Key
                && rival.WrittenBy == asker.Person
                && rival.SettledAt == null
            )
            .ToListAsync(cancel);
        if (own.Find(rival => rival.Text == typed.Text) is { } same)
            return same.Number;
        var open = own.Find(rival => rival.Number == typed.Rival);
        if (open is null)
        {
            open = draft.Own(
                new DraftRival
                {
                    Number = draft.NextPart(),
                    Key = typed.Key,
                    Text = "",
                    BasedOn = typed.Seen,
                    WrittenBy = asker.Person,
                }
            );
            db.Add(open);
        }
        (open.Text, open.WrittenAt) = (typed.Text, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return open.Number;
    }

    public async Task SettleAsync(Asker asker, PlanDraft draft, TypedPassage typed, CancellationToken cancel)
    {
        if (typed.Settles is not { } seen)
            return;
        var rival = await db.DraftRivals.SingleOrDefaultAsync(
            rival =>
                rival.DraftNumber == draft.Number
                && rival.Number == seen.Number
                && rival.Key == typed.Key
                && rival.SettledAt == null,
            cancel
        );
        if (rival is null || rival.WrittenAt.UtcTicks != seen.Ticks)
            return;
        (rival.SettledBy, rival.SettledAt) = (asker.PersonOrNull, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
