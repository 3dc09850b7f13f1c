namespace Shirube.Plans.Writing;

/// <summary>様式: which outline a plan is written in.</summary>
public enum PlanForm
{
    /// <summary>地域再生計画, 地方創生推進タイプ: rests on the grant; statutory chapters 1 to 7.</summary>
    A3007,

    /// <summary>地域再生計画, まち・ひと・しごと創生寄附活用事業: rests on companies' donations.</summary>
    A2007,

    /// <summary>総合計画</summary>
    Comprehensive,

    /// <summary>総合戦略</summary>
    Strategy,

    /// <summary>産業振興基本計画</summary>
    Industry,
}

public static class PlanForms
{
    /// <summary>A regional revitalisation plan: it is handed in on the form of 地域再生法施行規則, with its support measure.</summary>
    public static bool IsStatutory(this PlanForm form) => form is PlanForm.A3007 or PlanForm.A2007;
}
