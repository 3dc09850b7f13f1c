using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Checks;

/// <summary>Yearly parts of a total cost that stand close behind it: 令和6年度 12,000千円 and so on.</summary>
internal static partial class CostParts
{
    private const int LinesBehindTheTotal = 20;

    /// <summary>The sum of the parts in yen; null when fewer than two stand there or their unit is not printed.</summary>
    public static decimal? SumAround(SourceDocument document, Read<decimal> total)
    {
        var parts = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var first = total.Evidence.At.Line;
        foreach (var line in document.Lines.Skip(first - 1).Take(LinesBehindTheTotal))
        {
            foreach (Match match in Part().Matches(Folding.Fold(line.Text)))
            {
                var amount = decimal.Parse(
                    match.Groups["amount"].Value.Replace(",", "", StringComparison.Ordinal),
                    CultureInfo.InvariantCulture
                );
                var scale = match.Groups["unit"].Value switch
                {
                    "千円" => 1_000m,
                    "百万円" => 1_000_000m,
                    "万円" => 10_000m,
                    _ => 1m,
                };
                // The same year twice means that the amounts are parts of something else.
                if (!parts.TryAdd(match.Groups["year"].Value, amount * scale))
                    return null;
            }
        }
        return parts.Count < 2 ? null : parts.Values.Sum();
    }

    [GeneratedRegex(
        @"(?<year>(?:令和|平成|R|H)\s?(?:\d{1,2}|元)\s?年度|20\d{2}\s?年度)\s?[::]?\s{0,4}(?<amount>\d{1,3}(?:,\d{3})+|\d{1,15})\s?(?<unit>千円|百万円|万円|円)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Part();
}
