namespace Shirube.Documents.Text;

/// <summary>桁の語: 万, 億, 千 … behind a number, alone (1.3万) or before a unit (16万台).</summary>
public static class Magnitude
{
    private static readonly (string Word, decimal Factor)[] Words =
    [
        ("千億", 100_000_000_000m),
        ("百億", 10_000_000_000m),
        ("千万", 10_000_000m),
        ("百万", 1_000_000m),
        ("十万", 100_000m),
        ("兆", 1_000_000_000_000m),
        ("億", 100_000_000m),
        ("万", 10_000m),
        ("千", 1_000m),
        ("百", 100m),
    ];

    /// <summary>The factor and the bare unit: 10,000 and 台 for 万台, 1 and 台 for 台.</summary>
    public static (decimal Factor, string Unit) Of(string unit)
    {
        foreach (var (word, factor) in Words)
        {
            if (unit.StartsWith(word, StringComparison.Ordinal))
                return (factor, unit[word.Length..]);
        }
        return (1m, unit);
    }

    /// <summary>
    /// A number whose cell prints a magnitude, in the unit that its column declares: 16 万台 under 台 is 160,000, under
    /// 万台 it is 16 as printed. <paramref name="isWorkedOut"/> says whether it was multiplied.
    /// </summary>
    /// <param name="own">The unit printed behind the number, folded, or null.</param>
    /// <param name="declared">The unit of the column or KPI, or null where none is printed.</param>
    /// <returns>Null when the two do not tell how many are meant.</returns>
    public static decimal? Scale(decimal value, string? own, string? declared, out bool isWorkedOut)
    {
        isWorkedOut = false;
        if (own is null || Of(own) is not (not 1m, _) magnitude)
            return value;
        var unit = declared is null ? null : Folding.Squeeze(declared);
        if (unit == own || (unit is null && magnitude.Unit.Length > 0))
            return value;
        if (unit is not null && (Of(unit).Factor != 1m || (magnitude.Unit.Length > 0 && magnitude.Unit != unit)))
            return null;
        isWorkedOut = true;
        // 1.234万 is 12340, not 12340.000: the places of the fraction are used up.
        return value * magnitude.Factor / 1.0000000000000000000000000000m;
    }
}
