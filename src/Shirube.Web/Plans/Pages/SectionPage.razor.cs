using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Shirube.Faults;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Web.Hosting;
using Shirube.Web.Import;
using Shirube.Web.Office;

namespace Shirube.Web.Plans.Pages;

/// <summary>One section of a plan, as it is written.</summary>
public partial class SectionPage
{
    private readonly List<FormError> errors = [];
    private OpenPlan? plan;
    private PlanSection? section;
    private PlanSection? before;
    private PlanSection? behind;
    private int? approval;

    private bool mayWrite;
    private Posted posted = null!;
    private IReadOnlyList<SectionPassage> passages = [];
    private IReadOnlyList<PlacedFinding> findings = [];
    private PeopleNames names = new(new Dictionary<Guid, string>());

    private IReadOnlyList<(string Label, string Typed)> unplaced = [];

    /// <summary>What was saved of the sent form, by passage: the next text goes on from there.</summary>
    private readonly Dictionary<string, int> saved = [];

    [Parameter]
    public required string Code { get; set; }

    [Parameter]
    public int Number { get; set; }

    [Parameter]
    public required string Key { get; set; }

    [SupplyParameterFromQuery(Name = "notice")]
    private string? NoticeText { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        posted = Posted.Of(Context, errors);
        await LoadAsync();
        if (plan is null || section is null)
            Navigation.NotFound();
    }

    private async Task LoadAsync()
    {
        plan = await OpenPlan.FindAsync(Db, Asker.Government!.Value, Number, Context.RequestAborted);
        section = plan is null ? null : PlanOutline.Find(plan.Draft.Form, Key);
        if (plan is null || section is not { IsWritten: true } || section.Page != "/sections/" + Key)
        {
            section = null;
            return;
        }
        approval = await plan.ApprovalAsync(Db, Context.RequestAborted);
        mayWrite = ShownForms.Are(Asker, Act.WritePlans, approval, Context);
        passages = section.Passages(plan.Content.Authors);
        findings = [.. DraftChecks.Run(plan).Where(finding => finding.Section == Key)];
        names = await PeopleNames.OfAsync(
            Db,
            [
                .. plan.Rivals.Select(rival => (Guid?)rival.WrittenBy),
                .. plan.Passages.Values.Select(passage => passage.SavedBy),
            ],
            Context.RequestAborted
        );
        var written = plan.Content.Outline.Where(one => one.IsWritten).ToList();
        var at = written.IndexOf(section);
        (before, behind) = (written.ElementAtOrDefault(at - 1), written.ElementAtOrDefault(at + 1));
    }

    private string TypedOr(SectionPassage passage) =>
        posted.Text("t:" + passage.Key, plan!.Passages.GetValueOrDefault(passage.Key)?.Text ?? "");

    /// <summary>The revision that what stands in the field rests on.</summary>
    private int SeenOr(SectionPassage passage) =>
        saved.TryGetValue(passage.Key, out var revision)
            ? revision
            : posted.Number("seen:" + passage.Key) ?? plan!.Passages.GetValueOrDefault(passage.Key)?.Revision ?? 0;

    /// <summary>One is put together at a time, the person's own first.</summary>
    private List<DraftRival> RivalsOf(SectionPassage passage) =>
        [
            .. plan!
                .Rivals.Where(rival => rival.Key == passage.Key)
                .OrderBy(rival => rival.WrittenBy == Asker.Person ? 0 : 1)
                .ThenBy(rival => rival.Number),
        ];

    private async Task Save()
    {
        var done = posted.Text("do") == "done";
        foreach (var passage in passages.Where(passage => IsWrittenOn(passage.Key)))
            await SaveAsync(passage);
        unplaced = [.. Unplaced()];
        if (unplaced.Count > 0)
            posted.Refuse(new Fault("unplaced", "WRITE007"));
        if (errors.Count == 0 && done)
            await TellAsync(SectionState.Done, null);
        else if (errors.Count == 0)
            Leave("Section.Saved");
        await LoadAsync();
    }

    /// <summary>What the person left as it was is not sent over what another made of it meanwhile.</summary>
    private bool IsWrittenOn(string key) =>
        SeenRival.Parse(posted.Text("settles:" + key)) is not null
        || posted.Text("t:" + key).ReplaceLineEndings("\n") != posted.Text("was:" + key).ReplaceLineEndings("\n");

    /// <summary>Texts for passages that the section does not have any more: those of an author whom somebody removed.</summary>
    private IEnumerable<(string Label, string Typed)> Unplaced() =>
        from field in Context.Request.Form.Keys
        where field.StartsWith("t:", StringComparison.Ordinal)
        let key = field["t:".Length..]
        where passages.All(passage => passage.Key != key) && IsWrittenOn(key)
        select (Texts.T("Unplaced.Text"), posted.Text(field));

    private async Task SaveAsync(SectionPassage passage)
    {
        var typed = new TypedPassage(
            passage.Key,
            posted.Text("t:" + passage.Key),
            posted.Number("seen:" + passage.Key) ?? 0,
            SeenRival.Parse(posted.Text("settles:" + passage.Key))
        );
        var outcome = await new SavePassage(Db, Clock).ExecuteAsync(Asker, Number, typed, Context.RequestAborted);
        saved[passage.Key] = outcome.Rival is null ? outcome.Revision : typed.Seen;
        var field = PlanAddress.FieldOf(section!, passage.Key);
        if (outcome.Fault is { } fault)
            errors.Add(new FormError(field, FaultText.Of(fault)));
        else if (outcome.Rival is not null)
            errors.Add(new FormError(field, Texts.T("Section.RivalKept")));
    }

    private async Task SetState(SectionState state) => await TellAsync(state, posted.Text("said"));

    private async Task TellAsync(SectionState state, string? said)
    {
        var fault = await new SetSectionState(Db, Clock).ExecuteAsync(
            Asker,
            Number,
            Key,
            state,
            said,
            Context.RequestAborted
        );
        if (fault is not null)
            posted.Refuse(fault);
        else
            Leave(await SectionNotice.OfAsync(Db, Asker, Number, Key, state, Context.RequestAborted));
    }

    private async Task AddAuthor() =>
        Tell(await new ChangeAuthors(Db, Clock).AddAsync(Asker, Number, posted.Text("author"), Context.RequestAborted));

    private async Task RemoveAuthor() =>
        Tell(
            await new ChangeAuthors(Db, Clock).RemoveAsync(
                Asker,
                Number,
                posted.Number("remove") ?? 0,
                Context.RequestAborted
            )
        );

    private void Tell(Fault? fault)
    {
        if (fault is not null)
            posted.Refuse(fault);
        else
            Leave("Section.AuthorsChanged");
    }

    private void Leave(string key) => Leave(new Notice(key, []));

    private void Leave(Notice notice) =>
        Navigation.NavigateTo(Notices.AddressOf(PlanAddress.Of(plan!.Draft.Address, section!), notice));
}
