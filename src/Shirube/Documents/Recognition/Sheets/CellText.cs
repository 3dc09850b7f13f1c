using System.Text;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>The words of one cell without the line breaks that its width forced.</summary>
internal static partial class CellText
{
    /// <summary>
    /// Lines trimmed and joined with nothing, or with a space between two Latin letters or digits
    /// (CREATIVE / FACTORY).
    /// </summary>
    public static string Join(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
            return text.Trim();
        var joined = new StringBuilder(text.Length);
        foreach (var part in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (joined.Length > 0 && char.IsAsciiLetterOrDigit(joined[^1]) && char.IsAsciiLetterOrDigit(part[0]))
                joined.Append(' ');
            joined.Append(part);
        }
        return joined.ToString();
    }

    /// <summary>The unit without the brackets around it: 万円 for （万円）.</summary>
    public static string Unit(string text)
    {
        var joined = Join(text);
        var match = Bracketed().Match(joined);
        return match.Success ? match.Groups["unit"].Value.Trim() : joined;
    }

    /// <summary>Whether a text is a unit and nothing else: （万円）, 人, %, 社.</summary>
    public static bool IsUnit(string text)
    {
        var folded = Folding.Squeeze(text);
        return folded.Length is > 0 and <= 10 && UnitWord().IsMatch(Bracketed().Replace(folded, "${unit}"));
    }

    /// <summary>県民所得（万円） as 県民所得 and 万円; null where no unit stands in brackets at the end.</summary>
    public static (string Name, string Unit)? NameAndUnit(string text)
    {
        var match = TrailingUnit().Match(text);
        return match.Success && IsUnit(match.Groups["unit"].Value)
            ? (match.Groups["name"].Value.Trim(), match.Groups["unit"].Value.Trim())
            : null;
    }

    [GeneratedRegex(@"^\s*[（(\[【［](?<unit>[^（）()\[\]【】［］]+)[）)\]】］]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(
        @"^(?<name>.+?)\s*[（(\[［](?:単位[：:]\s*)?(?<unit>[^（）()\[\]［］]{1,10})[）)\]］]\s*$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex TrailingUnit();

    [GeneratedRegex(
        @"^(?:延べ?|年間?|累計)?(?:[十百千万億兆]{0,2}円|[百千万億]?(?:人|件|社|戸|台|回|泊|世帯|人泊|t|kWh|トン)|名|者|組|校|園|室|か所|箇所|カ所|ヶ所|ヵ所|団体|事業所|店舗?|区画|件数|人数|位|点|歳|年|月|日|時間|分|種類?|品目?|商品|本|冊|部|枚|個|袋|頭|羽|匹|ha|a|m|km|kg|g|㎡|m2|m3|㎥|km2|L|l|GB|MW|kW|PV|ポイント|pt|%|％|‰|パーセント|アクセス|ページビュー|フォロワー|施設|地区|地域|集落|講座|イベント|プロジェクト|コース|隻|便|クラス|食|杯|棟|基|口|倍|指数)(?:/(?:年度?|月|日|人|件|回|ha|10a))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex UnitWord();
}
