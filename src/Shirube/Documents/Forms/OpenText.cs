using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Forms;

/// <summary>
/// What stands in a place that waits to be filled: nothing, circles (○○), lines, dates without figures, or a remark in
/// brackets that says what to enter.
/// </summary>
internal static partial class OpenText
{
    private const int LongestRemark = 200;

    public static bool Is(string text)
    {
        var folded = Folding.Squeeze(text);
        return folded.Length == 0
            || Blanks().IsMatch(folded)
            || Dates().IsMatch(folded)
            || (folded.Length <= 60 && Circles().IsMatch(folded))
            || (folded.Length <= LongestRemark && Remark().IsMatch(folded));
    }

    [GeneratedRegex(@"^[○◯〇●◎△□◇×✕_＿…‥.・\-―－*＊]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    /// <summary>年 月 日から 年 月 日まで, 地域再生計画の認定の日から令和○年3月31日まで.</summary>
    [GeneratedRegex(
        @"^(?=.*[年月])(?:地域再生計画の)?(?:認定の日)?[年度月日からまで~〜\-令和平成西暦○◯〇×_＿毎()千円]*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Dates();

    /// <summary>○○県○○市, 〇〇事業: circles in place of a name.</summary>
    [GeneratedRegex(@"[○◯〇×]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Circles();

    [GeneratedRegex(
        @"^[(（※<＜\[【].*(?:記載|記入|入力|選択)(?:して(?:ください|下さい)|する|のこと|すること)?。?[)）>＞\]】]?$|^(?:ここに|クリック|テキストを入力)|タップして.*入力|Clickortap",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Remark();
}
