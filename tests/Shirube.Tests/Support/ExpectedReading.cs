using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shirube.Documents;
using Shirube.Documents.Recognition;

namespace Shirube.Tests.Support;

/// <summary>
/// Holds a reading against an expected one: every value that is expected must be there and equal; what the
/// expectation leaves out is not compared. A value that is there and differs is wrong; one that is null is missing.
/// </summary>
internal sealed class ExpectedReading
{
    private readonly List<string> missing = [];
    private readonly List<string> wrong = [];

    public IReadOnlyList<string> Missing => missing;
    public IReadOnlyList<string> Wrong => wrong;
    public int Compared { get; private set; }

    public static ExpectedReading Compare(string expectedJson, Reading reading)
    {
        using var expected = JsonDocument.Parse(expectedJson);
        using var actual = JsonDocument.Parse(ReadingJson.Write(reading));
        var comparison = new ExpectedReading();
        comparison.Compare(expected.RootElement, actual.RootElement, "");
        return comparison;
    }

    public void ShouldBeRight()
    {
        wrong.ShouldBeEmpty();
        missing.ShouldBeEmpty();
    }

    /// <summary>No value may be wrong; at most the given pointers may be missing.</summary>
    public void ShouldNotBeWrong() => wrong.ShouldBeEmpty();

    public static string TextOf(string number) => File.ReadAllText(Repository.Document(number));

    public static JsonObject Of(string number)
    {
        var name = Path.ChangeExtension(Path.GetFileName(Repository.Document(number)), ".json");
        return JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Documents, "expected", name)))!.AsObject();
    }

    public static Reading Read(string name, string text) =>
        Recogniser.Read(DocumentReader.Read(name, Encoding.UTF8.GetBytes(text)));

    /// <summary>Every value that is expected and is missing or differs.</summary>
    public static IReadOnlyList<string> Differences(JsonNode expected, Reading reading)
    {
        var comparison = Compare(expected.ToJsonString(), reading);
        return [.. comparison.Wrong, .. comparison.Missing.Select(place => place + ", read null")];
    }

    public static IReadOnlyList<string> WrongValues(JsonNode expected, Reading reading) =>
        Compare(expected.ToJsonString(), reading).Wrong;

    private void Compare(JsonElement expected, JsonElement actual, string pointer)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in expected.EnumerateObject())
                    CompareProperty(property, actual, pointer + "/" + property.Name);
                break;
            case JsonValueKind.Array:
                CompareItems(expected, actual, pointer);
                break;
            default:
                CompareValue(expected, actual, pointer);
                break;
        }
    }

    private void CompareProperty(JsonProperty property, JsonElement actual, string pointer)
    {
        if (actual.ValueKind == JsonValueKind.Object && actual.TryGetProperty(property.Name, out var value))
            Compare(property.Value, value, pointer);
        else if (property.Value.ValueKind != JsonValueKind.Null)
            missing.Add(pointer);
    }

    private void CompareItems(JsonElement expected, JsonElement actual, string pointer)
    {
        if (actual.ValueKind != JsonValueKind.Array)
        {
            missing.Add(pointer);
            return;
        }
        if (
            actual.GetArrayLength() > expected.GetArrayLength()
            && (pointer is "/rows" or "/policies" || IsMeasures(pointer))
        )
            wrong.Add($"{pointer}: expected {expected.GetArrayLength()} items, read {actual.GetArrayLength()}");
        // A measure left out moves the others up: they are compared by what they say.
        if (IsMeasures(pointer) && actual.GetArrayLength() < expected.GetArrayLength())
        {
            CompareFewer(expected, actual, pointer);
            return;
        }
        var index = 0;
        foreach (var item in expected.EnumerateArray())
        {
            var place = pointer + "/" + index.ToString(CultureInfo.InvariantCulture);
            if (Partner(item, index, actual) is { } partner)
                Compare(item, partner, place);
            else
                missing.Add(place);
            index++;
        }
    }

    private static bool IsMeasures(string pointer) => pointer.EndsWith("/measures", StringComparison.Ordinal);

    private void CompareFewer(JsonElement expected, JsonElement actual, string pointer)
    {
        var texts = expected.EnumerateArray().Select(item => item.GetString()).ToHashSet();
        foreach (var item in actual.EnumerateArray().Where(item => !texts.Contains(item.GetString())))
            wrong.Add($"{pointer}: read {item.GetRawText()}");
        missing.Add($"{pointer}: expected {expected.GetArrayLength()} items, read {actual.GetArrayLength()}");
    }

    /// <summary>Items are the same one when they bear the same number, year or entity, else the same place.</summary>
    private static JsonElement? Partner(JsonElement item, int index, JsonElement items)
    {
        foreach (var key in new[] { "no", "year", "entity" })
        {
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty(key, out var wanted))
            {
                return items
                    .EnumerateArray()
                    .Where(candidate =>
                        candidate.TryGetProperty(key, out var own) && JsonElement.DeepEquals(own, wanted)
                    )
                    .Select(candidate => (JsonElement?)candidate)
                    .FirstOrDefault();
            }
        }
        return index < items.GetArrayLength() ? items[index] : null;
    }

    private void CompareValue(JsonElement expected, JsonElement actual, string pointer)
    {
        Compared++;
        if (actual.ValueKind == JsonValueKind.Null && expected.ValueKind != JsonValueKind.Null)
            missing.Add($"{pointer}: expected {expected.GetRawText()}");
        else if (!AreEqual(expected, actual))
            wrong.Add($"{pointer}: expected {expected.GetRawText()}, read {actual.GetRawText()}");
    }

    private static bool AreEqual(JsonElement expected, JsonElement actual) =>
        expected.ValueKind == JsonValueKind.Number && actual.ValueKind == JsonValueKind.Number
            ? expected.GetDecimal() == actual.GetDecimal()
            : JsonElement.DeepEquals(expected, actual);
}
