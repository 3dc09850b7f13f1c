using Shirube.Plans.Writing;

namespace Shirube.Documents;

/// <summary>How documents call the relations, for whoever writes one and whoever reads it.</summary>
internal static class RelationWord
{
    /// <summary>Every word, for a pattern.</summary>
    public const string Pattern = "上位計画|下位計画|関連計画|根拠条例";

    private static readonly (PlanRelation Relation, string Word)[] Words =
    [
        (PlanRelation.Above, "上位計画"),
        (PlanRelation.Beside, "関連計画"),
        (PlanRelation.Below, "下位計画"),
        (PlanRelation.Ordinance, "根拠条例"),
    ];

    public static string Of(PlanRelation relation) => Words.First(one => one.Relation == relation).Word;

    /// <param name="word">One that the pattern has found.</param>
    public static PlanRelation RelationOf(string word) => Words.First(one => one.Word == word).Relation;
}
