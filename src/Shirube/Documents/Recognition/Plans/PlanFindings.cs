using System.Globalization;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>Why a value of a plan stays open.</summary>
internal sealed class PlanFindings
{
    private readonly List<Finding> found = [];

    public IReadOnlyList<Finding> All => found;

    /// <summary>PLAN001: different values stand under the same heading.</summary>
    public void Rivals(string pointer, IEnumerable<string> values) =>
        Add("PLAN001", Severity.Warning, null, pointer, string.Join(" ／ ", values.Select(Short).Distinct().Take(5)));

    public Read<T>? Rivals<T>(string pointer, IEnumerable<string> values)
    {
        Rivals(pointer, values);
        return null;
    }

    /// <summary>PLAN002: what stands under the heading does not read like such a value.</summary>
    public void Unexpected(string pointer, PlanParagraph paragraph) =>
        Add("PLAN002", Severity.Warning, new Evidence(paragraph.At()), pointer, Short(paragraph.Text));

    public Read<T>? Unexpected<T>(string pointer, PlanParagraph paragraph)
    {
        Unexpected(pointer, paragraph);
        return null;
    }

    /// <summary>PLAN003: a period whose end or beginning is not printed as a date.</summary>
    public void NoDate(string pointer, PlanParagraph paragraph) =>
        Add("PLAN003", Severity.Warning, new Evidence(paragraph.At()), pointer, Short(paragraph.Text));

    /// <summary>PLAN008: the headings are out of order, and nothing else bears the value out.</summary>
    public Read<T>? OutOfOrder<T>(string pointer, Read<T> value)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{value.Value}");
        Add("PLAN008", Severity.Warning, value.Evidence, pointer, Short(text));
        return null;
    }

    public void Add(
        string code,
        Severity severity,
        Evidence? at,
        string pointer,
        params IReadOnlyList<object?> arguments
    ) => found.Add(new Finding(code, severity, at, arguments) { Pointer = pointer });

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "…";
}
