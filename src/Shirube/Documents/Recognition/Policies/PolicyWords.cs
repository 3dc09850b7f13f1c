using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Policies;

/// <summary>What governments call the levels of a policy tree, from top to leaf, and how they number them.</summary>
internal static partial class PolicyWords
{
    private const string Numeral =
        @"[Ⅰ-Ⅻⅰ-ⅻ]|[0-9０-９]{1,2}(?:[-－‐ー–.．][0-9０-９]{1,2}){0,2}(?![0-9０-９つ年月日件人本％%か次])|[①-⑳]|[一二三四五六七八九十]{1,2}(?=[\s：:．.、】》]|$)|[IVX]{1,4}(?![A-Za-z])";

    /// <summary>1 for 基本目標 and its like, 2 for 基本施策, 3 for 施策 and 取組, 4 for 事業; 0 for any other word.</summary>
    public static int RankOf(string word) =>
        word switch
        {
            _ when Leaf().IsMatch(word) => 4,
            _ when Third().IsMatch(word) => 3,
            _ when Second().IsMatch(word) => 2,
            _ when Top().IsMatch(word) => 1,
            _ => 0,
        };

    /// <summary>基本方針Ⅰ 産業構造の転換 / 施策１：稼ぐ力の向上 / 施策1-2 …; the name may be missing.</summary>
    [GeneratedRegex(
        @"^\s*[【《〈［\[■◆●○◎▼▶・]?\s*第?(?<word>(?:基本|政策|重点|主要|個別|具体的な?|主な)?(?:方針|目標|政策|施策|戦略|柱|取り?組み?|理念|プロジェクト|分野|事業)(?:の柱|の方向性?)?)\s?(?<no>"
            + Numeral
            + @")(?:章|節)?[】》〉］\]]?(?:\s*[：:．.]\s*|\s+|(?=[\p{L}「『])|$)(?<name>.*?)\s*$",
        RegexOptions.CultureInvariant
    )]
    public static partial Regex Labelled();

    /// <summary>Several labels side by side: 基本方針Ⅰ 基本方針Ⅱ 基本方針Ⅲ.</summary>
    [GeneratedRegex(
        @"(?<word>(?:基本|政策|重点)?(?:方針|目標|政策|戦略|柱))\s?(?<no>" + Numeral + @")(?=\s|$)",
        RegexOptions.CultureInvariant
    )]
    public static partial Regex Labels();

    /// <summary>A Roman numeral alone in its line.</summary>
    [GeneratedRegex(@"^\s*(?<no>[Ⅰ-Ⅻ])\s*$", RegexOptions.CultureInvariant)]
    public static partial Regex RomanAlone();

    /// <summary>A label's word without its number, which slides set in a box of its own.</summary>
    [GeneratedRegex(
        @"^\s*(?:基本方針|基本目標|政策目標|基本政策|政策|基本戦略|方向性|施策|主要施策|取組)(?:\s+(?:方向性|施策|取組|主要施策))*\s*$"
    )]
    public static partial Regex WordAlone();

    /// <summary>A level's word that ran together with the name behind it.</summary>
    [GeneratedRegex(@"^(?:基本方針|基本目標|政策目標|基本政策|基本戦略)(?=\p{L})")]
    public static partial Regex WordBefore();

    /// <summary>Lines that begin something of their own and never continue a name.</summary>
    [GeneratedRegex(
        @"^\s*(?:[•‣▪◦\uE000-\uF8FF➢✓◆◇■□●○◎・▶▼▲※＊*→⇒\-－【《]|[(（][0-9０-９]+[)）]|[①-⑳]|[ア-ン][\s．.、)）]|[a-zａ-ｚ][)）.．]|[0-9０-９]+[.．]|[0-9０-９]+\s*$|第[0-9０-９一二三四五六七八九十]+[章節])"
    )]
    public static partial Regex Opening();

    /// <summary>An ending that cannot close a name: a particle, a comma, a middle dot.</summary>
    [GeneratedRegex(@"(?:[のとやをがは、，・]|から|より|及び|および|による|に向けた|する|した)$")]
    public static partial Regex Unfinished();

    /// <summary>An ending with which no name was ever meant to end.</summary>
    [GeneratedRegex(@"(?:[のとや、，・]|及び|および|による|に向けた)$")]
    public static partial Regex CutOff();

    [GeneratedRegex(@"^事業$|プロジェクト$")]
    private static partial Regex Leaf();

    [GeneratedRegex(@"^(?:個別|具体的な?|主な)?(?:施策|取り?組み?)$")]
    private static partial Regex Third();

    [GeneratedRegex(@"^(?:基本|主要|重点|政策)施策$|^施策の(?:方向性?|柱)$|^(?:基本|主要|重点)取り?組み?$")]
    private static partial Regex Second();

    [GeneratedRegex(@"方針|目標|政策|戦略|柱|分野|^方向性$")]
    private static partial Regex Top();
}
