namespace Shirube.Plans.Writing;

/// <summary>段の名前: what the levels of a policy tree are called.</summary>
public static class TreeLevels
{
    public const int Most = 10;
    public const int NameMaxLength = 40;

    /// <summary>The signs that number the parts of the level 基本方針, from the first.</summary>
    public const string Romans = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ";

    /// <summary>Those that the plan names; else those that plans of its form usually have.</summary>
    public static IReadOnlyList<string> Of(PlanContent content) =>
        content.Levels.Count > 0 ? content.Levels : UsualOf(content.Form);

    /// <summary>From the vision down to the project, in the words of documents.</summary>
    public static IReadOnlyList<string> UsualOf(PlanForm form) =>
        form switch
        {
            PlanForm.Comprehensive => ["基本理念", "基本方針", "施策", "事業"],
            PlanForm.Strategy => ["基本目標", "基本的方向", "施策", "事業"],
            PlanForm.Industry => ["政策", "施策", "事業"],
            _ => ["基本方針", "施策", "事業"],
        };
}
