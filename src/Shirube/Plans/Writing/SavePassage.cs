using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <param name="Seen">The revision that the writer had before the eyes; 0 where nothing was saved.</param>
/// <param name="Settles">The rival that the writer says this text puts together with the saved one; null otherwise.</param>
/// <param name="Rival">
/// Number under which this window's text was kept beside the saved one before; null where it was not: each window of a
/// person is a writer of its own.
/// </param>
public sealed record TypedPassage(string Key, string Text, int Seen, SeenRival? Settles = null, int? Rival = null);

/// <summary>A rival as somebody had it before the eyes: what its writer added since is not settled unread.</summary>
/// <param name="Ticks">Of <see cref="DraftRival.WrittenAt"/>.</param>
public sealed record SeenRival(int Number, long Ticks)
{
    public static SeenRival Of(DraftRival rival) => new(rival.Number, rival.WrittenAt.UtcTicks);

    /// <summary>7@638700000000000000; null for anything else.</summary>
    public static SeenRival? Parse(string? text) =>
        text?.Split('@') is [var number, var ticks]
        && int.TryParse(number, CultureInfo.InvariantCulture, out var rival)
        && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at)
            ? new SeenRival(rival, at)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}@{Ticks}");
}

/// <summary>
/// 保存: keeps what somebody types into one passage. On an older text than the saved one it overwrites nothing: both are
/// kept, and a person puts them together.
/// </summary>
public sealed class SavePassage(ShirubeDb db, TimeProvider clock)
{
    /// <summary>Of one who goes on typing only the first save is put on record.</summary>
    private static readonly TimeSpan Sitting = TimeSpan.FromMinutes(30);

    public async Task<PassageSaved> ExecuteAsync(
        Asker asker,
        int plan,
        TypedPassage typed,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.WritePlans);
        var text = Storable.Text(typed.Text.ReplaceLineEndings("\n"));
        if (text.Length > DraftPassage.MaxLength)
            return new PassageSaved(
                typed.Seen,
                null,
                new Fault(typed.Key, "WRITE006", Arguments: DraftPassage.MaxLength)
            );
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (draft, fault) = await HeldPlan.ShareAsync(db, asker, plan, cancel);
        if (draft is null)
            return new PassageSaved(typed.Seen, null, fault);
        if (await SectionOfAsync(draft, typed.Key, cancel) is not { } section)
            return new PassageSaved(typed.Seen, null, new Fault(typed.Key, "WRITE007"));
        var saved = await PutAsync(asker, draft, section, typed with { Text = text }, cancel);
        await transaction.CommitAsync(cancel);
        return saved;
    }

    private async Task<PassageSaved> PutAsync(
        Asker asker,
        PlanDraft draft,
        PlanSection section,
        TypedPassage typed,
        CancellationToken cancel
    )
    {
        var passage = await PassageAsync(draft, typed.Key, cancel);
        if (passage.Text == typed.Text)
        {
            await new DraftRivals(db, clock).SettleAsync(asker, draft, typed, cancel);
            return new PassageSaved(passage.Revision, null, null);
        }
        if (passage.Revision != typed.Seen)
            return new PassageSaved(
                passage.Revision,
                await new DraftRivals(db, clock).KeepAsync(asker, draft, typed, cancel),
                null
            );
        var (by, at, now) = (passage.SavedBy, passage.SavedAt, clock.GetUtcNow());
        (passage.Text, passage.SavedBy, passage.SavedAt) = (typed.Text, asker.PersonOrNull, now);
        passage.Revision++;
        await SectionStates.MarkWritingAsync(db, asker, draft, section.Key, now, cancel);
        await new DraftRivals(db, clock).SettleAsync(asker, draft, typed, cancel);
        await db.SaveChangesAsync(cancel);
        if (passage.Revision == 1 || by != asker.PersonOrNull || now - at > Sitting)
            await AuditAsync(asker, draft, passage, cancel);
        return new PassageSaved(passage.Revision, null, null);
    }

    /// <summary>The passage under this key, held until the transaction ends; a new one for a key that is blank so far.</summary>
    private async Task<DraftPassage> PassageAsync(PlanDraft draft, string key, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into draft_passage (government_code, draft_number, key, text, revision, saved_at)
            values ({draft.GovernmentCode.Value}, {draft.Number}, {key}, '', 0, {now}) on conflict do nothing
            """,
            cancel
        );
        var passage = await db
            .DraftPassages.FromSql(
                $"""
                select * from draft_passage where government_code = {draft.GovernmentCode.Value}
                    and draft_number = {draft.Number} and key = {key} for update
                """
            )
            .SingleAsync(cancel);
        await db.Entry(passage).ReloadAsync(cancel);
        return passage;
    }

    private async Task<PlanSection?> SectionOfAsync(PlanDraft draft, string key, CancellationToken cancel)
    {
        var outline = PlanOutline.Of(draft.Form);
        if (outline.FirstOrDefault(section => section.Passages([]).Any(passage => passage.Key == key)) is { } own)
            return own;
        var authors = await db
            .DraftAuthors.AsNoTracking()
            .Where(author => author.DraftNumber == draft.Number)
            .ToListAsync(cancel);
        return outline.FirstOrDefault(section =>
            section.Passages(authors.Select(author => author.Author)).Any(passage => passage.Key == key)
        );
    }

    private Task AuditAsync(Asker asker, PlanDraft draft, DraftPassage passage, CancellationToken cancel) =>
        new AuditTrail(db, clock).AppendAsync(
            asker.Entry("plan.written", draft.Address) with
            {
                After = AuditValues.Of(("passage", passage.Key), ("revision", passage.Revision)),
            },
            cancel
        );
}

/// <param name="Revision">Of the text that is saved now.</param>
/// <param name="Rival">Number under which the typed text was kept beside the saved one; null when it is the saved one.</param>
public sealed record PassageSaved(int Revision, int? Rival, Fault? Fault);
