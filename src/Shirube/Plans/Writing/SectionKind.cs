namespace Shirube.Plans.Writing;

/// <summary>What a section of a plan asks for.</summary>
public enum SectionKind
{
    /// <summary>Only holds other sections.</summary>
    Heading,

    /// <summary>Paragraphs.</summary>
    Text,

    /// <summary>One line: a name.</summary>
    Line,

    /// <summary>作成主体</summary>
    Authors,

    /// <summary>総事業費, in yen.</summary>
    Cost,

    /// <summary>事業実施期間, from a day to a day.</summary>
    ProjectPeriod,

    /// <summary>計画期間: from the certification or a day, to a day.</summary>
    PlanPeriod,

    /// <summary>評価の方法、時期及び体制, for each author.</summary>
    Review,

    /// <summary>数値目標: the KPI table.</summary>
    Indicators,

    /// <summary>施策体系: the policy tree.</summary>
    PolicyTree,

    /// <summary>工程表</summary>
    Schedule,

    /// <summary>財源計画</summary>
    Funding,

    /// <summary>What the form only repeats, «2に同じ。»: Shirube writes it.</summary>
    Repeat,
}
