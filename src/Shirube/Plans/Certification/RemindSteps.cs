using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Notifications;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Plans.Writing;

namespace Shirube.Plans.Certification;

/// <summary>
/// 申請の期日の知らせ: one round over all governments. A step is marked in the transaction that stores its notifications, so
/// that it is told once, whenever the program stops and however many nodes go round.
/// </summary>
/// <param name="open">A context for a scope.</param>
public sealed class RemindSteps(Func<Scope, ShirubeDb> open, TimeProvider clock)
{
    /// <returns>Of how many steps people were told.</returns>
    /// <exception cref="AggregateException">What kept some governments from being told; the others were.</exception>
    public async Task<int> RoundAsync(CancellationToken cancel)
    {
        var today = JapanDay.Today(clock);
        List<string> governments;
        await using (var all = open(Scope.None))
            governments = await all
                .Database.SqlQuery<string>($"select steps_to_remind({today}) as \"Value\"")
                .ToListAsync(cancel);
        var (told, failures) = (0, new List<Exception>());
        foreach (var government in governments.Select(GovernmentCode.Parse))
        {
            try
            {
                await using var db = open(new Scope(government));
                told += await TellAsync(db, government, today, cancel);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                failures.Add(new InvalidOperationException($"No reminders for {government}.", failed));
            }
        }
        return failures.Count == 0 ? told : throw new AggregateException(failures);
    }

    private async Task<int> TellAsync(ShirubeDb db, GovernmentCode government, DateOnly today, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var steps = await db
            .CertificationSteps.FromSql(
                $"""
                select step.* from certification_step step
                where government_code = {government.Value} and done_at is null and remind_days is not null
                    and day >= {today} and day - remind_days <= {today} and reminded_for is distinct from day
                for no key update skip locked
                """
            )
            .ToListAsync(cancel);
        var rounds = await db
            .CertificationRounds.Where(round => round.RemovedAt == null)
            .ToDictionaryAsync(round => (round.DraftNumber, round.Number), cancel);
        var officers = await db
            .Posts.HeldBetween(today, today)
            .Where(post => post.GovernmentCode == government && post.Role == Role.PlanningOfficer)
            .Select(post => post.PersonId)
            .ToListAsync(cancel);
        var told = 0;
        foreach (var step in steps)
        {
            if (!rounds.ContainsKey((step.DraftNumber, step.RoundNumber)))
                continue;
            var title = await db
                .DraftPassages.Where(passage =>
                    passage.DraftNumber == step.DraftNumber && passage.Key == PlanOutline.Title
                )
                .Select(passage => passage.Text)
                .SingleOrDefaultAsync(cancel);
            Notify.Add(
                db,
                government,
                officers,
                NotificationKind.ApplicationStepNear,
                PlanDraft.AddressOf(government, step.DraftNumber) + CertificationRound.Page,
                clock.GetUtcNow(),
                title ?? "",
                step.Title,
                JapaneseDate.ToJapanese(step.Day)
            );
            step.RemindedFor = step.Day;
            told++;
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return told;
    }
}
