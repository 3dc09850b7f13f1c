using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Web.Approvals;
using Shirube.Web.Hosting;
using Shirube.Web.Import;

namespace Shirube.Web.Pages.Approvals;

/// <summary>One approval: what it is about, where it stands, and what the person may do with it.</summary>
public sealed partial class ApprovalPage(ShirubeDb db, Asker asker, NavigationManager navigation, TimeProvider clock)
{
    private readonly List<FormError> errors = [];
    private OpenApproval? open;
    private PlanUnderApproval? plan;
    private List<ApprovalRoute> routes = [];
    private string? posted;
    private string? typed;
    private string? reasonTyped;
    private int? routeTyped;

    [Parameter]
    public required string Code { get; set; }

    [Parameter]
    public int Number { get; set; }

    [SupplyParameterFromQuery(Name = "notice")]
    private string? NoticeText { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    private Asker Asker => asker;

    [Inject]
    private Notices Notices { get; set; } = null!;

    private CancellationToken Cancel => Context.RequestAborted;

    private bool CanFill => IsOpen(Agreeing);

    /// <summary>What agreeing is called here: by the kind of the step, and in whose place.</summary>
    private ApprovalAct Agreeing =>
        (open!.AtHand.Step?.Kind, open.AtHand.Seat?.Holding) switch
        {
            (StepKind.Decision, SeatHolding.Own) => ApprovalAct.Decide,
            (StepKind.Decision, _) => ApprovalAct.DecideFor,
            (_, SeatHolding.Own) => ApprovalAct.Review,
            _ => ApprovalAct.ReviewFor,
        };

    private bool NeedsReason => Agreeing is ApprovalAct.DecideFor or ApprovalAct.ReviewFor;

    private bool IsOpen(ApprovalAct act) => open!.AtHand.Open.Contains(act) && asker.May(RightFor(act));

    /// <summary>
    /// What was posted from a form that the page no longer shows, because somebody acted first: it is answered in words
    /// all the same.
    /// </summary>
    private Func<Task>? Unshown =>
        posted switch
        {
            "act" when !CanFill => Fill,
            "confirm" when !open!.AtHand.ToConfirm.Any() => Confirm,
            "submit" when !IsOpen(ApprovalAct.Submit) || routes.Count == 0 => Submit,
            "revise" when !IsOpen(ApprovalAct.Revise) => Revise,
            "withdraw" when !IsOpen(ApprovalAct.PullBack) && !IsOpen(ApprovalAct.Discard) => Withdraw,
            _ => null,
        };

    private static Act RightFor(ApprovalAct act) =>
        ApprovalTransition.All.First(row => row.Act == act).Who
            is ApprovalParty.Drafter
                or ApprovalParty.DrafterOrSuccessor
            ? Act.DraftApprovals
            : Act.DecideApprovals;

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (open is null)
        {
            navigation.NotFound();
            return;
        }
        if (!HttpMethods.IsPost(Context.Request.Method))
            return;
        var form = Context.Request.Form;
        posted = form["_handler"];
        typed = form.TryGetValue("opinion", out var opinion) ? opinion : form["why"];
        reasonTyped = form["reason"];
        routeTyped = int.TryParse(form["route"], NumberStyles.None, CultureInfo.InvariantCulture, out var route)
            ? route
            : null;
    }

    private async Task LoadAsync()
    {
        open = await OpenApproval.FindAsync(db, clock, asker, Number, Cancel);
        plan = open is null ? null : await PlanUnderApproval.OfAsync(db, open, Cancel);
        routes = open is { AtHand.IsDrafter: true }
            ? await db
                .ApprovalRoutes.AsNoTracking()
                .Include(route => route.Steps)
                .Where(route => route.IsInUse)
                .OrderBy(route => route.Number)
                .ToListAsync(Cancel)
            : [];
    }

    private async Task Fill()
    {
        var (act, seen) = ((string?)Context.Request.Form["act"], Context.Request.Form["seen"].ToString());
        var fault =
            act == nameof(ApprovalAct.SendBack)
                ? await new SendBackApproval(db, clock).ExecuteAsync(asker, Number, typed, Cancel)
            : act == nameof(ApprovalAct.Review)
                ? await new ReviewApproval(db, clock).ExecuteAsync(asker, Number, seen, typed, Cancel)
            : act == nameof(ApprovalAct.Decide)
                ? await new DecideApproval(db, clock).ExecuteAsync(asker, Number, seen, typed, Cancel)
            : act is nameof(ApprovalAct.ReviewFor) or nameof(ApprovalAct.DecideFor)
                ? await new ActForApprover(db, clock).ExecuteAsync(asker, Number, seen, typed, Cancel)
            : new Fault(null, "APPROVAL002");
        await LeaveAsync(fault, "opinion", "ApprovalDid." + act);
    }

    private async Task Confirm() =>
        await LeaveAsync(
            await new ConfirmLater(db, clock).ExecuteAsync(asker, Number, Cancel),
            "confirm-do",
            "Approval.Confirmed"
        );

    private async Task Submit() =>
        await LeaveAsync(
            await new SubmitApproval(db, clock).ExecuteAsync(asker, Number, routeTyped ?? 0, Cancel),
            "route",
            "ApprovalDid.Submit"
        );

    private async Task Withdraw()
    {
        var isDiscard = Context.Request.Form["act"] == nameof(ApprovalAct.Discard);
        var fault = isDiscard
            ? await new DiscardApproval(db, clock).ExecuteAsync(asker, Number, typed, Cancel)
            : await new PullBackApproval(db, clock).ExecuteAsync(asker, Number, typed, Cancel);
        await LeaveAsync(fault, "why", isDiscard ? "ApprovalDid.Discard" : "ApprovalDid.PullBack");
    }

    private async Task Revise()
    {
        var kept = Context
            .Request.Form["keep"]
            .Select(number => int.TryParse(number, CultureInfo.InvariantCulture, out var one) ? one : 0)
            .ToList();
        var faults = await new ReviseApproval(db, clock).ExecuteAsync(
            asker,
            Number,
            reasonTyped ?? "",
            kept,
            await AttachedForm.ReadAsync(Context),
            Cancel
        );
        foreach (var fault in faults)
            errors.Add(new FormError(fault.Field ?? "reason", FaultText.Of(fault)));
        if (faults.Count == 0)
            navigation.NavigateTo(Notices.AddressOf(open!.Approval.Address, new Notice("ApprovalDid.Revise", [])));
        else
            await LoadAsync();
    }

    /// <param name="field">Where a fault is shown that names no field of its own.</param>
    private async Task LeaveAsync(Fault? fault, string field, string done)
    {
        if (fault is null)
        {
            navigation.NavigateTo(Notices.AddressOf(open!.Approval.Address, new Notice(done, [])));
            return;
        }
        errors.Add(new FormError(fault.Field is "route" ? "route" : field, FaultText.Of(fault)));
        // Another may have acted first: what is shown below the message is how it stands now.
        await LoadAsync();
    }
}
