using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Web.Hosting;
using Shirube.Web.Import;
using Shirube.Web.Plans;
using Shirube.Web.Values;
using static Shirube.Web.Texts;

namespace Shirube.Web.Pages;

/// <summary>What one value rests on, and the place to put it right.</summary>
public partial class EvidencePage
{
    private readonly List<FormError> errors = [];
    private OpenDocument? open;
    private SourceDocument? text;
    private ReadingValue? value;
    private Passage? place;
    private IReadOnlyList<Finding> findings = [];
    private IReadOnlyList<Correction> history = [];
    private IReadOnlyDictionary<string, string> labels = new Dictionary<string, string>();
    private bool canCorrect;
    private string seen = "";
    private string? typed;
    private string? author;
    private string? reason;

    [Parameter]
    public required string Code { get; set; }

    [Parameter]
    public int Number { get; set; }

    [SupplyParameterFromQuery]
    private string? Pointer { get; set; }

    [SupplyParameterFromQuery]
    private int? Version { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        open = await OpenDocument.FindAsync(Db, Code, Number, Version, Context.RequestAborted);
        if (open is null || Pointer is null || Find(open, Pointer) is not { } found)
        {
            Navigation.NotFound();
            return;
        }
        value = found;
        text = await SourceText.OfAsync(Db, open, Context.RequestAborted);
        place = value.Evidence is { At.Line: > 0 } evidence ? evidence.At : null;
        findings = [.. open.Reading.Findings.Where(finding => finding.Pointer == Pointer)];
        history = [.. open.Corrections.Where(correction => correction.Pointer == Pointer)];
        typed = value.Shown;
        seen = value.Shown;
        if (HttpMethods.IsPost(Context.Request.Method))
        {
            var form = Context.Request.Form;
            (typed, author, reason) = (
                form["value"],
                form["author"].ToString().Trim(),
                form["reason"].ToString().Trim()
            );
            seen = form["seen"].ToString();
        }
    }

    /// <summary>A value of the reading; chapters and states have evidence too, though nobody corrects them here.</summary>
    private ReadingValue? Find(OpenDocument document, string pointer)
    {
        var values = ReadingGroups
            .Of(document.Reading)
            .SelectMany(group =>
                group.Values.Select(one => one with { Label = T("Value.InGroup", group.Title, one.Label) })
            )
            .ToList();
        labels = values.DistinctBy(one => one.Pointer).ToDictionary(one => one.Pointer, one => one.Label);
        var known = values.Find(one => one.Pointer == pointer);
        canCorrect = known is not null;
        if (known is not null)
            return known;
        using var transcript = new Transcript(document.Version.Reading);
        return transcript.EvidenceAt(pointer) is { } evidence
            ? new ReadingValue(pointer, T("Evidence.Other"), ValueKind.LongText, transcript.ValueAt(pointer), evidence)
            : null;
    }

    private async Task Correct()
    {
        if (!ValueText.TryParse(value!.Kind, typed, out var parsed))
            errors.Add(new FormError("value", T("Error.NotA" + value.Kind, value.Label, typed)));
        if (author is not { Length: > 0 })
            errors.Add(new FormError("author", T("Error.NoAuthor")));
        if (reason is not { Length: > 0 })
            errors.Add(new FormError("reason", T("Error.NoReason")));
        if (seen != value.Shown)
            errors.Add(new FormError("value", T("Error.ChangedMeanwhile", value.Label, value.Shown)));
        if (errors.Count > 0)
            return;
        try
        {
            await new CorrectValue(Db, Clock).ExecuteAsync(
                open!.Version.VersionKey,
                new ValueCorrection(Pointer!, ContractValue.Write(parsed), author!, reason!),
                new SeenValue(ContractValue.Write(value.Value)),
                Context.RequestAborted
            );
        }
        catch (DocumentRefusedException refused)
        {
            errors.Add(
                new FormError("value", T("Error.Refused", FindingText.MessageOf(refused), FindingText.FixOf(refused)))
            );
            return;
        }
        var notice = Notices.Write(new Notice("Correct.Done", [value.Label]));
        Navigation.NavigateTo($"{open!.Document.Address}?notice={Uri.EscapeDataString(notice)}");
    }

    private static string Place(Passage at) =>
        at.EndLine > at.Line
            ? T("Evidence.Places", at.Page, at.Line, at.EndLine)
            : T("Evidence.Place", at.Page, at.Line);
}
