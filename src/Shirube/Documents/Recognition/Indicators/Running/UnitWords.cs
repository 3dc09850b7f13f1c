using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>The units (単位) in which regional plans count.</summary>
internal static partial class UnitWords
{
    /// <summary>人, 件, ％, 千円/人 …: a word that means nothing else where it stands alone.</summary>
    public static bool IsUnit(string text)
    {
        var folded = Folding.Squeeze(text).Trim('(', ')');
        return folded.Length is > 0 and <= 9 && folded.Split('/').All(Known.Contains);
    }

    /// <summary>
    /// Reads 単位, 単位：人, （単位：千円）. <paramref name="start"/> is the offset of the unit, which is empty for the
    /// bare word.
    /// </summary>
    public static bool TryReadLabelled(string text, out string unit, out int start)
    {
        unit = "";
        start = 0;
        var match = Labelled().Match(text);
        if (!match.Success)
            return false;
        unit = match.Groups["unit"].Value.Trim();
        start = match.Groups["unit"].Index;
        return true;
    }

    private static readonly FrozenSet<string> Known = (
        "人 名 件 社 者 所 箇所 か所 カ所 ヵ所 ヶ所 ヶ所 ケ所 回 % 円 千円 万円 百万円 億円 台 店 店舗 戸 世帯 組 校 団体 施設 講座 "
        + "事業 事業者 品目 品 品種 t トン kg ha m2 km 泊 人泊 人日 千人 万人 千人泊 万人泊 ポイント 位 倍 歳 日 時間 分 冊 個 本 棟 "
        + "区画 法人 企業 自治体 市町村 地区 地域 経営体 頭 羽 kWh t-CO2 GB 種類 商品 プロジェクト グループ クラブ 隊 席 室 床"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^[(（]?単\s*位\s*[:：]?\s*(?<unit>[^\s()（）:：]{0,12})[)）]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();
}
