using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Shirube.Documents;
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
    private int doubts;
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
        if (HttpMethods.IsPost(Context.Request.Method) && Context.Request.Form.ContainsKey("do"))
        {
            draft = ReviewForm.Apply(draft, groups, Context.Request.Form);
            Drafts.Save(draft);
        }
        doubts = ReviewForm.OpenDoubts(draft, groups);
        var parts = T("Review.Do").Split("{0}");
        (doBefore, doAfter) = (parts[0], parts[1]);
    }

    private void Submit()
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
    }

    private void Drop()
    {
        Drafts.Remove(draft!.Id);
        Navigation.NavigateTo("/import");
    }
}
