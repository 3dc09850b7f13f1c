using System.Text.Json.Nodes;
using Shirube.Indicators;
using Shirube.Plans.Writing;

namespace Shirube.Tests.Plans.Writing;

/// <summary>
/// One change of one part of a plan: each text, number, word and day another, each field that may be blank blanked, each
/// part taken away, doubled under a number of its own, and put behind its neighbour. Worked on the canonical form, so that
/// no field can be left out.
/// </summary>
internal sealed record PlanMutation(string Name, PlanContent Content)
{
    private static readonly string[] Nullable =
    [
        "code",
        "basis",
        "direction",
        "rangeLow",
        "rangeHigh",
        "baselineYear",
        "value",
        "state",
        "parent",
        "weight",
        "address",
    ];

    /// <summary>Their order is that of their keys.</summary>
    private static readonly string[] Keyed = ["targets", "funding", "privateShares"];

    private static readonly Dictionary<string, Type> Words = new()
    {
        ["form"] = typeof(PlanForm),
        ["basis"] = typeof(TargetBasis),
        ["direction"] = typeof(Direction),
        ["state"] = typeof(FigureState),
        ["relation"] = typeof(PlanRelation),
        ["source"] = typeof(FundingSource),
    };

    public static IReadOnlyList<PlanMutation> All(PlanContent plan) =>
        [.. Of(Stated(plan)).Select(one => new PlanMutation(one.Name, Read(one.Root)))];

    /// <summary>Without the lists that are worked out from the rest.</summary>
    private static JsonObject Stated(PlanContent plan)
    {
        var root = JsonNode.Parse(PlanContentJson.Write(plan))!.AsObject();
        foreach (var field in typeof(PlanContent).GetProperties().Where(field => !field.CanWrite))
            root.Remove(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field.Name));
        return root;
    }

    /// <summary>Each with the whole plan; the tree is put right again behind it, what is inside a list before the list.</summary>
    private static IEnumerable<(string Name, JsonNode Root)> Of(JsonNode root)
    {
        foreach (var node in Below(root).Reverse().ToList())
        {
            var path = node.GetPath();
            if (node is JsonValue value && node.Parent is JsonObject of)
            {
                var key = node.GetPropertyName();
                foreach (var other in Others(root, key, value))
                {
                    of[key] = other;
                    yield return ($"{path} = {other.ToJsonString()}", root);
                }
                of[key] = value;
                if (!Nullable.Contains(key) && !path.StartsWith("$.passages", StringComparison.Ordinal))
                    continue;
                of.Remove(key);
                yield return ($"{path} blank", root);
                of[key] = value;
            }
            else if (node is JsonValue text && node.Parent is JsonArray names)
            {
                var at = node.GetElementIndex();
                names[at] = text.GetValue<string>() + "改";
                yield return ($"{path} renamed", root);
                names[at] = text;
            }
            else if (node is JsonArray list)
                foreach (var name in Lists(root, list))
                    yield return ($"{path} {name}", root);
        }
    }

    private static IEnumerable<string> Lists(JsonNode root, JsonArray list)
    {
        var parts = list.Select(part => part!.DeepClone()).ToList();
        for (var at = 0; at < parts.Count; at++)
        {
            Fill(parts.Where((_, other) => other != at));
            yield return $"without {at}";
            Fill([.. parts, Doubled(parts[at])]);
            yield return $"with {at} twice";
            var next = parts.FindIndex(at + 1, part => $"{part.AsParent()}" == $"{parts[at].AsParent()}");
            if (next > 0 && !Keyed.Contains(list.GetPropertyName()))
            {
                Fill(
                    parts.Select(
                        (part, other) =>
                            other == at ? parts[next]
                            : other == next ? parts[at]
                            : part
                    )
                );
                yield return $"with {at} behind {next}";
            }
        }
        Fill(parts);

        void Fill(IEnumerable<JsonNode> with)
        {
            list.Clear();
            foreach (var part in with)
                list.Add(part.DeepClone());
        }
    }

    private static JsonNode Doubled(JsonNode part)
    {
        var twice = part.DeepClone();
        foreach (var key in (string[])["number", "indicator", "year", "nthYear"])
            if (twice is JsonObject of && of[key] is { } number)
                of[key] = number.GetValue<int>() + 900;
        return twice;
    }

    private static IEnumerable<JsonNode> Others(JsonNode root, string key, JsonValue value)
    {
        if (value.GetValueKind() == System.Text.Json.JsonValueKind.Number)
        {
            var number = value.GetValue<decimal>();
            var isWhole = key is "number" or "parent" or "year" or "nthYear" or "indicator" or "baselineYear";
            yield return isWhole ? (int)number + (key == "parent" ? 3 : 900) : number + 1.25m;
            if (!isWhole)
                yield return JsonNode.Parse(number + (number % 1 == 0 ? ".000" : "000"))!;
            yield break;
        }
        var text = value.GetValue<string>();
        if (Words.TryGetValue(key, out var type))
            foreach (var word in Enum.GetNames(type))
            {
                var other = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(word);
                if (other != text)
                    yield return other;
            }
        else if (key is "from" or "to")
            yield return DateOnly.Parse(text, null).AddMonths(1).ToString("yyyy-MM-dd", null);
        else if (key == "code")
            yield return text == "102032" ? "102041" : "102032";
        else
            yield return text + "改";
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) =>
        node switch
        {
            JsonObject of => of.Select(property => property.Value!).SelectMany(Below).Prepend(node),
            JsonArray list => list.SelectMany(part => Below(part!)).Prepend(node),
            _ => [node],
        };

    private static PlanContent Read(JsonNode root) =>
        PlanContentJson.Read(System.Text.Encoding.UTF8.GetBytes(root.ToJsonString()));
}

file static class Parts
{
    /// <summary>Of an item of the tree: what it hangs under.</summary>
    public static JsonNode? AsParent(this JsonNode part) => part is JsonObject of ? of["parent"] : null;
}
