using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Permissions;
using Shirube.Web.Hosting;
using Shirube.Web.Import;
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
    private IReadOnlyList<Finding> arisen = [];
    private LeftCorrection? left;
    private Notice? notice;
    private string? read;

    /// <summary>What stands in the place of the figure and is none.</summary>
    private string? worded;
    private bool canCorrect;
    private string seen = "";
    private string? typed;
    private string? reason;

    [Parameter]
    public required string Code { get; set; }

    [Parameter]
    public int Number { get; set; }

    [SupplyParameterFromQuery]
    private string? Pointer { get; set; }

    [SupplyParameterFromQuery]
    private int? Version { get; set; }

    [SupplyParameterFromQuery(Name = "notice")]
    private string? NoticeText { get; set; }

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
        text = await SourceText.OfAsync(Db, open.Version, Context.RequestAborted);
        findings = [.. open.Reading.Findings.Where(finding => finding.IsOf(Pointer))];
        worded = value.Value is null && !open.IsCorrected(Pointer) ? WordedFigure.At(open.Reading, Pointer) : null;
        using (var transcript = new Transcript(open.Version.Reading))
        {
            read = transcript.ValueAt(Pointer);
            // What is no figure (約100) has no evidence of its own: the finding says where it stands.
            var evidence =
                value.Evidence
                ?? transcript.EvidenceAt(Pointer)
                ?? findings.Select(finding => finding.At).FirstOrDefault(at => at is not null);
            place = evidence is { At.Line: > 0 } known ? known.At : null;
        }
        left = open.Undecided.FirstOrDefault(one => one.Pointer == Pointer);
        notice = Notices.Read(NoticeText);
        arisen = [.. open.Reading.Findings.Where(finding => Arisen(notice).Contains(finding.Code))];
        history = [.. open.Corrections.Where(correction => correction.Pointer == Pointer)];
        typed = value.Shown;
        seen = Seen;
        if (HttpMethods.IsPost(Context.Request.Method))
        {
            var form = Context.Request.Form;
            if (form.ContainsKey("value"))
                typed = form["value"];
            reason = form["reason"].ToString().Trim();
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
        canCorrect =
            known is not null && Asker.May(Act.CorrectValues) && document.KeeperOf(pointer) == Asker.Government;
        if (known is not null)
            return known;
        // What a plan says there is put right in the plan, and decided again.
        if (
            AnnexValues.Of(document.Reading).FirstOrDefault(one => one.Pointer == pointer && one.Value is not null) is
            { } annex
        )
            return annex;
        using var transcript = new Transcript(document.Version.Reading);
        return transcript.EvidenceAt(pointer) is { } evidence
            ? new ReadingValue(pointer, T("Evidence.Other"), ValueKind.LongText, transcript.ValueAt(pointer), evidence)
            : null;
    }

    /// <summary>A browser sends line ends back as CRLF, and takes them out of fields of one line.</summary>
    private string Seen => string.Join(' ', value!.Shown.ReplaceLineEndings("\n").Split('\n'));

    private async Task Correct()
    {
        if (!ValueText.TryParse(value!.Kind, typed, out var parsed))
            errors.Add(new FormError("value", ValueText.Refusal(value, typed)));
        AskWhy("reason");
        if (seen != Seen)
            errors.Add(new FormError("value", T("Error.ChangedMeanwhile", value.Label, value.Shown)));
        if (errors.Count == 0)
            await Put(ContractValue.Write(parsed), "value");
    }

    private async Task Decide()
    {
        AskWhy("decide-reason");
        if (left is null)
            errors.Add(new FormError("value", T("Left.DecidedMeanwhile")));
        if (errors.Count > 0)
            return;
        if (Context.Request.Form["do"] == "take")
        {
            await Put(left!.Corrected, "decide-reason");
            return;
        }
        try
        {
            var version = open!.Version.VersionKey;
            await new KeepAsRead(Db, Clock).ExecuteAsync(Asker, version, Pointer!, reason!, Context.RequestAborted);
        }
        catch (DocumentRefusedException refused)
        {
            errors.Add(FormError.Of("decide-reason", refused));
            return;
        }
        Leave(open.Document.Address, new Notice("Left.Kept", [value!.Label]));
    }

    private void AskWhy(string reasonField)
    {
        if (reason is not { Length: > 0 })
            errors.Add(new FormError(reasonField, T("Error.NoReason")));
    }

    private async Task Put(string? written, string field)
    {
        bool isNew;
        try
        {
            isNew = await new CorrectValue(Db, Clock).ExecuteAsync(
                Asker,
                open!.Version.VersionKey,
                new ValueCorrection(Pointer!, written, reason!),
                new SeenValue(ContractValue.Write(value!.Value)),
                Context.RequestAborted
            );
        }
        catch (DocumentRefusedException refused)
        {
            errors.Add(FormError.Of(field, refused));
            return;
        }
        if (!isNew)
        {
            Leave(open.EvidenceAddress(Pointer!), new Notice("Correct.Unchanged", [value.Label]));
            return;
        }
        var after = await OpenDocument.FindAsync(Db, Code, Number, Version, Context.RequestAborted);
        var news = NewFindings(open.Reading, after!.Reading);
        if (news.Count == 0)
            Leave(open.Document.Address, new Notice("Correct.Done", [value.Label]));
        else
            Leave(open.EvidenceAddress(Pointer!), new Notice("Correct.DoneBut", [value.Label, .. news]));
    }

    /// <summary>Codes of the errors and warnings that were not there before.</summary>
    private static List<string> NewFindings(Reading before, Reading after)
    {
        var known = before
            .Findings.Where(finding => finding.Severity != Severity.Note)
            .Select(finding => (finding.Code, finding.Pointer, FindingText.MessageOf(finding)))
            .ToHashSet();
        return
        [
            .. after
                .Findings.Where(finding =>
                    finding.Severity != Severity.Note
                    && !known.Contains((finding.Code, finding.Pointer, FindingText.MessageOf(finding)))
                )
                .Select(finding => finding.Code)
                .Distinct(),
        ];
    }

    private static string?[] Arisen(Notice? notice) =>
        notice is { Key: "Correct.DoneBut" } ? notice.Arguments[1..] : [];

    private void Leave(string address, Notice said) => Navigation.NavigateTo(Notices.AddressOf(address, said));

    private string Written(string? written) => written is null ? T("Open") : ValueText.OfContract(value!.Kind, written);
}
