using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Plans.Writing;

namespace Shirube.Plans.Certification;

/// <summary>A step as somebody typed it.</summary>
/// <param name="Remind">Days before; blank for no reminder.</param>
public sealed record TypedStep(string Title, string Day, string Remind);

/// <summary>申請までの工程を変える: its day, its reminder, or that it is done; or adds one of the office's own.</summary>
public sealed class ChangeStep(ShirubeDb db, TimeProvider clock)
{
    public const int MostSteps = 40;

    /// <param name="seen">The step as the person had it before the eyes.</param>
    public Task<Fault?> ExecuteAsync(
        Asker asker,
        int plan,
        int round,
        int step,
        TypedStep typed,
        TypedStep seen,
        CancellationToken cancel = default
    ) =>
        MakeAsync(
            asker,
            plan,
            round,
            "plan.applicationStepChanged",
            (_, steps) =>
            {
                if (steps.Find(row => row.Number == step) is not { } row)
                    return Changed.Refused(null, "WRITE143");
                var (title, day, remind, fault) = Read(typed);
                if (fault is not null)
                    return new Changed(fault, null, null);
                if ((row.Title, row.Day, row.RemindDays) == (title, day, remind))
                    return Changed.Nothing;
                if (row.Day != day && Impossible(typed, day) is { } wrong)
                    return new Changed(wrong, null, null);
                var (seenTitle, seenDay, seenRemind, _) = Read(seen);
                if (row.Day != seenDay)
                    return Changed.Conflict("step-day", "WRITE146", row.Day);
                if ((row.Title, row.RemindDays) != (seenTitle, seenRemind))
                    return Changed.Conflict("step-title", "WRITE151", row.Title, row.RemindDays);
                var before = Values(row);
                (row.Title, row.Day, row.RemindDays) = (title, day, remind);
                return Changed.From(before, Values(row));
            },
            cancel
        );

    public Task<Fault?> AddAsync(
        Asker asker,
        int plan,
        int round,
        TypedStep typed,
        CancellationToken cancel = default
    ) =>
        MakeAsync(
            asker,
            plan,
            round,
            "plan.applicationStepChanged",
            (draft, steps) =>
            {
                var (title, day, remind, fault) = Read(typed);
                if (fault is not null)
                    return new Changed(fault, null, null);
                if (Impossible(typed, day) is { } wrong)
                    return new Changed(wrong, null, null);
                if (steps.Count >= MostSteps)
                    return Changed.Refused("step-title", "WRITE147", MostSteps);
                var row = draft.Own(
                    new CertificationStep
                    {
                        RoundNumber = round,
                        Number = steps.Count == 0 ? 1 : steps.Max(known => known.Number) + 1,
                        Title = title,
                        Day = day,
                        RemindDays = remind,
                    }
                );
                db.Add(row);
                return Changed.To(Values(row));
            },
            cancel
        );

    /// <param name="isDone">False to open it again.</param>
    public Task<Fault?> FinishAsync(
        Asker asker,
        int plan,
        int round,
        int step,
        bool isDone,
        CancellationToken cancel = default
    ) =>
        MakeAsync(
            asker,
            plan,
            round,
            "plan.applicationStepDone",
            (_, steps) =>
            {
                if (steps.Find(row => row.Number == step) is not { } row)
                    return Changed.Refused(null, "WRITE143");
                if (row.DoneAt is not null == isDone)
                    return Changed.Nothing;
                (row.DoneBy, row.DoneAt) = (isDone ? asker.PersonOrNull : null, isDone ? clock.GetUtcNow() : null);
                return Changed.To(AuditValues.Of(("round", round), ("step", step), ("done", isDone)));
            },
            cancel
        );

    private Task<Fault?> MakeAsync(
        Asker asker,
        int plan,
        int round,
        string act,
        Func<PlanDraft, List<CertificationStep>, Changed> change,
        CancellationToken cancel
    ) =>
        new PlanChange(db, clock) { IsBesideApproval = true, Page = CertificationRound.Page }.MakeAsync(
            asker,
            plan,
            act,
            async draft =>
                await db.CertificationRounds.AnyAsync(
                    row => row.DraftNumber == plan && row.Number == round && row.RemovedAt == null,
                    cancel
                )
                    ? change(
                        draft,
                        await db
                            .CertificationSteps.Where(row => row.DraftNumber == plan && row.RoundNumber == round)
                            .ToListAsync(cancel)
                    )
                    : Changed.Refused(null, "WRITE143"),
            cancel
        );

    private Fault? Impossible(TypedStep typed, DateOnly day)
    {
        var today = JapanDay.Today(clock);
        return CertificationRound.IsPossible(day, today)
            ? null
            : new Fault(
                "step-day",
                "WRITE148",
                null,
                typed.Day,
                CertificationRound.EarliestDay,
                CertificationRound.LatestDay(today)
            );
    }

    private static string Values(CertificationStep step) =>
        AuditValues.Of(
            ("round", step.RoundNumber),
            ("step", step.Number),
            ("title", step.Title),
            ("day", step.Day),
            ("remindDays", step.RemindDays)
        );

    private static (string Title, DateOnly Day, int? Remind, Fault? Fault) Read(TypedStep typed)
    {
        var title = NodeChange.Line(typed.Title);
        if (title.Length is 0 or > CertificationStep.TitleMaxLength)
            return (title, default, null, new Fault("step-title", "WRITE144", null, CertificationStep.TitleMaxLength));
        if (string.IsNullOrWhiteSpace(typed.Day))
            return (title, default, null, new Fault("step-day", "WRITE149"));
        if (!JapaneseDate.TryParse(typed.Day, out var date) || date.Date is not { } day)
            return (title, default, null, new Fault("step-day", "WRITE141", null, typed.Day));
        int? remind = null;
        if (!string.IsNullOrWhiteSpace(typed.Remind))
        {
            var folded = Documents.Text.Folding.FoldNumeric(typed.Remind).Trim().TrimEnd('日', '前');
            if (
                !int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
                || days > CertificationStep.MostRemindDays
            )
                return (title, day, null, new Fault("remind", "WRITE145", null, CertificationStep.MostRemindDays));
            remind = days;
        }
        return (title, day, remind, null);
    }
}
