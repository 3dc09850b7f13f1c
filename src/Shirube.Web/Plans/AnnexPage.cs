using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Web.Hosting;
using Shirube.Web.Import;
using Shirube.Web.Office;
using static Shirube.Web.Texts;

namespace Shirube.Web.Plans;

/// <summary>What the pages beside a plan's text have in common: the plan, who may change it, what was posted.</summary>
public abstract class AnnexPage : LoadedComponent
{
    [Parameter]
    public required string Code { get; set; }

    [Parameter]
    public int Number { get; set; }

    [SupplyParameterFromQuery(Name = "notice")]
    private string? NoticeText { get; set; }

    [CascadingParameter]
    private protected HttpContext Context { get; set; } = null!;

    [Inject]
    private protected ShirubeDb Db { get; set; } = null!;

    [Inject]
    private protected Asker Asker { get; set; } = null!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private protected TimeProvider Clock { get; set; } = null!;

    [Inject]
    private Notices Notices { get; set; } = null!;

    private protected List<FormError> Errors { get; } = [];

    /// <summary>Null where there is no such plan: the page is not drawn.</summary>
    private protected OpenPlan? Open { get; set; }
    private protected Posted Posted { get; private set; } = null!;
    private protected Notice? Notice { get; private set; }

    /// <summary>Number of the approval that is under way; null when none is.</summary>
    private protected int? Approval { get; private set; }

    private protected CancellationToken Cancel => Context.RequestAborted;
    private protected bool IsPosted => HttpMethods.IsPost(Context.Request.Method);
    private protected string PlanAddress => $"/governments/{Code}/plans/{Number}";
    private protected string PlanTitle => Open?.Content.Facts.Title ?? T("Plan.Untitled");

    /// <summary>Of a form that says what no button of the page says.</summary>
    private protected static Fault UnknownAct => new(null, "WRITE027");

    private protected bool IsWriterAtAll => Asker.May(Act.WritePlans);

    /// <summary>Done, while other fields hold what was typed and is not saved: it stays on the page, which says so.</summary>
    private protected bool IsElseTyped { get; private set; }

    /// <summary>Of a field: what was typed there is saved.</summary>
    private Predicate<string> isDone = _ => false;

    /// <summary>The refusal told what another saved meanwhile: whoever saves again has read it.</summary>
    private bool isToldWhatHolds;

    private protected bool MayWrite => ShownForms.Are(Asker, Act.WritePlans, Approval, Context);

    private protected IReadOnlyList<(string Name, string Address)> Trail =>
        Office.Office.Trail(Code, (T("Plans.Title"), $"/governments/{Code}/plans"), (PlanTitle, PlanAddress));

    protected override async Task OnInitializedAsync()
    {
        Posted = Posted.Of(Context, Errors);
        Notice = Notices.Read(NoticeText);
        await LoadAsync();
        if (Open is null)
        {
            Navigation.NotFound();
            return;
        }
        Approval = await Open.ApprovalAsync(Db, Cancel);
        await OnOpenedAsync();
    }

    private protected virtual Task OnOpenedAsync() => Task.CompletedTask;

    private protected async Task LoadAsync() =>
        Open = await OpenPlan.FindAsync(Db, Asker.Government!.Value, Number, Cancel);

    private protected SectionState StateOf(string section) =>
        PlanOutline.Find(Open!.Draft.Form, section) is { } known ? Open.StateOf(known) : SectionState.NotStarted;

    private protected async Task SetStateAsync(string section, SectionState state)
    {
        var fault = await new SetSectionState(Db, Clock).ExecuteAsync(
            Asker,
            Number,
            section,
            state,
            Posted.Text("said"),
            Cancel
        );
        var notice = await SectionNotice.OfAsync(Db, Asker, Number, section, state, Cancel);
        await FinishAsync(fault, $"{PlanAddress}/{section}", notice.Key, notice.Arguments);
    }

    /// <summary>What was typed where the field was posted; what is saved otherwise, and where it is saved by now.</summary>
    private protected string Typed(string field, string saved) =>
        IsPosted && IsSent(field) && !isDone(field) ? Posted.Text(field) : saved;

    /// <summary>What the person had before the eyes when it was typed, so that nothing saved since is replaced unread.</summary>
    private protected string Seen(string field, string now) => isToldWhatHolds ? now : Typed(field, now);

    private protected bool IsSent(string field) =>
        Context.Request.HasFormContentType && Context.Request.Form.ContainsKey(field);

    /// <summary>Shows the page again where it is done and other fields hold what was typed.</summary>
    /// <param name="isDone">Of a field: what was typed there is saved.</param>
    private protected async Task StayAsync(string done, Predicate<string> isDone)
    {
        (Notice, IsElseTyped, this.isDone) = (new Notice(done, []), true, isDone);
        await LoadAsync();
        await OnOpenedAsync();
    }

    /// <summary>Leads on where it is done; else says what is wrong, on the page with all that was typed.</summary>
    private protected async Task FinishAsync(Fault? fault, string address, string done, params string?[] arguments)
    {
        if (fault is null)
        {
            Navigation.NavigateTo(Notices.AddressOf(address, new Notice(done, arguments)));
            return;
        }
        Posted.Refuse(fault);
        isToldWhatHolds = fault.IsConflict;
        // The page shows what holds now, beside what was typed.
        await LoadAsync();
    }
}
