namespace Shirube.Search;

/// <summary>種類: what a passage that was found is. The numbers are stored.</summary>
public enum SearchKind
{
    /// <summary>文書名</summary>
    Title = 1,

    /// <summary>KPI</summary>
    Indicator = 2,

    /// <summary>事業</summary>
    Project = 3,

    /// <summary>施策の柱・基本方針</summary>
    Policy = 4,

    /// <summary>施策</summary>
    Measure = 5,

    /// <summary>章・節: its heading or its text.</summary>
    Chapter = 6,

    /// <summary>検証の方法: who verifies a plan, when and how.</summary>
    Verification = 7,

    /// <summary>効果検証シートの記載: what was done, how it was judged, what comes next.</summary>
    SheetText = 8,

    /// <summary>外部有識者の評価・意見</summary>
    Opinion = 9,

    /// <summary>原文: what a document says beside all of these.</summary>
    Source = 10,

    /// <summary>計画案の節: of a plan that is being written.</summary>
    Section = 11,
}

internal static class SearchKinds
{
    /// <summary>In what order hits are shown: what something is called before what is said of it.</summary>
    public static int WeightOf(SearchKind kind, string place) =>
        kind switch
        {
            SearchKind.Title => 9,
            SearchKind.Indicator => 8,
            SearchKind.Project or SearchKind.Policy => 7,
            SearchKind.Measure => 6,
            SearchKind.Chapter => place.EndsWith("/title", StringComparison.Ordinal) ? 5 : 3,
            SearchKind.Opinion or SearchKind.SheetText => 4,
            SearchKind.Verification or SearchKind.Section => 3,
            _ => 1,
        };
}
