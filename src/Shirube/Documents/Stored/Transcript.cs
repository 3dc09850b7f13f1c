using System.Globalization;
using System.Text.Json;

namespace Shirube.Documents.Stored;

/// <summary>A frozen reading: the value and the evidence at a JSON pointer.</summary>
public sealed class Transcript : IDisposable
{
    private readonly JsonDocument json;

    public Transcript(string reading) => json = JsonDocument.Parse(reading);

    internal JsonElement Root => json.RootElement;

    public static Transcript Of(Reading reading) =>
        new(System.Text.Encoding.UTF8.GetString(ReadingJson.Write(reading, indented: false)));

    /// <summary>Null when the reading holds no such value.</summary>
    public Evidence? EvidenceAt(string pointer) =>
        json.RootElement.TryGetProperty("evidence", out var all) && all.TryGetProperty(pointer, out var found)
            ? EvidenceOf(found)
            : null;

    /// <summary>All evidence, in the order of the reading's fields.</summary>
    public IEnumerable<(string Pointer, Evidence Evidence)> All()
    {
        if (!json.RootElement.TryGetProperty("evidence", out var all))
            yield break;
        foreach (var entry in all.EnumerateObject())
            yield return (entry.Name, EvidenceOf(entry.Value));
    }

    /// <summary>Name of the outermost item that holds the value at a pointer; null where none is named.</summary>
    public string? ItemAround(string pointer) =>
        pointer.Split('/') is ["", var list, var index, _, ..]
            ? ValueAt($"/{list}/{index}/name")
                ?? ValueAt($"/{list}/{index}/project")
                ?? ValueAt($"/{list}/{index}/entity")
            : null;

    /// <summary>The state written beside the figure at a pointer; null when none is.</summary>
    public string? StateAt(string pointer) =>
        pointer.EndsWith("/value", StringComparison.Ordinal) || pointer.EndsWith("/actual", StringComparison.Ordinal)
            ? ValueAt(pointer[..(pointer.LastIndexOf('/') + 1)] + "state")
            : null;

    /// <summary>The value as text (numbers plain, dates ISO); null when it is null or not there.</summary>
    public string? ValueAt(string pointer) =>
        ElementAt(pointer) is { } at
            ? at.ValueKind switch
            {
                JsonValueKind.String => at.GetString(),
                JsonValueKind.Number => at.GetRawText(),
                _ => null,
            }
            : null;

    /// <summary>Something stands at a pointer.</summary>
    public bool Has(string pointer) => ElementAt(pointer) is { ValueKind: not JsonValueKind.Null };

    /// <summary>How many items the list at a pointer has; 0 where there is none.</summary>
    public int CountAt(string pointer) =>
        ElementAt(pointer) is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() : 0;

    private JsonElement? ElementAt(string pointer)
    {
        var at = json.RootElement;
        foreach (var step in pointer.Split('/').Skip(1))
        {
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(step, out var property))
                at = property;
            else if (
                at.ValueKind == JsonValueKind.Array
                && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < at.GetArrayLength()
            )
                at = at[index];
            else
                return null;
        }
        return at;
    }

    public void Dispose() => json.Dispose();

    private static Evidence EvidenceOf(JsonElement found) =>
        new(
            new Passage(
                found.GetProperty("page").GetInt32(),
                found.GetProperty("line").GetInt32(),
                found.GetProperty("endLine").GetInt32(),
                found.TryGetProperty("column", out var column) ? column.GetInt32() : -1,
                found.GetProperty("text").GetString() ?? ""
            ),
            Enum.TryParse<Certainty>(found.GetProperty("certainty").GetString(), ignoreCase: true, out var certainty)
                ? certainty
                : Certainty.Printed
        )
        {
            Rule = found.TryGetProperty("rule", out var rule) ? rule.GetString() : null,
            From = found.TryGetProperty("from", out var from)
                ? [.. from.EnumerateArray().Select(pointer => pointer.GetString()!)]
                : [],
        };
}
