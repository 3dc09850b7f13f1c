using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.Web.Hosting;
using Shirube.Web.Import;
using Shirube.Web.Values;
using static Shirube.Web.Texts;

namespace Shirube.Web.Pages;

/// <summary>What was read out of a file, beside the file, before anything is stored.</summary>
public partial class ImportReview
{
    private readonly List<FormError> errors = [];
    private Draft? draft;
    private DraftReading? read;
    private IReadOnlyList<ReadingGroup> groups = [];
    private IReadOnlyList<OpenFinding> openFindings = [];
    private ReviewForm form = null!;
    private OpenDoubts doubts;
    private bool isNamed;
    private string editor = "";
    private int seen;
    private bool keptNow;
    private string doBefore = "";
    private string doAfter = "";
    private string name = "";
    private string? already;
    private VersionPreview? preview;
    private Dictionary<string, CarriedCorrection> carried = [];
    private string? firstDoubt;
    private Dictionary<string, string> nextDoubts = [];
    private IReadOnlyList<ClashingField> clashes = [];
    private IReadOnlyList<DraftChange> others = [];
    private IReadOnlyList<string> homeless = [];

    /// <summary>What was typed into a draft that is not there any more; null while it is there.</summary>
    private IReadOnlyList<string>? gone;

    [Parameter]
    public required string Id { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    /// <summary>Imported for the government that one acts for.</summary>
    private Government Whose => GovernmentDirectory.Find(Asker.Government!.Value)!;

    private bool IsPosted(string field) =>
        HttpMethods.IsPost(Context.Request.Method) && Context.Request.Form.ContainsKey(field);

    protected override async Task OnInitializedAsync()
    {
        draft = Drafts.Find(Id, Asker);
        if (draft is null)
        {
            TellGone();
            return;
        }
        if (draft.ImportedAs is { } address && !HttpMethods.IsPost(Context.Request.Method))
        {
            Navigation.NavigateTo(address);
            return;
        }
        try
        {
            read = await Readings.ReadAsync(draft, Context.RequestAborted);
        }
        catch (DocumentRefusedException refused)
        {
            // It could be read when it was handed in: a reader has changed since.
            var notice = new Notice(refused.Code, [draft.FileName, .. refused.Arguments.Select(Convert.ToString)]);
            Navigation.NavigateTo(Notices.AddressOf("/import", notice));
            return;
        }
        groups = ReadingGroups.Of(read.Reading);
        openFindings = OpenFinding.Of(read.Reading, groups);
        form = new ReviewForm(groups, openFindings);
        homeless = form.Homeless(draft.Entered);
        (editor, seen) = (Guid.NewGuid().ToString("N"), draft.Revision);
        if (IsPosted("do"))
            await TakeAsync(form.Read(Context.Request.Form, Asker.Person));
        if (draft is null)
            return;
        isNamed = read.Reading.Entities.Any(entity =>
            GovernmentDirectory.FindByName(entity.Value ?? "")?.Code == Whose.Code
        );
        doubts = form.Doubts(draft);
        var parts = T("Review.Do").Split("{0}");
        (doBefore, doAfter) = (parts[0], parts[1]);
        LinkDoubts();
        await PreviewAsync();
    }

    /// <summary>
    /// Broken: the list says so and lets it be dropped. Dropped by another while it was open here: what was typed is
    /// shown, so that it can be taken elsewhere.
    /// </summary>
    private void TellGone()
    {
        draft = null;
        if (Drafts.IsBroken(Id, Asker))
        {
            Navigation.NavigateTo(Notices.AddressOf("/import", new Notice("Import.BrokenOne", [Id[7..15]])));
            return;
        }
        if (!HttpMethods.IsPost(Context.Request.Method))
        {
            Navigation.NotFound();
            return;
        }
        Context.Response.Headers["Shirube-Kept"] = "no";
        gone =
        [
            .. Context
                .Request.Form.Where(field => ReviewForm.IsTyped(field.Key))
                .SelectMany(field => field.Value)
                .OfType<string>()
                .Where(text => text.Length > 0),
        ];
    }

    /// <summary>From doubt to doubt without script: each leads to the next that is open.</summary>
    private void LinkDoubts()
    {
        var next = openFindings.FirstOrDefault(open => !draft!.HasSeen(open.Key))?.FieldId;
        foreach (var value in groups.SelectMany(group => group.Values).Where(value => value.IsDoubtful).Reverse())
        {
            if (next is not null)
                nextDoubts[value.Pointer] = next;
            if (ReviewForm.IsOpen(draft!, value))
                next = ReviewForm.FieldId(value.Pointer);
        }
        firstDoubt = next;
    }

    /// <summary>What the import would do now, with what is typed so far.</summary>
    private async Task PreviewAsync()
    {
        var title = draft!.Typed("/title") is { Length: > 0 } typed ? typed : read!.Reading.Title?.Value;
        name = DocumentName.Of(title, draft.FileName);
        already = await Db
            .Versions.AsNoTracking()
            .Where(version => version.GovernmentCode == Whose.Code && version.Sha256 == draft.Sha256)
            .Select(version => Document.AddressOf(version.GovernmentCode, version.DocumentNumber))
            .FirstOrDefaultAsync(Context.RequestAborted);
        preview = await VersionPreview.FindAsync(
            Db,
            Whose.Code,
            title,
            draft.FileName,
            read!.Reading,
            form.Corrections(draft).ToDictionary(typed => typed.Pointer, typed => typed.Value),
            Context.RequestAborted
        );
        carried =
            preview
                ?.Corrections.Where(one => one is { Result: CarryResult.Carried, Pointer: not null })
                .ToDictionary(one => one.Pointer!)
            ?? [];
    }

    /// <summary>Saves what the page holds, before anything is said of it: nothing that was typed is lost.</summary>
    private async Task TakeAsync(DraftSave save)
    {
        editor = save.Editor.Length > 0 ? save.Editor : editor;
        if (await Antiforgery.IsRequestValidAsync(Context))
        {
            if (Drafts.Save(Id, save, form.Doubts) is not { } saved)
            {
                TellGone();
                return;
            }
            (draft, clashes, others) = (saved.Draft, saved.Clashes, saved.Others);
            homeless = form.Homeless(
                Context.Request.Form.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString()))
            );
            seen = draft.Revision;
        }
        else
        {
            // The page may have come from elsewhere: it is shown again to be sent again, and not saved.
            draft = save.Into(draft!).Draft;
            seen = save.Seen;
            errors.Add(new FormError("review-values", T("Error.Stale")));
        }
        draft = draft with { Entered = WithMine() };
        // What keeps a page by itself reads no page.
        Context.Response.Headers["Shirube-Kept"] =
            errors.Count > 0 ? "no"
            : clashes.Count > 0 ? "clash"
            : homeless.Count > 0 ? "part"
            : others.Count > 0 ? "others"
            : "yes";
    }

    /// <summary>Where two people changed one field, the page shows what this one typed, and says what the other did.</summary>
    private Dictionary<string, string> WithMine()
    {
        var shown = new Dictionary<string, string>(draft!.Entered);
        foreach (var clash in clashes)
        {
            if (clash.Mine is null)
                shown.Remove(clash.Field);
            else
                shown[clash.Field] = clash.Mine;
            errors.Add(new FormError(FieldIdOf(clash.Field), T("Error.Clash", LabelOf(clash.Field), ShownOf(clash))));
        }
        return shown;
    }

    private async Task Submit()
    {
        foreach (var value in form.Unparsable(draft!))
            errors.Add(
                new FormError(ReviewForm.FieldId(value.Pointer), ValueText.Refusal(value, draft!.Typed(value.Pointer)))
            );
        foreach (var (value, limit) in form.TooLong(draft!))
            errors.Add(new FormError(ReviewForm.FieldId(value.Pointer), T("Error.TooLong", value.Label, limit)));
        TooLong("reason", "Review.Reason", Correction.ReasonMaxLength);
        if (Context.Request.Form["do"] != "import")
        {
            keptNow = errors.Count == 0 && homeless.Count == 0;
            return;
        }
        AskBeforeStoring();
        if (errors.Count == 0)
            await Store();
    }

    private void TooLong(string field, string label, int limit)
    {
        if (draft!.Of(field)?.Length > limit)
            errors.Add(new FormError(field, T("Error.TooLong", T(label), limit)));
    }

    private void AskBeforeStoring()
    {
        if (draft!.TypedCount > 0 && draft.Reason is not { Length: > 0 })
            errors.Add(new FormError("reason", T("Error.NoReason")));
        if (homeless.Count > 0)
            errors.Add(new FormError("homeless", T("Error.Homeless", homeless.Count)));
        if (others.Count > 0 && clashes.Count == 0)
            errors.Add(new FormError("others", T("Error.OthersMeanwhile", others.Count)));
        if (draft.ImportedAs is not null && Context.Request.Form["imported"] != "known")
            errors.Add(new FormError("imported", T("Error.ImportedMeanwhile")));
        if (doubts.Errors > 0 && !IsPosted("with-errors"))
            errors.Add(new FormError("with-errors", T("Error.WithErrors", doubts.Errors)));
    }

    private async Task Store()
    {
        try
        {
            var file = new ImportedFile(draft!.FileName, Drafts.ContentOf(draft))
            {
                Government = Whose.Code,
                Corrections = [.. form.Corrections(draft)],
            };
            var outcome = await new ImportDocument(Db, Clock).ExecuteAsync(
                Asker,
                new ReadFile(file, read!.Document, read.Reading, Whose),
                Context.RequestAborted
            );
            // Whoever has it open still loses nothing: what they typed can follow as corrections.
            Drafts.Change(
                draft.Id,
                now => now with { ImportedAs = outcome.Address, ImportedRevision = draft.Revision }
            );
            var notice = new Notice("Imported." + outcome.Effect, [outcome.Name]);
            Navigation.NavigateTo(Notices.AddressOf(outcome.Address, notice));
        }
        catch (DocumentRefusedException refused)
        {
            errors.Add(FormError.Of("review-values", refused));
        }
    }

    private async Task Drop()
    {
        var posted = Context.Request.Form;
        if (!await Antiforgery.IsRequestValidAsync(Context))
            errors.Add(new FormError("review-values", T("Error.Stale")));
        else if (
            Drafts.Remove(
                Id,
                int.TryParse(posted[FieldName.Revision], out var known) ? known : 0,
                posted[FieldName.Editor].ToString()
            )
        )
            Navigation.NavigateTo("/import");
        else
            errors.Add(new FormError("review-values", T("Error.DropMeanwhile")));
    }

    private static string FieldIdOf(string field) =>
        FieldName.Parse(field) is { Role: FieldRole.Typed or FieldRole.Accepted, Of: var pointer }
            ? ReviewForm.FieldId(pointer)
            : field;

    private string LabelOf(string field, bool withGroup = true)
    {
        if (MeaningText.IsMeaning(field))
            return MeaningText.LabelOf(field);
        var pointer = FieldName.Parse(field).Of;
        foreach (var group in groups)
        {
            if (group.Values.FirstOrDefault(value => value.Pointer == pointer) is { } value)
                return withGroup ? T("Value.InGroup", group.Title, value.Label) : value.Label;
        }
        return field switch
        {
            "reason" => T("Review.Reason"),
            _ => T("Findings.Short"),
        };
    }

    private static string ShownOf(DraftChange change) => Shown(change.Field, change.After);

    private static string ShownOf(ClashingField clash) => Shown(clash.Field, clash.Theirs);

    private static string Shown(string field, string? text) =>
        FieldName.Parse(field).Role is FieldRole.Accepted or FieldRole.Seen
            ? T(text is null ? "Review.Unticked" : "Review.Ticked")
        : text is null ? T("Review.AsRead")
        : text.Length == 0 ? T("Review.Blank")
        : text;
}
