using Microsoft.AspNetCore.Http;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.Web.Values;

namespace Shirube.Web.Import;

/// <summary>One thing that must be mended before a form can be taken; the same words stand on top and at the field.</summary>
public sealed record FormError(string FieldId, string Message);

/// <summary>The posted review: field names are <c>v:</c> and <c>ok:</c> before the pointer, <c>seen:</c> before the key of a finding.</summary>
internal static class ReviewForm
{
    public static string FieldId(string pointer) => "v" + pointer.Replace('/', '-');

    /// <summary>The draft with everything that was typed, right or wrong: nothing that was typed is lost.</summary>
    public static Draft Apply(Draft draft, IEnumerable<ReadingGroup> groups, IFormCollection form)
    {
        var typed = new Dictionary<string, string>();
        var accepted = new HashSet<string>();
        foreach (var value in groups.SelectMany(group => group.Values))
        {
            // Browsers send line ends as CRLF; that alone is no change.
            var text = form["v:" + value.Pointer].ToString().ReplaceLineEndings("\n").Trim();
            if (form.ContainsKey("v:" + value.Pointer) && IsAnother(value, text))
                typed[value.Pointer] = text;
            if (form.ContainsKey("ok:" + value.Pointer))
                accepted.Add(value.Pointer);
        }
        return draft with
        {
            Typed = typed,
            Accepted = accepted,
            Seen =
            [
                .. form.Keys.Where(key => key.StartsWith("seen:", StringComparison.Ordinal)).Select(key => key[5..]),
            ],
            Government = form["government"].ToString().Trim(),
            Author = form["author"].ToString().Trim(),
            Reason = form["reason"].ToString().Trim(),
        };
    }

    /// <summary>The same value in other words (令和6年度, FY2024) is no change either.</summary>
    private static bool IsAnother(ReadingValue value, string text) =>
        text != value.Shown.ReplaceLineEndings("\n").Trim()
        && !(
            value.Kind is not (ValueKind.Text or ValueKind.LongText or ValueKind.PlanStart)
            && ValueText.TryParse(value.Kind, text, out var parsed)
            && ContractValue.Write(parsed) == ContractValue.Write(value.Value)
        );

    /// <summary>A government by its code or its name; null when there is no such one.</summary>
    public static Government? GovernmentOf(string? text) =>
        GovernmentCode.TryParse(text, out var code) ? GovernmentDirectory.Find(code)
        : string.IsNullOrWhiteSpace(text) ? null
        : GovernmentDirectory.FindByName(text);

    public static IEnumerable<ReadingValue> Unparsable(Draft draft, IEnumerable<ReadingGroup> groups) =>
        groups
            .SelectMany(group => group.Values)
            .Where(value =>
                draft.Typed.TryGetValue(value.Pointer, out var text) && !ValueText.TryParse(value.Kind, text, out _)
            );

    /// <summary>Doubtful values that nobody has corrected or taken as right, and findings beside no value that nobody has seen.</summary>
    public static int OpenDoubts(Draft draft, IEnumerable<ReadingGroup> groups, IEnumerable<OpenFinding> findings) =>
        findings.Count(open => !draft.Seen.Contains(open.Key))
        + groups
            .SelectMany(group => group.Values)
            .Count(value =>
                value.IsDoubtful && !draft.Accepted.Contains(value.Pointer) && !draft.Typed.ContainsKey(value.Pointer)
            );

    /// <summary>What was typed, as corrections; the texts must parse.</summary>
    public static IEnumerable<ValueCorrection> Corrections(Draft draft, IEnumerable<ReadingGroup> groups)
    {
        foreach (var value in groups.SelectMany(group => group.Values))
        {
            if (
                draft.Typed.TryGetValue(value.Pointer, out var text)
                && ValueText.TryParse(value.Kind, text, out var parsed)
            )
                yield return new ValueCorrection(
                    value.Pointer,
                    ContractValue.Write(parsed),
                    draft.Author!,
                    draft.Reason!
                );
        }
    }
}
