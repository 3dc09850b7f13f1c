using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>Yen behind the units in which sheets print money.</summary>
internal static class Money
{
    /// <summary>1 for 円, 1,000 for 千円, 1,000,000 for 百万円 …; null for a unit that is not money.</summary>
    public static decimal? YenPer(string unit) =>
        Folding.Squeeze(unit) switch
        {
            "円" => 1m,
            "千円" => 1_000m,
            "万円" => 10_000m,
            "十万円" => 100_000m,
            "百万円" => 1_000_000m,
            "千万円" => 10_000_000m,
            "億円" => 100_000_000m,
            _ => null,
        };
}
