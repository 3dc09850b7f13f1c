using System.Globalization;
using Shirube.Approvals;
using Shirube.Calendar;
using Shirube.Documents;

namespace Shirube.Plans.Writing;

/// <summary>How single values and numbered parts of a plan differ.</summary>
internal static class PartDifferences
{
    /// <summary>None where both say the same; a blank text is no value.</summary>
    public static IEnumerable<Difference> Value(
        string place,
        string? item,
        string? before,
        string? after,
        FiscalYear? year = null
    ) => before == after ? [] : [new Difference(place, item, year?.Year, OrNull(before), OrNull(after))];

    /// <summary>Of long texts, from a little before where they part.</summary>
    public static IEnumerable<Difference> Text(string place, string? item, string before, string after)
    {
        if (before == after)
            return [];
        var excerpt = TextExcerpt.Around(before, after);
        return [new Difference(place, item, null, OrNull(excerpt.Before), OrNull(excerpt.After))];
    }

    /// <summary>Of numbers that are only written differently, as they are written.</summary>
    public static IEnumerable<Difference> Number(
        string place,
        string? item,
        decimal? before,
        decimal? after,
        FiscalYear? year = null
    ) =>
        before is { } old && before == after
            ? Value(place, item, AsWritten(old), AsWritten(after!.Value), year)
            : Value(place, item, Written(before), Written(after), year);

    /// <summary>Behind what people call a part its number, where it has no name of its own.</summary>
    public static string Named(string? name, int number) => string.IsNullOrEmpty(name) ? Numbered(number) : name;

    public static string Numbered(int number) => string.Create(CultureInfo.InvariantCulture, $"#{number}");

    /// <summary>Brackets say that the text is meant, not what it says.</summary>
    public static string Quoted(string text) => $"「{text}」";

    /// <summary>
    /// Parts that a plan numbers: which came, with all that they hold; which went; what changed; and whether those that
    /// stayed stand in another order.
    /// </summary>
    public static IEnumerable<Difference> Of<T>(
        string place,
        IReadOnlyList<T> old,
        IReadOnlyList<T> now,
        Func<T, int> number,
        Func<T, string> name,
        Func<string, T?, T, IEnumerable<Difference>> fields
    )
        where T : class =>
        Parts(place, old, now, number, name, fields).Concat(Order(place, null, old, now, number, name));

    /// <summary>As <see cref="Of"/>, whatever their order.</summary>
    /// <param name="fields">Of a part's place, the part as it was, null for a new one, and as it is.</param>
    public static IEnumerable<Difference> Parts<T>(
        string place,
        IReadOnlyList<T> old,
        IReadOnlyList<T> now,
        Func<T, int> number,
        Func<T, string> name,
        Func<string, T?, T, IEnumerable<Difference>> fields
    )
        where T : class
    {
        var before = old.ToDictionary(number);
        foreach (var part in now)
        {
            var at = PlaceOf(part);
            if (!before.Remove(number(part), out var was))
                yield return new Difference(at, NameOf(part), null, null, NameOf(part));
            foreach (var difference in fields(at, was, part))
                yield return difference;
        }
        foreach (var gone in before.Values)
            yield return new Difference(PlaceOf(gone), NameOf(gone), null, NameOf(gone), null);

        string PlaceOf(T part) => string.Create(CultureInfo.InvariantCulture, $"{place}/{number(part)}");
        string NameOf(T part) => Named(name(part), number(part));
    }

    /// <summary>One difference where parts that both have do not follow one another alike.</summary>
    public static IEnumerable<Difference> Order<T>(
        string place,
        string? item,
        IEnumerable<T> old,
        IEnumerable<T> now,
        Func<T, int> number,
        Func<T, string> name
    )
    {
        var kept = old.Select(number).Intersect(now.Select(number)).ToHashSet();
        var before = old.Where(part => kept.Contains(number(part))).ToList();
        var after = now.Where(part => kept.Contains(number(part))).ToList();
        if (before.Select(number).SequenceEqual(after.Select(number)))
            return [];
        // Names that stand more than once do not say which of them moved.
        var isNamed = after.Select(name).Distinct().Count() == after.Count;
        return [new Difference(place + "/order", item, null, Joined(before), Joined(after))];

        string Joined(IEnumerable<T> parts) =>
            string.Join(
                "、",
                parts.Select(part => isNamed ? name(part) : Named(name(part), 0) + Numbered(number(part)))
            );
    }

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? Written(decimal? number) => number is { } value ? ContractValue.Number(value) : null;

    private static string AsWritten(decimal number) => Quoted(number.ToString(CultureInfo.InvariantCulture));
}
