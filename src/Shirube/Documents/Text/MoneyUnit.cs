namespace Shirube.Documents.Text;

/// <summary>金額の単位: the units in which documents print money, and the yen behind each.</summary>
public static class MoneyUnit
{
    public const string Thousand = "千円";

    /// <summary>Every unit, for a pattern that is matched against folded text; the longer ones first.</summary>
    public const string Pattern = "百万円|千万円|十万円|億円|万円|千円|円";

    private static readonly (string Name, decimal Yen)[] Units =
    [
        ("百万円", 1_000_000m),
        ("千万円", 10_000_000m),
        ("十万円", 100_000m),
        ("億円", 100_000_000m),
        ("万円", 10_000m),
        (Thousand, 1_000m),
        ("円", 1m),
    ];

    /// <summary>1 for 円, 1,000 for 千円, 100,000,000 for 億円 …; null for a unit that is not money.</summary>
    public static decimal? YenPer(string unit)
    {
        var folded = Folding.Squeeze(unit);
        foreach (var (name, yen) in Units)
        {
            if (name == folded)
                return yen;
        }
        return null;
    }

    /// <summary>The unit that begins at a place: its 円 may be left out from 万 up, as in 12億3,400万円.</summary>
    /// <param name="at">Moves behind the unit; stays where there is none.</param>
    public static decimal? Take(string text, ref int at)
    {
        foreach (var (name, yen) in Units)
        {
            var word = yen >= 10_000m ? name[..^1] : name;
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
                continue;
            at += word.Length;
            if (word.Length < name.Length && at < text.Length && text[at] == '円')
                at++;
            return yen;
        }
        return null;
    }
}
