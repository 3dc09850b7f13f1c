using System.Globalization;
using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>Which part of a KPI the text behind its label is, where the label says so (KPI①の名称, KPI①の単位).</summary>
internal enum LabelPart
{
    Whole,
    Name,
    Unit,
}

/// <summary>
/// The label of a KPI: K P I ①, ＫＰＩ１, KPI(1), 指標1, 重要業績評価指標①, or a bare ①.
/// </summary>
/// <param name="No">The number; null for 「指標名：」, which names one KPI without counting it.</param>
/// <param name="Rest">What stands behind the label, as written; empty for a label alone.</param>
internal sealed partial record IndicatorLabel(int? No, string Rest, LabelPart Part)
{
    public static IndicatorLabel? Parse(string text)
    {
        // A line break behind the label parts KPI4 from 年間利用者数, so the text is matched before it is joined.
        var written = text.Trim();
        if (written.Length is 0 or > 160)
            return null;
        var view = CellText.OneToOne(written);
        var match = Numbered().Match(view);
        if (match.Success)
            return new IndicatorLabel(
                NumberOf(match.Groups["no"].Value),
                Trimmed(written[(match.Index + match.Length)..]),
                match.Groups["unit"].Success ? LabelPart.Unit
                    : match.Groups["name"].Success ? LabelPart.Name
                    : LabelPart.Whole
            );
        match = Named().Match(view);
        return match.Success ? new IndicatorLabel(null, Trimmed(written[match.Length..]), LabelPart.Name) : null;
    }

    private static int? NumberOf(string text)
    {
        var sign = CellText.NumberOfSign(text[0]);
        if (sign > 0)
            return sign;
        var digits = text.AsSpan().Trim("()[] ");
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var no) && no > 0 ? no : null;
    }

    private static string Trimmed(string rest) =>
        CellText.Joined(rest).Trim(' ', '　', ':', '：', '」', '】', ']', '］', '>', '＞', '』');

    private const string Signs = "①-⑳⑴-⒇❶-❿➀-➉";

    private const string Words =
        @"(?:K ?P ?I|重要 ?業績 ?評価 ?指標|重要業績指標|成果指標|評価指標|目標指標|数値目標|指 ?標)(?: ?\( ?(?:K ?P ?I|重要業績評価指標|指標) ?\))?";

    [GeneratedRegex(
        @"^[ ■●◆◇○◎▼□・【\[［(<＜「『]*(?:"
            + Words
            + @" ?(?:No\.?|№|番号)?[-.:]?(?:(?<no>\d{1,2})(?![\d,%A-Za-z]|\.\d)| ?(?<no>["
            + Signs
            + @"]|[(\[] ?\d{1,2} ?[)\]]|\d{1,2}(?![\d,%年月日人件社回つ位世次期A-Za-z]|\.\d)))|(?<no>["
            + Signs
            + @"]))[ 】\])）］>＞」』]*(?:の?(?:(?<name>名称|指標名|名前|内容|指標|項目)|(?<unit>単位))(?=[ :]|$))?[ :.、,・)）-]*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"^[ ■●◆◇○◎▼□・【\[［(<＜「『]*(?:"
            + Words
            + @" ?名?称?(?:の名称|の内容)?|指標の?名称?)[】\]］」』]? ?[:] ?(?=.)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();
}
