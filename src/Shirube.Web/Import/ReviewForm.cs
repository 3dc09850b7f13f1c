using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Web.Values;
using static Shirube.Web.Texts;

namespace Shirube.Web.Import;

/// <summary>One thing that must be mended before a form can be taken; the same words stand on top and at the field.</summary>
public sealed record FormError(string FieldId, string Message)
{
    /// <summary>What was refused, and what to do.</summary>
    internal static FormError Of(string fieldId, DocumentRefusedException refused) =>
        new(fieldId, T("Error.Refused", FindingText.MessageOf(refused), FindingText.FixOf(refused)));
}

/// <summary>The posted review; <see cref="FieldName"/> says how its fields are called.</summary>
internal sealed class ReviewForm(IReadOnlyList<ReadingGroup> groups, IReadOnlyList<OpenFinding> findings)
{
    private static readonly string[] OwnFields = ["reason"];

    private readonly Dictionary<string, ReadingValue> values = groups
        .SelectMany(group => group.Values)
        .ToDictionary(value => value.Pointer);

    /// <summary>A field whose text a person wrote.</summary>
    public static bool IsTyped(string field) =>
        OwnFields.Contains(field) || FieldName.Parse(field).Role == FieldRole.Typed;

    public static string FieldId(string pointer) => "v" + pointer.Replace('/', '-');

    /// <summary>What the form says of each field that it holds; of what it does not hold it says nothing.</summary>
    public DraftSave Read(IFormCollection form, Guid person)
    {
        var posted = new Dictionary<string, string?>();
        foreach (var value in values.Values)
        {
            var field = FieldName.Typed(value.Pointer);
            if (!form.ContainsKey(field))
                continue;
            // Browsers send line ends as CRLF; that alone is no change.
            var text = form[field].ToString().ReplaceLineEndings("\n").Trim();
            posted[field] = IsAnother(value, text) ? text : null;
            // A box that is not ticked is not sent.
            if (value.IsDoubtful)
                posted[FieldName.Accepted(value.Pointer)] = Ticked(form, FieldName.Accepted(value.Pointer));
        }
        foreach (var field in OwnFields.Where(form.ContainsKey))
            posted[field] = form[field].ToString().Trim() is { Length: > 0 } text ? text : null;
        if (form.ContainsKey("reason"))
        {
            foreach (var open in findings)
                posted[FieldName.Seen(open.Key)] = Ticked(form, FieldName.Seen(open.Key));
        }
        var seen = int.TryParse(form[FieldName.Revision], CultureInfo.InvariantCulture, out var known)
            ? known
            : int.MaxValue;
        return new DraftSave(form[FieldName.Editor].ToString(), person, seen, posted);
    }

    /// <summary>Typed texts of the form, or of the draft, for which the reading has no place.</summary>
    public IReadOnlyList<string> Homeless(IEnumerable<KeyValuePair<string, string>> fields) =>
        [
            .. fields
                .Where(field =>
                    field.Value.Length > 0
                    && FieldName.Parse(field.Key) is { Role: FieldRole.Typed, Of: var pointer }
                    && !values.ContainsKey(pointer)
                )
                .Select(field => field.Value),
        ];

    /// <summary>The same value in other words (令和6年度, FY2024) is no change either.</summary>
    private static bool IsAnother(ReadingValue value, string text) =>
        text != value.Shown.ReplaceLineEndings("\n").Trim()
        && !(
            value.Kind is not (ValueKind.Text or ValueKind.LongText or ValueKind.PlanStart)
            && ValueText.TryParse(value.Kind, text, out var parsed)
            && ContractValue.Write(parsed) == ContractValue.Write(value.Value)
        );

    public IEnumerable<ReadingValue> Unparsable(Draft draft) =>
        values.Values.Where(value =>
            draft.Typed(value.Pointer) is { } text && !ValueText.TryParse(value.Kind, text, out _)
        );

    /// <summary>Typed texts that are longer than can be stored, with how many letters are allowed.</summary>
    public IEnumerable<(ReadingValue Value, int Limit)> TooLong(Draft draft) =>
        values
            .Values.Select(value =>
                (value, Limit: value.Pointer == "/title" ? Document.NameMaxLength : Correction.ValueMaxLength)
            )
            .Where(typed => draft.Typed(typed.value.Pointer)?.Length > typed.Limit);

    public static bool IsOpen(Draft draft, ReadingValue value) =>
        value.IsDoubtful && !draft.HasAccepted(value.Pointer) && draft.Typed(value.Pointer) is null;

    /// <summary>Doubtful values that nobody has corrected or taken as right, and findings beside no value that nobody has seen.</summary>
    public OpenDoubts Doubts(Draft draft)
    {
        var openFindings = findings.Where(open => !draft.HasSeen(open.Key)).ToList();
        var openValues = values.Values.Where(value => IsOpen(draft, value)).ToList();
        return new OpenDoubts(
            openFindings.Count + openValues.Count,
            openFindings.Count(open => open.Finding.Severity == Severity.Error)
                + openValues.Count(value => value.Findings.Any(finding => finding.Severity == Severity.Error))
        );
    }

    /// <summary>What was typed, as corrections; the texts must parse. Of an imported draft only what came after.</summary>
    public IEnumerable<ValueCorrection> Corrections(Draft draft)
    {
        foreach (var value in values.Values)
        {
            var field = FieldName.Typed(value.Pointer);
            if (draft.ImportedAs is not null && !ChangedSince(draft, field))
                continue;
            if (draft.Of(field) is { } text && ValueText.TryParse(value.Kind, text, out var parsed))
                yield return new ValueCorrection(
                    value.Pointer,
                    ContractValue.Write(parsed),
                    draft.Reason!,
                    draft.TypedBy(field)
                );
        }
    }

    private static bool ChangedSince(Draft draft, string field) =>
        draft.Changes.Exists(change => change.Field == field && change.Revision > draft.ImportedRevision);

    private static string? Ticked(IFormCollection form, string field) => form.ContainsKey(field) ? "on" : null;
}
