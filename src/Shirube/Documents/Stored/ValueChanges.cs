using Shirube.Calendar;

namespace Shirube.Documents.Stored;

/// <summary>What two versions of a document hold, side by side: as corrected before, as carried and typed now.</summary>
internal sealed class ValueChanges(
    Transcript earlier,
    IReadOnlyDictionary<string, string?> corrected,
    Transcript next,
    IReadOnlyDictionary<string, string?> given
)
{
    private readonly Dictionary<string, string> places = ValueIdentity
        .Of(next, given)
        .ToDictionary(place => place.Value, place => place.Key);

    /// <summary>In the order of the new reading's fields; what is gone and whole new items stand last.</summary>
    public IReadOnlyList<ValueChange> All()
    {
        var before = ValueIdentity.Of(earlier, corrected);
        PairNameless(before);
        var stays = before
            .Where(place => places.ContainsKey(place.Value))
            .Select(place => (Before: ItemOf(place.Key), Now: ItemOf(places[place.Value])))
            .ToList();
        var staysBefore = stays.Select(pair => pair.Before).ToHashSet();
        var staysNow = stays.Select(pair => pair.Now).ToHashSet();
        var known = before.Values.ToHashSet();
        var order = places
            .Values.Select((pointer, at) => (pointer, at))
            .ToDictionary(place => place.pointer, place => place.at);
        return
        [
            .. before
                .Where(place => staysBefore.Contains(ItemOf(place.Key)))
                .Select(place => Of(place.Key, places.GetValueOrDefault(place.Value)))
                .Concat(
                    places
                        .Where(place => !known.Contains(place.Key) && staysNow.Contains(ItemOf(place.Value)))
                        .Select(place => Of(null, place.Value))
                )
                .OfType<ValueChange>()
                .OrderBy(change => order.GetValueOrDefault(change.Pointer, int.MaxValue)),
            .. ItemsOf(before.Keys, staysBefore)
                .Select(item => new ValueChange(
                    ValueChangeKind.ItemGone,
                    item,
                    NameOf(earlier, corrected, item),
                    default,
                    default
                )),
            .. ItemsOf(places.Values, staysNow)
                .Select(item => new ValueChange(
                    ValueChangeKind.ItemNew,
                    item,
                    NameOf(next, given, item),
                    default,
                    default
                )),
        ];
    }

    /// <summary>An item without a name is known by all that it says; where each side has one such left, it is the same.</summary>
    private void PairNameless(Dictionary<string, string> before)
    {
        var met = before.Values.Where(places.ContainsKey).ToHashSet();
        var gone = Left(before.Keys, pointer => met.Contains(before[pointer]));
        var after = places.ToDictionary(place => place.Value, place => place.Key);
        var arisen = Left(after.Keys, pointer => met.Contains(after[pointer]));
        foreach (var list in gone.Where(list => list.Count() == 1 && arisen[list.Key].Count() == 1))
        {
            var (old, now) = (list.Single(), arisen[list.Key].Single());
            if (NameOf(earlier, corrected, old) is not null && NameOf(next, given, now) is not null)
                continue;
            var (known, own) = (PrefixOf(before, old), PrefixOf(after, now));
            foreach (var (pointer, identity) in after.Where(place => ItemOf(place.Key) == now))
            {
                places.Remove(identity);
                places[known + identity[own.Length..]] = pointer;
            }
        }
    }

    /// <summary>Items none of whose values was met, by their list.</summary>
    private static ILookup<string, string> Left(IEnumerable<string> pointers, Func<string, bool> isMet) =>
        pointers
            .Where(pointer => ItemOf(pointer).Length > 0)
            .GroupBy(ItemOf)
            .Where(item => !item.Any(isMet))
            .ToLookup(item => item.Key.Split('/')[1], item => item.Key);

    private static string PrefixOf(Dictionary<string, string> identities, string item)
    {
        var (pointer, identity) = identities.First(place =>
            ItemOf(place.Key) == item && place.Key.LastIndexOf('/') == item.Length
        );
        return identity[..^(pointer.Length - item.Length)];
    }

    private ValueChange? Of(string? before, string? now)
    {
        var pointer = now ?? before!;
        // A state is told with its figure; numbers and years only say which item it is.
        if (pointer.Split('/')[^1] is "state" or "no" or "year")
            return null;
        var (was, holds) = (Held(earlier, corrected, before), Held(next, given, now));
        if (
            was == holds
            || (was.Value is not null && CorrectionCarry.IsSame(was.Value, holds.Value) && was.State == holds.State)
        )
            return null;
        var item = now is null ? NameOf(earlier, corrected, ItemOf(before!)) : NameOf(next, given, ItemOf(now));
        return new(ValueChangeKind.Other, pointer, item, was, holds)
        {
            Year = YearOf(now is null ? earlier : next, pointer),
        };
    }

    private static FiscalYear? YearOf(Transcript reading, string pointer) =>
        FiscalYear.TryParse(reading.ValueAt(pointer[..pointer.LastIndexOf('/')] + "/year"), out var year) ? year : null;

    private static HeldValue Held(Transcript reading, IReadOnlyDictionary<string, string?> put, string? pointer) =>
        pointer is null ? default
        : put.TryGetValue(pointer, out var value) ? new(value, reading.StateAt(pointer))
        : new(reading.ValueAt(pointer), reading.StateAt(pointer));

    /// <summary>The item of the outermost list that a pointer leads into; the empty text for the whole.</summary>
    private static string ItemOf(string pointer) =>
        pointer.Split('/') is ["", var list, var index, _, ..] ? $"/{list}/{index}" : "";

    private static IEnumerable<string> ItemsOf(IEnumerable<string> pointers, HashSet<string> stays) =>
        pointers.Select(ItemOf).Distinct().Where(item => item.Length > 0 && !stays.Contains(item));

    private static string? NameOf(Transcript reading, IReadOnlyDictionary<string, string?> put, string item) =>
        item.Length == 0
            ? null
            : ((string[])["/name", "/project", "/entity"])
                .Select(field => Held(reading, put, item + field).Value)
                .FirstOrDefault(name => name is not null);
}
