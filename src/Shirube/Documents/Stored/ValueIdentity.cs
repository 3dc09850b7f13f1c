using System.Globalization;
using System.Text.Json;
using Shirube.Documents.Text;

namespace Shirube.Documents.Stored;

/// <summary>
/// Says which value of one reading is which value of another: an item of a list is known by its name (or its year), not
/// by its place, since an indicator may be put in before the others. One without a name is known by all that it says.
/// </summary>
internal static class ValueIdentity
{
    private static readonly string[] Names = ["name", "project", "entity", "sector"];

    /// <summary>The identity of every value of a reading by its JSON pointer.</summary>
    /// <param name="named">Names that hold in place of the read ones, by pointer.</param>
    public static Dictionary<string, string> Of(Transcript reading, IReadOnlyDictionary<string, string?> named)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in reading.Root.EnumerateObject())
        {
            if (part.Name is not ("contract" or "kind" or "chapters" or "findings" or "evidence"))
                Walk(part.Value, "/" + part.Name, "/" + part.Name, named, found);
        }
        return found;
    }

    private static void Walk(
        JsonElement at,
        string pointer,
        string identity,
        IReadOnlyDictionary<string, string?> named,
        Dictionary<string, string> found
    )
    {
        if (at.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in at.EnumerateObject())
                Walk(property.Value, $"{pointer}/{property.Name}", $"{identity}/{property.Name}", named, found);
        }
        else if (at.ValueKind == JsonValueKind.Array)
        {
            var items = at.EnumerateArray().ToList();
            var keys = items.Select((item, i) => KeyOf(item, $"{pointer}/{Text(i)}", i, named)).ToList();
            for (var i = 0; i < items.Count; i++)
                Walk(items[i], $"{pointer}/{Text(i)}", $"{identity}/{Unique(keys, i)}", named, found);
        }
        else
            found[pointer] = identity;
    }

    private static string KeyOf(JsonElement item, string pointer, int index, IReadOnlyDictionary<string, string?> named)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return Text(index);
        if (item.TryGetProperty("year", out var year))
            return year.GetRawText();
        foreach (var name in Names)
        {
            if (!item.TryGetProperty(name, out var written))
                continue;
            var value = named.TryGetValue($"{pointer}/{name}", out var given) ? given : written.GetString();
            if (!string.IsNullOrWhiteSpace(value))
                return Folding.Squeeze(Folding.FoldNumeric(value)).ToUpperInvariant();
        }
        return string.Join('\n', Leaves(item, "").Order(StringComparer.Ordinal));
    }

    /// <summary>Whatever the order in which a database gives the fields back.</summary>
    private static IEnumerable<string> Leaves(JsonElement at, string path) =>
        at.ValueKind switch
        {
            JsonValueKind.Object => at.EnumerateObject()
                .Where(property => property.Name != "no")
                .SelectMany(property => Leaves(property.Value, $"{path}/{property.Name}")),
            JsonValueKind.Array => at.EnumerateArray().SelectMany((item, i) => Leaves(item, $"{path}/{Text(i)}")),
            _ => [$"{path}={at}"],
        };

    /// <summary>Twins are told apart by their order, and only while there are as many of them.</summary>
    private static string Unique(List<string> keys, int index)
    {
        var twins = keys.Count(key => key == keys[index]);
        return twins == 1
            ? keys[index]
            : $"{keys[index]}#{Text(keys.Take(index).Count(key => key == keys[index]))}/{Text(twins)}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
