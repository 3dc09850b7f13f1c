using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Shirube.Documents;
using Shirube.Documents.Stored;
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
    private int doubts;
    private string government = "";
    private bool keptNow;
    private string doBefore = "";
    private string doAfter = "";

    [Parameter]
    public required string Id { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    protected override void OnInitialized()
    {
        draft = Drafts.Find(Id);
        if (draft is null)
        {
            Navigation.NotFound();
            return;
        }
        try
        {
            read = Readings.Read(draft, Context.RequestAborted);
        }
        catch (DocumentRefusedException)
        {
            // It could be read when it was handed in: a reader has changed since. Handing it in again says why.
            Navigation.NavigateTo("/import");
            return;
        }
        groups = ReadingGroups.Of(read.Reading);
        openFindings = OpenFinding.Of(read.Reading, groups);
        if (HttpMethods.IsPost(Context.Request.Method) && Context.Request.Form.ContainsKey("do"))
        {
            draft = ReviewForm.Apply(draft, groups, Context.Request.Form);
            Drafts.Save(draft);
        }
        government =
            draft.Government
            ?? read.Reading.Entities.Select(entity => entity.Value)
                .FirstOrDefault(name => ReviewForm.GovernmentOf(name) is not null)
            ?? "";
        doubts = ReviewForm.OpenDoubts(draft, groups, openFindings);
        var parts = T("Review.Do").Split("{0}");
        (doBefore, doAfter) = (parts[0], parts[1]);
    }

    private async Task Submit()
    {
        foreach (var value in ReviewForm.Unparsable(draft!, groups))
            errors.Add(
                new FormError(
                    ReviewForm.FieldId(value.Pointer),
                    T("Error.NotA" + value.Kind, value.Label, draft!.Typed[value.Pointer])
                )
            );
        if (Context.Request.Form["do"] != "import")
        {
            keptNow = errors.Count == 0;
            return;
        }
        if (draft!.Typed.Count > 0 && draft.Author is not { Length: > 0 })
            errors.Add(new FormError("author", T("Error.NoAuthor")));
        if (draft.Typed.Count > 0 && draft.Reason is not { Length: > 0 })
            errors.Add(new FormError("reason", T("Error.NoReason")));
        if (ReviewForm.GovernmentOf(government) is null)
            errors.Add(new FormError("government", T("Error.NoGovernment", government)));
        if (errors.Count == 0)
            await Store();
    }

    private async Task Store()
    {
        try
        {
            var file = new ImportedFile(draft!.FileName, Drafts.ContentOf(draft))
            {
                Government = ReviewForm.GovernmentOf(government)!.Code,
                Corrections = [.. ReviewForm.Corrections(draft, groups)],
            };
            var outcome = await new ImportDocument(Db, Clock).ExecuteAsync(file, Context.RequestAborted);
            Drafts.Remove(draft.Id);
            var notice = Notices.Write(new Notice("Imported." + outcome.Effect, [outcome.Name]));
            Navigation.NavigateTo($"{outcome.Address}?notice={Uri.EscapeDataString(notice)}");
        }
        catch (DocumentRefusedException refused)
        {
            errors.Add(
                new FormError(
                    "review-values",
                    T("Error.Refused", FindingText.MessageOf(refused), FindingText.FixOf(refused))
                )
            );
        }
    }

    private void Drop()
    {
        Drafts.Remove(draft!.Id);
        Navigation.NavigateTo("/import");
    }
}
