using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>What a value looks like, whatever label stands before it.</summary>
internal static partial class PlanShapes
{
    /// <summary>…の全域, …の区域の一部, …市及び…町の区域.</summary>
    public static bool IsArea(string squeezed) => squeezed.Length is >= 2 and <= 200 && Area().IsMatch(squeezed);

    /// <summary>An area and nothing else: no number, mark or heading before it, nothing behind it.</summary>
    public static bool IsAreaAlone(string squeezed) => squeezed.Length <= 200 && AreaAlone().IsMatch(squeezed);

    /// <summary>ア　…, （１）…, ・…: the next item of a list, not the rest of a wrapped line.</summary>
    public static bool IsListItem(string line) =>
        line.Length > 1
        && (
            line[0] is '・' or '○' or '●' or '◯' or '※' or '【'
            || SectionNumber.Read(line, out _).Form != NumberForm.None
        );

    /// <summary>特になし, 該当なし.</summary>
    public static bool IsNothing(string squeezed) => squeezed.Length <= 12 && Nothing().IsMatch(squeezed);

    /// <summary>２に同じ, 「５－２の⑧」と同様: the value stands elsewhere. Group 1 is the chapter.</summary>
    public static string? Reference(string squeezed)
    {
        if (squeezed.Length > 40)
            return null;
        var match = SameAs().Match(squeezed);
        return match.Success ? match.Groups["to"].Value : null;
    }

    /// <summary>A name that a plan or project may bear: short, no sentence, no date, no label.</summary>
    public static bool CanBeName(string squeezed) =>
        squeezed.Length is >= 3 and <= 120
        && !squeezed.Contains('。', StringComparison.Ordinal)
        && !squeezed.Contains('\t', StringComparison.Ordinal)
        && !squeezed.EndsWith('、')
        && !IsArea(squeezed)
        && !IsNothing(squeezed)
        && Reference(squeezed) is null
        && !NoName().IsMatch(squeezed)
        && VerificationLabels.Find(squeezed) is null;

    /// <summary>A name whose last word says that it is one.</summary>
    public static bool IsNameOfPlan(string squeezed) => CanBeName(squeezed) && NameOfPlan().IsMatch(squeezed);

    [GeneratedRegex(
        @"^[^。]*(?:全域|全部|区域|一部|地区|地域|圏域)(?:\([^()]*\))*。?$|^[^。]*(?:全域|区域の一部|の一部)(?:[、,及並又との・とをでにす(]|とする|です)[^。]{0,60}。?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Area();

    [GeneratedRegex(
        @"^[一-龠々ヶケがのつぁ-んァ-ヶー]{2,20}[都道府県市区町村][^。①-⑳【】\d]*(?:全域|区域の一部|の一部)(?:\([^()]*\))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex AreaAlone();

    [GeneratedRegex(
        @"^(?:特に)?(?:該当)?(?:なし|無し|ありません|ない)。?$|^[-―－]$|^該当なし",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Nothing();

    [GeneratedRegex(
        @"^(?:上記|前記|本計画の?)?[「『]?(?<to>\d(?:[-ー－の]\d{1,2})*)[」』]?(?:の?(?:地域再生計画の)?(?:名称|作成主体(?:の名称)?|計画期間|事業の名称))?[」』]?(?:に|と)同(?:じ|様|一)。?(?:である。?)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex SameAs();

    [GeneratedRegex(
        @"^(?:\d{4}|(?:令和|平成)(?:\d{1,2}|元))年(?:度?(?:$|[~からま])|度?(?=\d)|\d{1,2}月)|^(?:令和|平成)\d{1,2}(?!年)|認定の日から|^[\d,.\-\s年月日から~まで]+$|^(?:総事業費|毎年度|目標値|実績値|単位|事業概要|事業実施主体)|\d(?:千円|円|名|人|件)$|^(?:\(?\d+\)|[アイウエオ]\b)|【[AB]\d{4}】|地域再生計画の(?:名称|作成|区域|範囲|目標)|作成主体|^の?名称|^地域再生計画(?:書|案|\(案\))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NoName();

    [GeneratedRegex(
        @"(?:事業|計画|プロジェクト|戦略|プラン|構想|プログラム|大作戦|推進|創生|創造|づくり|再生|活性化)[」』~〜\-]?(?:\([^()]{1,30}\))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NameOfPlan();
}
