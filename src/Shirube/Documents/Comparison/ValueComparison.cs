using System.Text.Json;
using Shirube.Documents.Text;

namespace Shirube.Documents.Comparison;

/// <summary>Values that two readings both hold, by JSON pointer.</summary>
internal static class ValueComparison
{
    public static IEnumerable<Finding> Compare(Reading first, Reading second)
    {
        using var left = JsonDocument.Parse(ReadingJson.Write(first with { Chapters = [], Findings = [] }));
        using var right = JsonDocument.Parse(ReadingJson.Write(second with { Chapters = [], Findings = [] }));
        var theirs = Values(right.RootElement, "")
            .ToDictionary(entry => entry.Pointer, entry => entry.Value, StringComparer.Ordinal);
        var evidence = ReadingJson.EvidenceOf(first);
        foreach (var (pointer, value) in Values(left.RootElement, ""))
        {
            if (theirs.TryGetValue(pointer, out var other) && Folding.Squeeze(value) != Folding.Squeeze(other))
                yield return new Finding(
                    "CMP001",
                    Severity.Error,
                    evidence.GetValueOrDefault(pointer),
                    pointer,
                    value,
                    other
                )
                {
                    Pointer = pointer,
                };
        }
    }

    private static IEnumerable<(string Pointer, string Value)> Values(JsonElement element, string pointer) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .Where(property => property.Name != "evidence")
                .SelectMany(property => Values(property.Value, $"{pointer}/{property.Name}")),
            JsonValueKind.Array => element
                .EnumerateArray()
                .SelectMany((item, index) => Values(item, $"{pointer}/{index}")),
            JsonValueKind.Null => [],
            _ => [(pointer, element.ToString())],
        };
}
