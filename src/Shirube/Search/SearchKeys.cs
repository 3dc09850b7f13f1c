using Shirube.Governments;

namespace Shirube.Search;

/// <summary>
/// What the index holds of a folded text, each as one number: every character, every pair of neighbours (UTF-16 units)
/// and every run of four. The first unit is the upper half; below U+0020 no unit stands in a folded text: there stand
/// the government and the kind, and in the lower half what runs are hashed to. The pairs of a phrase of common words
/// stand in many texts, its runs where the words meet in few.
/// </summary>
public static class SearchKeys
{
    private const int Reserved = 0x1_0000;
    private const int Kinds = 1_000_000;

    /// <summary>No folded text holds a lower unit; 0 in the lower half means a character alone.</summary>
    private const int FirstUnit = 0x20;
    private const uint Below = FirstUnit - 1;
    private const uint Buckets = (0x1_0000 - FirstUnit) * Below;

    private const int RunLength = 4;

    /// <summary>Distinct and in order.</summary>
    public static int[] Of(string folded) =>
        Distinct([.. folded.Select(unit => unit << 16), .. folded.Zip(folded.Skip(1), Pair), .. Runs(folded)]);

    /// <summary>What a text that holds this one must have: its runs of four, where it is shorter its pairs.</summary>
    public static int[] Asked(string folded) => folded.Length < RunLength ? Pairs(folded) : Distinct([.. Runs(folded)]);

    /// <summary>The pairs alone: what two names have in common.</summary>
    public static int[] Pairs(string folded) =>
        folded.Length == 1 ? [folded[0] << 16] : Distinct([.. folded.Zip(folded.Skip(1), Pair)]);

    /// <summary>0014_search.sql works it out alike.</summary>
    public static int Of(GovernmentCode government) =>
        Reserved + int.Parse(government.Value, System.Globalization.CultureInfo.InvariantCulture);

    public static int Of(SearchKind kind) => Reserved + Kinds + (int)kind;

    private static IEnumerable<int> Runs(string folded)
    {
        var units = 0UL;
        for (var at = 0; at < folded.Length; at++)
        {
            units = (units << 16) | folded[at];
            if (at + 1 >= RunLength)
                yield return Run(units);
        }
    }

    private static int Run(ulong units)
    {
        var bucket = (uint)Mixed(units) % Buckets;
        return ((FirstUnit + (int)(bucket / Below)) << 16) | (1 + (int)(bucket % Below));
    }

    /// <summary>Every bit of the result hangs on every bit; it is stored, so it never changes.</summary>
    private static ulong Mixed(ulong units)
    {
        units = (units ^ (units >> 32)) * 0x9E37_79B9_7F4A_7C15;
        units = (units ^ (units >> 29)) * 0xBF58_476D_1CE4_E5B9;
        return units ^ (units >> 32);
    }

    private static int Pair(char first, char second) => (first << 16) | second;

    private static int[] Distinct(int[] keys)
    {
        Array.Sort(keys);
        var count = 0;
        foreach (var key in keys)
        {
            if (count == 0 || keys[count - 1] != key)
                keys[count++] = key;
        }
        return keys[..count];
    }
}
