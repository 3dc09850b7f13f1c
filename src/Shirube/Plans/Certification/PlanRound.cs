using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Plans.Writing;

namespace Shirube.Plans.Certification;

/// <summary>申請の日を決める: puts the usual steps around it into the calendar, or takes a round out of it again.</summary>
public sealed class PlanRound(ShirubeDb db, TimeProvider clock)
{
    public const int MostRounds = 20;

    /// <param name="day">A day, or a month alone.</param>
    /// <returns>The round's number, or what is wrong.</returns>
    public async Task<(int? Number, Fault? Fault)> ExecuteAsync(
        Asker asker,
        int plan,
        CertificationKind kind,
        string day,
        CancellationToken cancel = default
    )
    {
        int? number = null;
        var fault = await new PlanChange(db, clock)
        {
            IsBesideApproval = true,
            Page = CertificationRound.Page,
        }.MakeAsync(
            asker,
            plan,
            "plan.applicationPlanned",
            async draft =>
            {
                if (string.IsNullOrWhiteSpace(day))
                    return Changed.Refused("day", "WRITE149");
                if (ProposedSteps.DayOf(day) is not { } appliedOn)
                    return Changed.Refused("day", "WRITE141", day);
                var today = JapanDay.Today(clock);
                if (!CertificationRound.IsPossible(appliedOn, today))
                    return Changed.Refused(
                        "day",
                        "WRITE148",
                        day,
                        CertificationRound.EarliestDay,
                        CertificationRound.LatestDay(today)
                    );
                var rounds = await db.CertificationRounds.Where(round => round.DraftNumber == plan).ToListAsync(cancel);
                if (rounds.Count(round => round.RemovedAt is null) >= MostRounds)
                    return Changed.Refused("day", "WRITE142", MostRounds);
                number = rounds.Count + 1;
                Add(asker, draft, kind, appliedOn, number.Value);
                return Changed.To(AuditValues.Of(("round", number), ("kind", kind), ("day", appliedOn)));
            },
            cancel
        );
        return fault is null ? (number, null) : (null, fault);
    }

    public Task<Fault?> RemoveAsync(Asker asker, int plan, int round, CancellationToken cancel = default) =>
        new PlanChange(db, clock) { IsBesideApproval = true, Page = CertificationRound.Page }.MakeAsync(
            asker,
            plan,
            "plan.applicationRemoved",
            async _ =>
            {
                var row = await db.CertificationRounds.SingleOrDefaultAsync(
                    row => row.DraftNumber == plan && row.Number == round && row.RemovedAt == null,
                    cancel
                );
                if (row is null)
                    return Changed.Refused(null, "WRITE143");
                row.RemovedAt = clock.GetUtcNow();
                return Changed.From(
                    AuditValues.Of(("round", row.Number), ("kind", row.Kind), ("day", row.AppliedOn)),
                    null
                );
            },
            cancel
        );

    private void Add(Asker asker, PlanDraft draft, CertificationKind kind, DateOnly appliedOn, int number)
    {
        db.Add(
            draft.Own(
                new CertificationRound
                {
                    Number = number,
                    Kind = kind,
                    AppliedOn = appliedOn,
                    MadeBy = asker.PersonOrNull,
                    MadeAt = clock.GetUtcNow(),
                }
            )
        );
        db.AddRange(
            ProposedSteps
                .For(kind, appliedOn)
                .Select(
                    (step, at) =>
                        draft.Own(
                            new CertificationStep
                            {
                                RoundNumber = number,
                                Number = at + 1,
                                Title = step.Title,
                                Day = step.Day,
                                RemindDays = step.RemindDays,
                            }
                        )
                )
        );
    }
}
