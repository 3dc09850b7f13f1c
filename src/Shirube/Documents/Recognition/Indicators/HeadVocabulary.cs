using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Calendar;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// The words of headings over and beside figures. A cell is a heading when nothing but such words, years and
/// connecting signs stand in it; one word that is none of them makes it a text.
/// </summary>
internal static partial class HeadVocabulary
{
    /// <param name="key">The cell as <see cref="CellText.Key"/> gives it.</param>
    /// <returns>Null when the cell is no heading.</returns>
    public static CellSense? Parse(string key)
    {
        if (key.Length > 60)
            return null;
        var reading = new Reading();
        for (var at = 0; at < key.Length; )
        {
            var match = Token().Match(key, at);
            if (!match.Success || match.Length == 0)
                return null;
            reading.Take(match);
            at += match.Length;
        }
        return reading.Sense(key);
    }

    /// <summary>Gathers the words of one heading.</summary>
    private sealed class Reading
    {
        private FiscalYear? year;
        private bool years;
        private (FiscalYear From, FiscalYear To)? range;
        private bool rangeUnread;
        private int? ordinal;
        private int? yearOfEra;
        private bool baseline;
        private int rank;
        private bool target;
        private bool actual;
        private bool total;
        private bool comparison;
        private bool increment;
        private bool level;
        private bool era;
        private string? unit;
        private HeadWord word;
        private bool any;

        public void Take(Match match)
        {
            var groups = match.Groups;
            if (groups["gap"].Success)
                return;
            any = true;
            if (groups["range"].Success)
                TakeRange(groups["range"].Value);
            else if (groups["year"].Success)
                TakeYear(groups["year"].Value);
            else if (groups["nth"].Success)
                ordinal = int.Parse(groups["nth"].ValueSpan, CultureInfo.InvariantCulture);
            else if (groups["first"].Success)
                ordinal = 1;
            else if (groups["last"].Success)
                ordinal = CellSense.LastYear;
            else if (groups["eraYear"].Success)
                yearOfEra =
                    groups["eraYear"].Value == "元"
                        ? 1
                        : int.Parse(groups["eraYear"].ValueSpan, CultureInfo.InvariantCulture);
            else if (groups["era"].Success)
                era = true;
            else
                TakeWord(groups);
        }

        private void TakeWord(GroupCollection groups)
        {
            baseline |= groups["base"].Success || groups["now"].Success;
            rank = Math.Max(
                rank,
                groups["base"].Success ? 2
                    : groups["now"].Success ? 1
                    : 0
            );
            comparison |= groups["comparison"].Success;
            total |= groups["total"].Success;
            increment |= groups["increment"].Success;
            target |= groups["target"].Success || groups["increment"].Success;
            actual |= groups["actual"].Success;
            level |= groups["now"].Success || groups["target"].Success;
            if (groups["unitOf"].Success)
                unit = groups["unitOf"].Value;
            TakeColumn(groups);
        }

        private void TakeColumn(GroupCollection groups)
        {
            var found =
                groups["name"].Success ? HeadWord.Name
                : groups["item"].Success ? HeadWord.Item
                : groups["unit"].Success ? HeadWord.Unit
                : groups["number"].Success ? HeadWord.Number
                : groups["cost"].Success ? HeadWord.Cost
                : groups["period"].Success ? HeadWord.Period
                : groups["other"].Success ? HeadWord.Other
                : HeadWord.None;
            if (word == HeadWord.None || found == HeadWord.Cost)
                word = found;
        }

        private void TakeYear(string text)
        {
            if (YearSpelling.Parse(text) is not { } found)
            {
                years = true;
                return;
            }
            years |= year is { } known && known != found;
            year ??= found;
        }

        private void TakeRange(string text)
        {
            range = YearSpelling.ParseRange(text);
            rangeUnread |= range is null;
        }

        public CellSense? Sense(string key)
        {
            if (!any)
                return null;
            var spans = rangeUnread || (range is { } r && (r.From != r.To || (year is { } y && y != r.From)));
            return new CellSense(CellKind.Head)
            {
                Year = years || spans ? null : year ?? range?.From,
                IsRange = spans || years,
                Ordinal = ordinal,
                YearOfEra = year is null && range is null ? yearOfEra : null,
                MayBeFigure = key.Length == 4 && char.IsAsciiDigit(key[0]) && char.IsAsciiDigit(key[3]),
                Role = RoleOf(),
                IsAimedAt = target,
                Basis =
                    increment ? PrintedBasis.Increment
                    : total ? PrintedBasis.Cumulative
                    : level ? PrintedBasis.Level
                    : PrintedBasis.Unknown,
                Word = word == HeadWord.None && era ? HeadWord.Other : word,
                Rank = rank,
                Unit = unit,
            };
        }

        private FigureRole RoleOf() =>
            comparison ? FigureRole.Comparison
            : baseline && !target ? FigureRole.Baseline
            : total && !actual ? FigureRole.Total
            : (baseline || actual) && target ? FigureRole.Mixed
            : actual ? FigureRole.Actual
            : target ? FigureRole.Target
            : FigureRole.None;
    }

    private const string Words =
        @"(?<comparison>達成率|達成度|達成状況|進捗率|進捗度|進捗状況|進捗|(?:対?前年度?|対?前回|対?目標値?|対?基準値?)(?:比|増減率?|差|対比|同期比)|対前年度?|増減率?|増減数|伸び率?|増加率|変化率|変化|乖離率?|差引?|判定|評価|目標まで)"
        + @"|(?<base>(?:事業|取組)?(?:開始|実施|着手|導入)(?:前|時点?)|基準(?:値|時|年度?)?|当初値?|初期値|(?:計画|戦略|プラン|ビジョン)?(?:策定|作成|改訂|改定)(?:時|前|当初)|申請時|計画(?:当初|開始(?:時点?)?|前|時点?)|スタート時|従前値?|ベースライン)"
        + @"|(?<now>現時点|現状値?|現況値?|現在値?|直近値?|最新値?)"
        + @"|(?<increment>増加分|増加数|増加量|増加値|増分|増加(?=目標|見込))"
        + @"|(?<total>累計値?|累積値?|合計|総計|通算|期間計|計(?![画]))"
        + @"|(?<name>(?:重要業績評価指標|重要業績指標|成果指標|評価指標|目標指標|成果目標|指標|KPI)(?:の?(?:名称?|項目|内容))?(?:\((?:KPI|重要業績評価指標|指標)\))?|数値目標(?:の?(?:項目|名称))?|目標項目)"
        + @"|(?<target>目標(?:値|数値?|水準)?|計画(?:値|数|量|人数|件数)|計画(?=$|[()/・])|見込量)"
        + @"|(?<actual>(?:現在の)?実績(?:値|数|報告)?|実測値|実数)"
        + @"|(?<unit>単位)(?![:]?\()"
        + @"|(?<number>No\.?|NO\.?|番号|項番|#|整理番号|連番|通し番号)"
        + @"|(?<cost>総?事業費|交付金額?|予算額?|決算額?|財源(?:内訳)?|経費|寄附金?額?|補助金額?|一般財源|国費|県費|市費|町費|村費|歳出|歳入)"
        + @"|(?<item>項目名?|名称|内容|内訳)"
        + @"|(?<period>前期|中期|後期|前半|後半)"
        + @"|(?<other>具体的な?施策|施策名?|基本目標|基本施策|基本方針|政策|分野|事業名?|取組名?|担当課名?|所管課?|担当部署|担当|備考|算出方法|算定方法|算出根拠|根拠|出典|定義|説明|考え方|設定理由|理由|資料|データ元|把握方法|測定方法|方向性?|目指す方向|区分|種別)"
        + @"|(?<corner>年度別?|年月|年次?|時期)";

    private const string Gaps =
        @"(?:※|注)\d{1,2}(?=$|\))|[()\[\]{}:;・/,.、。「」【】<>|=○●■◆※*→⇒⇨➡➔\-]|の|及び|における|に対する|にかかる|に係る|まで|見込み?|予定|各年度|単年度|年間|時点|現在|末|値|数値|\d\)(?=$)";

    [GeneratedRegex(
        @"\G(?:(?<range>"
            + YearSpelling.Range
            + @")|(?<year>"
            + YearSpelling.Year
            + @")|(?:第|事業)?(?<nth>\d{1,2})(?:[かカケヶヵ]?年(?:度)?目|年次)|(?<first>初年度|初年|開始年度)|(?<last>最終年度|最終年|計画最終年度|最終(?=目標))|(?<eraYear>\d{1,2}|元)年度末?"
            + @"|(?<era>令和|平成|西暦)|\((?:単位[:]?)?(?<unitOf>人|名|社|件|回|%|円|千円|万円|百万円|億円|箇所|か所|店|戸|世帯|団体|ha|人日|人泊|点|施設|校|者)\)|中間(?=目標)|到達(?=目標)|達成(?=目標)|"
            + Words
            + @"|(?<gap>"
            + Gaps
            + @"))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Token();
}
