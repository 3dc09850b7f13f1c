using System.Globalization;
using System.Text.Json;
using Shirube.Documents;

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
