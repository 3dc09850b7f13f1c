using Shirube.Governments;

namespace Shirube.Search;

/// <summary>
/// What the index holds of a folded text: every character, every pair of neighbours (UTF-16 units), and of half of the
/// runs of three (by their hash), each as one number. The first unit is the upper half; below U+0020 no unit stands in a folded text: there
/// stand the government and the kind, and in the lower half what runs of three are hashed to. The pairs of a phrase of
/// common words stand in many texts, its runs of three where the words meet in few.
/// </summary>
public static class SearchKeys
{
    private const int Reserved = 0x1_0000;
    private const int Kinds = 1_000_000;

    /// <summary>No folded text holds a lower unit; 0 in the lower half means a character alone.</summary>
    private const int FirstUnit = 0x20;
    private const uint Below = FirstUnit - 1;
    private const uint Buckets = (0x1_0000 - FirstUnit) * Below;

    /// <summary>Distinct and in order.</summary>
    public static int[] Of(string folded)
    {
        var keys = new List<int>(folded.Length * 3);
        for (var i = 0; i < folded.Length; i++)
        {
            keys.Add(folded[i] << 16);
            if (i + 1 < folded.Length)
                keys.Add(Pair(folded[i], folded[i + 1]));
            if (Three(folded, i) is { } three)
                keys.Add(three);
        }
        return Distinct([.. keys]);
    }

    /// <summary>What a text that holds this one must have: runs of three, and the pairs that stand in none of them.</summary>
    public static int[] Asked(string folded)
    {
        if (folded.Length == 1)
            return [folded[0] << 16];
        var keys = new List<int>(folded.Length);
        var covered = -1;
        for (var i = 0; i + 1 < folded.Length; i++)
        {
            if (Three(folded, i) is { } three)
            {
                keys.Add(three);
                covered = i + 1;
            }
            else if (i > covered)
                keys.Add(Pair(folded[i], folded[i + 1]));
        }
        return Distinct([.. keys]);
    }

    /// <summary>The pairs alone: what two names have in common.</summary>
    public static int[] Pairs(string folded) =>
        folded.Length == 1 ? [folded[0] << 16] : Distinct([.. folded.Zip(folded.Skip(1), Pair)]);

    /// <summary>0014_search.sql works it out alike.</summary>
    public static int Of(GovernmentCode government) =>
        Reserved + int.Parse(government.Value, System.Globalization.CultureInfo.InvariantCulture);

    public static int Of(SearchKind kind) => Reserved + Kinds + (int)kind;

    /// <summary>Of the run that begins there; null for the half of all runs that is left out, and at the end.</summary>
    private static int? Three(string folded, int at)
    {
        if (at + 2 >= folded.Length)
            return null;
        var hash = (((ulong)folded[at] << 32) | ((ulong)folded[at + 1] << 16) | folded[at + 2]) * 0x9E37_79B9_7F4A_7C15;
        var bucket = (uint)(hash >> 33) % Buckets;
        return (hash >> 32 & 1) == 0 ? ((FirstUnit + (int)(bucket / Below)) << 16) | (1 + (int)(bucket % Below)) : null;
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
