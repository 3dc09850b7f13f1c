using System.Globalization;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Policies;

/// <summary>The number of a label, whatever its digits: Ⅲ, ３, ③, 三, and the parts of 1-2.</summary>
internal static class PolicyNumber
{
    private const string Kanji = "一二三四五六七八九十";

    /// <summary>The last part as a number: 2 for 1-2; 0 where it is none.</summary>
    public static int Last(string text) => Parts(text) is [.., var last] ? last : 0;

    /// <summary>The part before the last, 1 for 1-2; null for a plain number.</summary>
    public static int? Parent(string text) => Parts(text) is [.., var parent, _] ? parent : null;

    private static List<int> Parts(string text) =>
        [.. Folding.FoldNumeric(text).Split('-', '.', 'ー').Where(part => part.Length > 0).Select(One)];

    private static int One(string part)
    {
        if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        if (part.All(letter => Kanji.Contains(letter, StringComparison.Ordinal)))
            return part.Sum(letter => Kanji.IndexOf(letter, StringComparison.Ordinal) + 1);
        // NFKC spells Ⅳ as IV.
        var values = part.ToUpperInvariant().Select(Roman).ToList();
        return values.Contains(0)
            ? 0
            : values.Select((value, i) => i + 1 < values.Count && values[i + 1] > value ? -value : value).Sum();
    }

    private static int Roman(char letter) =>
        letter switch
        {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            _ => 0,
        };
}
