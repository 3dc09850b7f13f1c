using Shirube.Documents.Text;
using Shirube.Indicators;

namespace Shirube.Documents;

/// <summary>How documents say what the figures of a KPI mean, for whoever writes one and whoever reads it.</summary>
internal static class MeaningWord
{
    private static readonly (TargetBasis Basis, string Word)[] Bases =
    [
        (TargetBasis.AnnualFlow, "1年ごとの数"),
        (TargetBasis.IncrementOverBaseline, "基準値に積み上げる増加分"),
        (TargetBasis.Level, "その年度の水準"),
        (TargetBasis.Cumulative, "はじめからの累計"),
    ];

    private static readonly (Direction Direction, string Word)[] Directions =
    [
        (Direction.Higher, "高いほど良い"),
        (Direction.Lower, "低いほど良い"),
        (Direction.Range, "範囲内が良い"),
    ];

    public static string Of(TargetBasis basis) => Bases.First(one => one.Basis == basis).Word;

    public static string Of(Direction direction) => Directions.First(one => one.Direction == direction).Word;

    /// <summary>Null for other words.</summary>
    public static TargetBasis? BasisOf(string word) =>
        Bases.Where(one => one.Word == Folding.Squeeze(word)).Select(one => (TargetBasis?)one.Basis).FirstOrDefault();

    /// <summary>Null for other words.</summary>
    public static Direction? DirectionOf(string word) =>
        Directions
            .Where(one => one.Word == Folding.Squeeze(word))
            .Select(one => (Direction?)one.Direction)
            .FirstOrDefault();
}
