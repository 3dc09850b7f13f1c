using System.Globalization;
using Shirube.Faults;
using Shirube.Plans.Writing;
using Shirube.Web.Values;
using static Shirube.Web.Texts;

namespace Shirube.Web.Plans.Pages;

public sealed partial class FundingPage
{
    private FundingPlan? funding;

    /// <summary>Nothing of what was sent was kept: all of it stays in its cells.</summary>
    private bool isRefused;

    /// <summary>Cells that hold what is no amount: what the person saw in them before still counts.</summary>
    private HashSet<string?> unread = [];

    private IReadOnlyList<(string Label, string Typed)> unplaced = [];

    private string Here => PlanAddress + "/funding";

    private Dictionary<string, string> CellFaults =>
        Errors.GroupBy(error => error.FieldId).ToDictionary(errors => errors.Key, errors => errors.First().Message);

    private protected override Task OnOpenedAsync()
    {
        funding = new FundingPlan(Open!.Content);
        return Task.CompletedTask;
    }

    /// <summary>What stands in a cell: as typed where it was refused.</summary>
    private string CellText(string field, string saved) =>
        isRefused || IsElseTyped || Errors.Exists(error => error.FieldId == field) ? Typed(field, saved) : saved;

    private string CellSeen(string field, string saved) =>
        isRefused || IsElseTyped || unread.Contains(field) ? Typed("seen-" + field, saved) : saved;

    private async Task ChangeAsync()
    {
        var what = Posted.Text("do");
        if (what == "enter")
            what = IsTargetTyped ? "target" : "save";
        if (what == "save")
        {
            await SaveAsync();
            return;
        }
        var shares = new SetPrivateShare(Db, Clock);
        var fault =
            what == "target"
                ? await shares.ExecuteAsync(
                    Asker,
                    Number,
                    Posted.Text("nth"),
                    Posted.Text("percent"),
                    Posted.Text("shares-seen"),
                    Cancel
                )
            : NumberBehind(what, "drop-") is > 0 and var nth ? await shares.RemoveAsync(Asker, Number, nth, Cancel)
            : UnknownAct;
        var done = what == "target" ? "Funding.TargetSet" : "Funding.TargetDropped";
        isRefused = fault is not null;
        if (fault is null && (Edits().Exists(edit => edit.Text != edit.Seen) || (what != "target" && IsTargetTyped)))
        {
            await StayAsync(done, field => field == "shares-seen" || (what == "target" && IsOfTarget(field)));
            return;
        }
        await FinishAsync(fault, Here + "#share", done);
        if (fault is not null)
            await OnOpenedAsync();
    }

    private static bool IsOfTarget(string field) => field is "nth" or "percent";

    private bool IsTargetTyped => (Posted.Text("nth") + Posted.Text("percent")).Trim().Length > 0;

    private List<FundingEdit> Edits() =>
        [
            .. from year in funding!.Years
            from source in FundingPlan.Sources
            let field = FundingEdit.FieldOf(year, source)
            where IsSent(field)
            select new FundingEdit(year, source, Posted.Text(field), Posted.Text("seen-" + field)),
        ];

    private async Task SaveAsync()
    {
        var edits = Edits();
        var (_, faults) = await new SaveFunding(Db, Clock).ExecuteAsync(Asker, Number, edits, Cancel);
        unplaced = [.. Unplaced(edits)];
        if (faults.Count == 0 && unplaced.Count == 0)
        {
            if (IsTargetTyped)
                await StayAsync("Funding.Saved", field => !IsOfTarget(field) && field != "shares-seen");
            else
                await FinishAsync(null, Here, "Funding.Saved");
            return;
        }
        foreach (var fault in faults)
            Posted.Refuse(fault);
        if (unplaced.Count > 0)
            Posted.Refuse(new Fault("unplaced", "WRITE136"));
        isRefused = faults.Any(fault => fault.Field is null);
        unread = [.. faults.Where(fault => fault.Code == "WRITE131").Select(fault => fault.Field)];
        await LoadAsync();
        await OnOpenedAsync();
    }

    /// <summary>Amounts for years that the plan does not have any more.</summary>
    private IEnumerable<(string Label, string Typed)> Unplaced(List<FundingEdit> edits)
    {
        var shown = edits.Select(edit => FundingEdit.FieldOf(edit.Year, edit.Source)).ToHashSet();
        foreach (var key in Context.Request.Form.Keys.Where(key => !shown.Contains(key)))
        {
            if (FundingEdit.Parse(key) is not var (year, source))
                continue;
            if (Posted.Text(key).Trim() is { Length: > 0 } text && text != Posted.Text("seen-" + key))
                yield return (T("Funding.CellOf", ValueText.Year(year), T("Funding.Source." + source)), text);
        }
    }

    private static int NumberBehind(string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
