using System.Globalization;
using Shirube.Documents.Recognition.Plans;
using Shirube.Documents.Text;

namespace Shirube.Documents.Checks;

/// <summary>
/// Every field of a plan that stays open, with the reason: the document has no such field, the field is empty, or what
/// stands there could not be read. Fields of which the reading itself has spoken are left out.
/// </summary>
internal sealed class OpenFields
{
    private const int LongestCandidate = 40;

    private readonly Reading reading;
    private readonly Dictionary<PlanPart, List<ReadChapter>> chapters;
    private readonly SourceDocument document;
    private readonly HashSet<PlanPart> mentioned = [];
    private readonly HashSet<VerificationField> labels = [];
    private string? letters;

    private OpenFields(SourceDocument document, Reading reading)
    {
        this.reading = reading;
        chapters = reading
            .Chapters.Select(chapter => (Part: PlanVocabulary.Find(chapter.Title.Value, 0)?.Part, Chapter: chapter))
            .Where(found => found.Part is not null)
            .GroupBy(found => found.Part!.Value)
            .ToDictionary(group => group.Key, group => group.Select(found => found.Chapter).ToList());
        this.document = document;
    }

    public static IEnumerable<Finding> Run(SourceDocument document, Reading reading)
    {
        var open = new OpenFields(document, reading);
        return [.. open.Names(), .. open.Periods(), .. open.Cost(), .. open.Verification()];
    }

    /// <summary>Only a plan with open fields is looked through once more.</summary>
    private string Letters()
    {
        if (letters is not null)
            return letters;
        foreach (var line in document.Lines.Where(line => line.Text.Length is > 0 and <= 300))
            Look(line);
        // Side by side columns put a heading in the middle of a line.
        return letters = string.Concat(document.Lines.Select(line => Folding.Squeeze(line.Text)));
    }

    private void Look(Line line)
    {
        foreach (var cell in line.Text.Split('\t', '|'))
        {
            var text = cell.Trim();
            if (VerificationLabels.FindAtStart(text) is { } label)
                labels.Add(label.Field);
            _ = SectionNumber.Read(text, out var start);
            if (PlanVocabulary.Find(text, HeadingReader.SkipMarks(text, start)) is { } found)
                mentioned.Add(found.Part);
        }
    }

    private IEnumerable<Finding> Names()
    {
        if (reading.Title is null)
            yield return Open("PLAN118", Severity.Error, "/title", Why(PlanPart.Name));
        if (reading.Entities.Count == 0)
            yield return Open("PLAN120", Severity.Error, "/entities", Why(PlanPart.Authors));
        if (reading.Area is null && !IsSaid("/area"))
            yield return Open("PLAN119", Severity.Warning, "/area", Why(PlanPart.Area));
        if (reading.SupportMeasure is null && !IsSaid("/supportMeasure"))
            yield return Open("PLAN111", Severity.Warning, "/supportMeasure", Why(PlanPart.SpecialMeasures));
        if (reading.ProjectName is null && !IsSaid("/projectName"))
            yield return Open("PLAN131", Severity.Warning, "/projectName", Why(PlanPart.ProjectName));
    }

    private IEnumerable<Finding> Periods()
    {
        if (!IsSaid("/projectStart") && !IsSaid("/projectEnd"))
        {
            if (reading.ProjectStart is null)
                yield return Open("PLAN122", Severity.Warning, "/projectStart", Why(PlanPart.ProjectPeriod));
            else if (reading.ProjectEnd is null)
                yield return Open("PLAN122", Severity.Warning, "/projectEnd", Why(PlanPart.ProjectPeriod));
        }
        if (reading.PlanStart is null && !IsSaid("/planStart"))
            yield return Open("PLAN132", Severity.Warning, "/planStart", Why(PlanPart.PlanPeriod));
        if (reading.PlanEnd is null && !IsSaid("/planEnd"))
            yield return Open("PLAN123", Severity.Warning, "/planEnd", Why(PlanPart.PlanPeriod));
    }

    private IEnumerable<Finding> Cost()
    {
        if (reading.TotalCostYen is not null || IsSaid("/totalCostYen"))
            yield break;
        // The donation form asks for 寄附の金額の目安 instead, which is no cost.
        var isDonation = reading.SupportMeasure?.Value == Reading.DonationMeasure && !IsMentioned(PlanPart.Cost);
        yield return isDonation
            ? new Finding("PLAN134", Severity.Note, chapters.GetValueOrDefault(PlanPart.DonationGoal)?[0].Text.Evidence)
            {
                Pointer = "/totalCostYen",
            }
            : Open("PLAN117", Severity.Warning, "/totalCostYen", Why(PlanPart.Cost));
    }

    private IEnumerable<Finding> Verification()
    {
        if (reading.Verification.Count == 0 && !IsSaid("/verification"))
            yield return Open("PLAN115", Severity.Error, "/verification", Why(PlanPart.Evaluation));
        for (var i = 0; i < reading.Verification.Count; i++)
        {
            var row = reading.Verification[i];
            var pointer = string.Create(CultureInfo.InvariantCulture, $"/verification/{i}/");
            var at = row.Entity?.Evidence ?? row.Method?.Evidence;
            var who = row.Entity?.Value ?? FindingWord.Word("all");
            if (row.Month is null && !IsSaid(pointer + "month"))
                yield return Of("PLAN105", Severity.Warning, at, pointer + "month", who, Why(VerificationField.Time));
            if (row.Publication is null && !IsSaid(pointer + "publication"))
                yield return Of(
                    "PLAN106",
                    Severity.Warning,
                    at,
                    pointer + "publication",
                    who,
                    Why(VerificationField.Publication)
                );
            foreach (var (field, why) in Rest(row).Where(open => !IsSaid(pointer + open.Field)))
                yield return Of(
                    "PLAN133",
                    Severity.Note,
                    at,
                    pointer + field,
                    who,
                    FindingWord.Field("/" + field),
                    why
                );
        }
    }

    private IEnumerable<(string Field, string Why)> Rest(ReadVerification row)
    {
        if (row.Entity is null && reading.Entities.Count != 1 && !IsSaid("/verification"))
            yield return ("entity", Why(VerificationField.Entity));
        if (row.Method is null)
            yield return ("method", Why(VerificationField.Method));
        if (row.Body is null)
            yield return ("body", row.Method is { } method ? Unread(method.Value) : Why(VerificationField.Method));
        if (row.Seats.Count == 0 && row.Participants is null)
            yield return ("seats", Why(VerificationField.Seats));
    }

    private bool IsMentioned(PlanPart part) => Letters().Length > 0 && mentioned.Contains(part);

    private bool IsLabelled(VerificationField field) => Letters().Length > 0 && labels.Contains(field);

    private string Why(VerificationField field) =>
        FindingWord.Gap(IsLabelled(field) ? FieldGap.Scattered : FieldGap.Absent);

    private string Why(PlanPart part)
    {
        if (chapters.TryGetValue(part, out var found))
        {
            // 「６に同じ」 and its like have a text, too: the candidate shows what stands there.
            var text = found.Select(chapter => chapter.Text.Value.Trim()).FirstOrDefault(text => text.Length > 0);
            if (text is not null)
                return Unread(text);
            return FindingWord.Gap(IsInOrder() ? FieldGap.Empty : FieldGap.Scattered);
        }
        return FindingWord.Gap(
            IsMentioned(part) || PlanVocabulary.PhrasesOf(part).Any(Letters().Contains)
                ? FieldGap.Scattered
                : FieldGap.Absent
        );
    }

    /// <summary>Where headings lost their order, nothing behind one of them does not mean that nothing was written.</summary>
    private bool IsInOrder()
    {
        var numbers = reading
            .Chapters.Where(chapter => chapter.Number is { Length: 1 })
            .Select(chapter => chapter.Number![0])
            .ToList();
        return numbers.SequenceEqual(numbers.Order()) && "123456".All(numbers.Contains);
    }

    private static string Unread(string text)
    {
        var line = text.ReplaceLineEndings(" ").Replace('\t', ' ');
        return FindingWord.Gap(
            FieldGap.Unread,
            line.Length <= LongestCandidate ? line : line[..(LongestCandidate - 1)] + "…"
        );
    }

    private bool IsSaid(string pointer) => reading.Findings.Any(finding => finding.Pointer == pointer);

    private static Finding Open(string code, Severity severity, string pointer, string why) =>
        new(code, severity, null, why) { Pointer = pointer };

    private static Finding Of(
        string code,
        Severity severity,
        Evidence? at,
        string pointer,
        params IReadOnlyList<object?> arguments
    ) => new(code, severity, at, arguments) { Pointer = pointer };
}
