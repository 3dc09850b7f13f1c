using Shirube.Governments;

namespace Shirube.Search;

/// <summary>
/// What the index holds of a folded text: every character and every pair of neighbours (UTF-16 units), each as one
/// number. The first unit is the upper half; below U+0020 no unit stands in a folded text, and there stand the
/// government and the kind.
/// </summary>
public static class SearchKeys
{
    private const int Reserved = 0x1_0000;
    private const int Kinds = 1_000_000;

    /// <summary>Distinct and in order.</summary>
    public static int[] Of(string folded)
    {
        var keys = new int[folded.Length * 2];
        for (var i = 0; i < folded.Length; i++)
        {
            keys[2 * i] = folded[i] << 16;
            keys[(2 * i) + 1] = i + 1 < folded.Length ? (folded[i] << 16) | folded[i + 1] : folded[i] << 16;
        }
        return Distinct(keys);
    }

    /// <summary>The pairs alone, or the character alone of a text of one: what a text that holds it must have.</summary>
    public static int[] Asked(string folded) =>
        folded.Length == 1 ? [folded[0] << 16] : Distinct([.. folded.Zip(folded.Skip(1), Pair)]);

    /// <summary>0014_search.sql works it out alike.</summary>
    public static int Of(GovernmentCode government) =>
        Reserved + int.Parse(government.Value, System.Globalization.CultureInfo.InvariantCulture);

    public static int Of(SearchKind kind) => Reserved + Kinds + (int)kind;

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
