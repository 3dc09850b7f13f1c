using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Plans.Certification;
using static Shirube.Web.Texts;

namespace Shirube.Web.Plans.Pages;

public sealed partial class ApplicationPage
{
    private List<CertificationRound> rounds = [];
    private List<CertificationStep> steps = [];
    private CertificationRound? editedRound;
    private CertificationStep? edited;

    [SupplyParameterFromQuery(Name = "round")]
    private string? RoundText { get; set; }

    [SupplyParameterFromQuery(Name = "step")]
    private string? StepText { get; set; }

    private string Here => PlanAddress + "/application";
    private DateOnly Today => JapanDay.Today(Clock);

    /// <summary>While it is being approved too: the approval is one of the steps.</summary>
    private bool MayPlan => Asker.May(Act.WritePlans);

    private static IEnumerable<(string Value, string Name)> Kinds =>
        Enum.GetValues<CertificationKind>().Select(kind => (kind.ToString(), T("Application.Kind." + kind)));

    private protected override async Task OnOpenedAsync()
    {
        rounds = await Db
            .CertificationRounds.AsNoTracking()
            .Where(round => round.DraftNumber == Number && round.RemovedAt == null)
            .OrderByDescending(round => round.Number)
            .ToListAsync(Cancel);
        steps = await Db
            .CertificationSteps.AsNoTracking()
            .Where(step => step.DraftNumber == Number)
            .ToListAsync(Cancel);
        editedRound = rounds.Find(round => Is(round.Number, RoundText));
        edited = steps.Find(step => step.RoundNumber == editedRound?.Number && Is(step.Number, StepText));
    }

    private async Task ChangeAsync()
    {
        var (round, step) = (Posted.Number("round") ?? 0, Posted.Number("step") ?? 0);
        var (plan, change) = (new PlanRound(Db, Clock), new ChangeStep(Db, Clock));
        var (fault, done) = Posted.Text("do") switch
        {
            "plan" => (await PlanAsync(plan), "Application.Planned"),
            "add" => (await change.AddAsync(Asker, Number, round, TypedStep(), Cancel), "Application.StepAdded"),
            "edit" => (
                await change.ExecuteAsync(Asker, Number, round, step, TypedStep(), SeenStep(), Cancel),
                "Application.StepSaved"
            ),
            "done" => (await change.FinishAsync(Asker, Number, round, step, true, Cancel), "Application.StepDone"),
            "open" => (await change.FinishAsync(Asker, Number, round, step, false, Cancel), "Application.StepOpen"),
            "remove" => (await plan.RemoveAsync(Asker, Number, round, Cancel), "Application.Removed"),
            _ => (UnknownAct, ""),
        };
        await FinishAsync(fault, Here, done);
        if (fault is not null)
            await OnOpenedAsync();
    }

    /// <summary>Typed for an application that somebody took out of the calendar meanwhile.</summary>
    private IReadOnlyList<(string Label, string Typed)> Unplaced =>
        !IsPosted || editedRound is not null
            ? []
            :
            [
                .. new[]
                {
                    (T("Application.Step"), Posted.Text("step-title")),
                    (T("Application.Day"), Posted.Text("step-day")),
                    (T("Application.RemindField"), Posted.Text("remind")),
                }.Where(text => text.Item2.Length > 0),
            ];

    private async Task<Fault?> PlanAsync(PlanRound plan) =>
        Enum.TryParse<CertificationKind>(Posted.Text("kind"), out var kind) && Enum.IsDefined(kind)
            ? (await plan.ExecuteAsync(Asker, Number, kind, Posted.Text("day"), Cancel)).Fault
            : UnknownAct;

    private TypedStep TypedStep() => new(Posted.Text("step-title"), Posted.Text("step-day"), Posted.Text("remind"));

    private TypedStep SeenStep() => new(Posted.Text("title-seen"), Posted.Text("day-seen"), Posted.Text("remind-seen"));

    private static bool Is(int number, string? text) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture) == text;
}
