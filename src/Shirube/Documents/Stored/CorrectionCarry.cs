using Shirube.Documents.Text;

namespace Shirube.Documents.Stored;

/// <summary>
/// 訂正の引き継ぎ: what becomes of a version's corrections, and of the meaning that people gave its figures, in the next
/// one. A correction holds on only where the new version was read as the old one; nothing is put in silently.
/// </summary>
public static class CorrectionCarry
{
    /// <param name="corrections">Of the earlier version, in their order.</param>
    /// <returns>One for each value that stands corrected; a correction that was itself taken back is none.</returns>
    public static IReadOnlyList<CarriedCorrection> Of(
        Transcript earlier,
        IReadOnlyList<Correction> corrections,
        Transcript next
    )
    {
        if (corrections.Count == 0)
            return [];
        var last = corrections
            .GroupBy(correction => correction.Pointer)
            .Where(chain => chain.First().Before != chain.Last().After)
            .Select(chain => (Read: chain.First().Before, Correction: chain.Last()))
            .ToList();
        var places = new Places(earlier, corrections, next);
        return [.. last.Select(value => Of(value.Read, value.Correction, places, earlier, next))];
    }

    private static CarriedCorrection Of(
        string? read,
        Correction correction,
        Places places,
        Transcript earlier,
        Transcript next
    )
    {
        var item = earlier.ItemAround(correction.Pointer);
        // What figures are is said nowhere in the document; what its heading calls them is.
        if (FigureMeaning.FieldOf(correction.Pointer) is { } field)
        {
            var printed = FigureMeaning.PrintedOf(correction.Pointer);
            if (places.Of(printed) is not { } now)
                return new(CarryResult.Gone, correction, null, earlier.ValueAt(printed), null) { Item = item };
            var (before, after) = (earlier.ValueAt(printed), next.ValueAt(now));
            var pointer = now[..^FigureMeaning.Printed.Length] + field;
            return new(before == after ? CarryResult.Carried : CarryResult.Changed, correction, pointer, before, after)
            {
                Item = item,
            };
        }
        if (places.Of(correction.Pointer) is not { } place)
            return new(CarryResult.Gone, correction, null, read, null) { Item = item };
        var value = next.ValueAt(place);
        var result =
            value == correction.After ? CarryResult.Settled
            : IsSame(read, value) && next.StateAt(place) == earlier.StateAt(correction.Pointer) ? CarryResult.Carried
            : CarryResult.Changed;
        return new(result, correction, place, read, value) { Item = item };
    }

    /// <summary>Two printings of one text part in their line ends and their widths.</summary>
    internal static bool IsSame(string? before, string? now) =>
        before == now || (before is not null && now is not null && Folding.Squeeze(before) == Folding.Squeeze(now));

    /// <summary>Where a value of the earlier version stands in the next.</summary>
    private sealed class Places
    {
        private readonly Dictionary<string, string> asRead;
        private readonly Dictionary<string, string> asCorrected;
        private readonly Dictionary<string, string> next;

        public Places(Transcript earlier, IReadOnlyList<Correction> corrections, Transcript next)
        {
            var names = new Dictionary<string, string?>(StringComparer.Ordinal);
            asRead = ValueIdentity.Of(earlier, names);
            foreach (var correction in corrections)
                names[correction.Pointer] = correction.After;
            asCorrected = ValueIdentity.Of(earlier, names);
            names.Clear();
            this.next = ValueIdentity.Of(next, names).ToDictionary(place => place.Value, place => place.Key);
        }

        /// <summary>The new version may repeat the misread name, or have the right one.</summary>
        public string? Of(string pointer) =>
            asRead.TryGetValue(pointer, out var read) && next.TryGetValue(read, out var found) ? found
            : asCorrected.TryGetValue(pointer, out var corrected) && next.TryGetValue(corrected, out found) ? found
            : null;
    }
}
