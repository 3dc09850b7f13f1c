namespace Shirube.Plans.Writing;

public enum PlanRelation
{
    /// <summary>上位計画</summary>
    Above,

    /// <summary>関連計画</summary>
    Beside,

    /// <summary>下位計画</summary>
    Below,

    /// <summary>根拠条例</summary>
    Ordinance,
}
