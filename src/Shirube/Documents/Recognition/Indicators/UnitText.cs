using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>Units as tables print them: alone, declared by 単位, or in brackets behind a name.</summary>
internal static partial class UnitText
{
    /// <summary>True for a text that is nothing but a well-known unit (人, 千円, %, 件/年, 人日).</summary>
    public static bool IsKnown(string key) => key.Length <= 12 && Known().IsMatch(key);

    /// <summary>True for units of things that come whole.</summary>
    public static bool IsCounted(string key) => Whole().IsMatch(key);

    /// <summary>人 of 「単位：人」, 「（単位:人）」; null for any other text.</summary>
    public static string? Declared(string key)
    {
        if (!key.Contains("単位", StringComparison.Ordinal))
            return null;
        var match = Declaration().Match(key);
        return match.Success ? match.Groups["unit"].Value : null;
    }

    /// <summary>人 of a cell that holds 「人」 or 「（人）」 where a unit is expected; null for a dash or a blank.</summary>
    public static string? Plain(string text)
    {
        var whole = CellText.Joined(text).Trim(' ', '　');
        var unit = whole.Trim('(', ')', '（', '）', '[', ']', '［', '］', '【', '】', ' ', '　');
        // 人（社） is two units; its bracket is not one around the whole.
        if (unit.AsSpan().IndexOfAny('(', '（') > 0 && whole.StartsWith(unit, StringComparison.Ordinal))
            unit = whole;
        return unit.Length is 0 or > 20 || unit is "-" or "－" or "―" or "ー" or "‐" ? null : unit;
    }

    /// <summary>The unit at the end of a cell as written (％) for the unit as folded (%).</summary>
    public static string AsPrinted(string text, string unit)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (CellText.Key(text[i..]) == unit)
                return CellText.Joined(text[i..]);
        }
        return unit;
    }

    /// <summary>The name and the unit of 「就職者数（人）」 or 「就職者数（単位：人）」, both as written.</summary>
    public static (string Name, string? Unit) SplitName(string name)
    {
        var view = CellText.OneToOne(name);
        var match = Behind().Match(view);
        if (!match.Success)
            return (name, null);
        var unit = match.Groups["unit"];
        if (!match.Groups["declared"].Success && !IsKnown(CellText.Key(unit.Value)))
            return (name, null);
        return (name[..match.Index].TrimEnd(), name.Substring(unit.Index, unit.Length).Trim());
    }

    private const string Counters =
        "人|名|円|社|者|件|回|店|店舗|戸|棟|軒|世帯|家族|組|組織|団体|法人|企業|事業者|事業所|箇所|か所|カ所|ヶ所|ヵ所|個所|所|地区|地域|市町村|自治体|校|園|館|施設|"
        + "区画|区|部|冊|点|品|品目|種|種類|個|本|枚|台|頭|羽|匹|尾|隻|便|両|泊|日|時間|分|か月|月|年|歳|位|倍|割|講座|コース|教室|プラン|商品|作品|事業|事例|取組|"
        + "プロジェクト|チーム|グループ|クラス|票|口|路線|ルート|クリック|アクセス|PV|ビュー|再生|ダウンロード|DL|フォロワー|ポイント|ptと?|pt|kW|kWh|MW|MWh|GWh|W|TJ|GJ|t|トン|kg|g|kl|L|l|"
        + "m|km|m2|m3|ha|a|km2|平方メートル|ヘクタール|t-CO2|tCO2|kg-CO2|ドル|俵|箱|株|カロリー|kcal|mm|cm|℃|度";

    [GeneratedRegex(
        "^(?:延べ?)?(?:人|名|社|者|件|回|店|店舗|戸|棟|世帯|組|団体|法人|箇所|か所|カ所|ヶ所|校|園|館|施設|人泊|泊|台|円)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Whole();

    [GeneratedRegex(
        $"^(?:%|‰|パーセント|ポイント|指数|(?:延べ?)?(?:百|千|万|十万|百万|千万|十億|億|兆)?(?:{Counters})(?:泊|日|回|以上|以下|/(?:年度?|月|日|週|人|回|件|世帯|千人|万人|10万人|ha|戸|社|か所|施設))?)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Known();

    [GeneratedRegex(
        @"^[(\[【<]?単位[:=;]?[(\[]?(?<unit>[^()\[\]:]{1,12})[)\]]?[)\]】>]?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(
        @"(?:\s*[(\[［【](?<declared>\s*単位\s*[:;]?)?\s*(?<unit>[^()\[\]（）:]{1,12})[)\]］】]|\s+(?<declared>単位\s*[:;]?)\s*(?<unit>[^()\[\]（）:\s]{1,12}))\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Behind();
}
