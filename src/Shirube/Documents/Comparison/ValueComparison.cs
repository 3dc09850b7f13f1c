using System.Text.Json;
using Shirube.Documents.Text;

namespace Shirube.Documents.Comparison;

/// <summary>Values that two readings both hold; figures of years are paired by their year, not by their place.</summary>
internal static class ValueComparison
{
    public static IEnumerable<Finding> Compare(Reading first, Reading second)
    {
        using var left = JsonDocument.Parse(ReadingJson.Write(first with { Chapters = [], Findings = [] }));
        using var right = JsonDocument.Parse(ReadingJson.Write(second with { Chapters = [], Findings = [] }));
        var theirs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, field, value) in Values(right.RootElement, "", ""))
            theirs.TryAdd(field, value);
        var evidence = ReadingJson.EvidenceOf(first);
        foreach (var (pointer, field, value) in Values(left.RootElement, "", ""))
        {
            if (theirs.TryGetValue(field, out var other) && Folding.Squeeze(value) != Folding.Squeeze(other))
                yield return new Finding(
                    "CMP001",
                    Severity.Error,
                    evidence.GetValueOrDefault(pointer),
                    FindingWord.Field(field),
                    Shown(field, value),
                    Shown(field, other)
                )
                {
                    Pointer = pointer,
                };
        }
    }

    /// <summary>Enumerated values have words of their own.</summary>
    private static string Shown(string field, string value) =>
        field.EndsWith("/basis", StringComparison.Ordinal)
        || field.EndsWith("/state", StringComparison.Ordinal)
        || field == "/kind"
        || value == "certification"
            ? FindingWord.Word("value." + value)
            : value;

    private static IEnumerable<(string Pointer, string Field, string Value)> Values(
        JsonElement element,
        string pointer,
        string field
    ) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .Where(property => property.Name is not ("evidence" or "contract" or "no"))
                .SelectMany(property =>
                    Values(property.Value, $"{pointer}/{property.Name}", $"{field}/{property.Name}")
                ),
            JsonValueKind.Array => element
                .EnumerateArray()
                .SelectMany((item, index) => Item(item, $"{pointer}/{index}", field, index)),
            JsonValueKind.Null => [],
            _ => [(pointer, field, element.ToString())],
        };

    private static IEnumerable<(string Pointer, string Field, string Value)> Item(
        JsonElement item,
        string pointer,
        string field,
        int index
    )
    {
        var year =
            item.ValueKind == JsonValueKind.Object && item.TryGetProperty("year", out var found)
                ? found.ToString()
                : null;
        return year is null
            ? Values(item, pointer, $"{field}/{index}")
            : Values(item, pointer, $"{field}/{year}")
                .Where(value => !value.Field.EndsWith("/year", StringComparison.Ordinal))
                .Select(value =>
                    value.Field.EndsWith("/value", StringComparison.Ordinal)
                        ? value with
                        {
                            Field = $"{field}/{year}",
                        }
                        : value
                );
    }
}
