using System.Globalization;
using System.Text.Json;
using Shirube.Documents.Stored;

namespace Shirube.Approvals;

/// <summary>新旧: how the content of one approved version differs from another's.</summary>
internal static class DocumentDifferences
{
    private static readonly Dictionary<string, string?> Nothing = [];

    public static IEnumerable<Difference> Between(byte[] before, byte[] after)
    {
        using var old = JsonDocument.Parse(before);
        using var now = JsonDocument.Parse(after);
        using var earlier = new Transcript(old.RootElement.GetProperty("reading").GetRawText());
        using var next = new Transcript(now.RootElement.GetProperty("reading").GetRawText());
        return
        [
            .. new ValueChanges(earlier, Nothing, next, Nothing).All().Select(Of),
            .. Choices(old, now, earlier, next),
            .. Chapters(earlier, next),
        ];
    }

    private static Difference Of(ValueChange change) =>
        new(
            change.Pointer,
            change.Item,
            change.Year?.Year,
            change.Kind == ValueChangeKind.ItemGone ? change.Item ?? "●" : Written(change.Before),
            change.Kind == ValueChangeKind.ItemNew ? change.Item ?? "●" : Written(change.Now)
        );

    private static string? Written(HeldValue held) => held.Value ?? held.State;

    /// <summary>Of indicators that are the same, wherever they stand, and of added ones.</summary>
    private static IEnumerable<Difference> Choices(
        JsonDocument old,
        JsonDocument now,
        Transcript earlier,
        Transcript next
    )
    {
        var places = IndicatorsOf(earlier).ToDictionary(one => one.Identity, one => one.Place);
        var before = old.RootElement.GetProperty("chosen").EnumerateArray().ToList();
        var after = now.RootElement.GetProperty("chosen").EnumerateArray().ToList();
        foreach (var (identity, at) in IndicatorsOf(next).Where(one => one.Place < after.Count))
        foreach (var field in (string[])["targetBasis", "direction"])
        {
            var was =
                places.TryGetValue(identity, out var place) && place < before.Count
                    ? before[place].GetProperty(field).GetString()
                    : null;
            var holds = after[at].GetProperty(field).GetString();
            var pointer = string.Create(CultureInfo.InvariantCulture, $"/indicators/{at}/{field}");
            if (was != holds)
                yield return new(pointer, next.ItemAround(pointer), null, was, holds);
        }
    }

    private static IEnumerable<(string Identity, int Place)> IndicatorsOf(Transcript reading) =>
        from place in ValueIdentity.Of(reading, Nothing)
        let steps = place.Key.Split('/')
        where steps is ["", "indicators", _, "name"]
        select (place.Value, int.Parse(steps[2], CultureInfo.InvariantCulture));

    private static IEnumerable<Difference> Chapters(Transcript earlier, Transcript next)
    {
        var before = ChaptersOf(earlier);
        var after = ChaptersOf(next);
        foreach (var (key, chapter) in after)
            if (!before.TryGetValue(key, out var was))
                yield return new(chapter.Pointer, key.Heading, null, null, TextExcerpt.Of(chapter.Text));
            else if (was.Text != chapter.Text)
            {
                var (old, changed) = TextExcerpt.Around(was.Text, chapter.Text);
                yield return new(chapter.Pointer, key.Heading, null, old, changed);
            }
        foreach (var (key, chapter) in before.Where(chapter => !after.ContainsKey(chapter.Key)))
            yield return new(chapter.Pointer, key.Heading, null, TextExcerpt.Of(chapter.Text), null);
    }

    /// <summary>By number and title, and which it is of those that share them.</summary>
    private static Dictionary<(string Heading, int Nth), (string Pointer, string Text)> ChaptersOf(Transcript reading)
    {
        var found = new Dictionary<(string Heading, int Nth), (string, string)>();
        for (var at = 0; at < reading.CountAt("/chapters"); at++)
        {
            var pointer = string.Create(CultureInfo.InvariantCulture, $"/chapters/{at}");
            var heading = $"{reading.ValueAt(pointer + "/number")} {reading.ValueAt(pointer + "/title")}".Trim();
            var nth = found.Keys.Count(key => key.Heading == heading);
            found.Add((heading, nth), (pointer + "/text", reading.ValueAt(pointer + "/text") ?? ""));
        }
        return found;
    }
}
