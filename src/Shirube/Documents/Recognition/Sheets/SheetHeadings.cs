using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>Which column a heading names, by the words that governments use for it.</summary>
internal static partial class SheetHeadings
{
    /// <summary>In the order in which they are tried: a heading that fits two takes the first.</summary>
    private static readonly (SheetField Field, Regex Leaf, bool ByExperts)[] Rules =
    [
        (SheetField.No, Number(), false),
        (SheetField.Other, Other(), false),
        (SheetField.TargetYear, TargetYear(), false),
        (SheetField.Unit, Unit(), false),
        (SheetField.Reason, Reason(), false),
        (SheetField.Review, Review(), false),
        (SheetField.ExpertOpinion, Opinion(), true),
        (SheetField.NextStep, NextStep(), false),
        (SheetField.ExpertEvaluation, Evaluation(), true),
        (SheetField.GrantKind, GrantKind(), false),
        (SheetField.BasicGoal, BasicGoal(), false),
        (SheetField.Content, Content(), false),
        (SheetField.SelfEvaluation, SelfEvaluation(), false),
        (SheetField.DonationCount, DonationCount(), false),
        (SheetField.Donation, Donation(), false),
        (SheetField.Cost, Cost(), false),
        (SheetField.Target, Target(), false),
        (SheetField.Actual, Actual(), false),
        (SheetField.IndicatorName, IndicatorName(), false),
        (SheetField.Department, Department(), false),
        (SheetField.Project, Project(), false),
    ];

    /// <param name="path">Squeezed headings over one column, from the top storey down.</param>
    public static SheetField? Of(IReadOnlyList<string> path)
    {
        var whole = string.Concat(path);
        if (whole.Length > 120 || whole.Contains('。', StringComparison.Ordinal))
            return null;
        var byExperts = Experts().IsMatch(whole);
        for (var storey = path.Count - 1; storey >= 0; storey--)
        {
            var leaf = WithoutNotes(path[storey]);
            if (leaf == "名称" && whole.Contains("事業", StringComparison.Ordinal))
                return SheetField.Project;
            if (leaf is "件数" && Donation().IsMatch(whole + "額"))
                return SheetField.DonationCount;
            if (byExperts && UsefulForKpi().IsMatch(leaf))
                return SheetField.ExpertEvaluation;
            foreach (var (field, pattern, needsExperts) in Rules)
            {
                if ((!needsExperts || byExperts) && pattern.IsMatch(leaf))
                    return field;
            }
        }
        return null;
    }

    private static string WithoutNotes(string heading)
    {
        var bare = Notes().Replace(heading, "");
        return bare.Length > 0 ? bare : heading.Trim('(', ')');
    }

    [GeneratedRegex(@"[(\[【][^()\[\]【】]*[)\]】]|※.*", RegexOptions.CultureInvariant)]
    private static partial Regex Notes();

    [GeneratedRegex(@"有識者|委員|外部|第三者|議会", RegexOptions.CultureInvariant)]
    private static partial Regex Experts();

    [GeneratedRegex(@"^(?:no\.?|番号|通番|項番|整理番号|事業番号|#|№)$", Loose)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"達成率|達成度|達成状況|進捗|基準値|現状値|当初値|初期値|開始前|開始時|予算|交付金額|交付額|国費|補助額|補助金額|一般財源|充当額|^うち|備考|kpi.{0,8}有効|計画名|計画の名称|増減|前年度?",
        Loose
    )]
    private static partial Regex Other();

    [GeneratedRegex(@"目標年|目標時期|達成年|達成時期|達成期限", Loose)]
    private static partial Regex TargetYear();

    [GeneratedRegex(@"^単位$", Loose)]
    private static partial Regex Unit();

    [GeneratedRegex(@"理由", Loose)]
    private static partial Regex Reason();

    [GeneratedRegex(@"振り?返り|ふりかえり|総括|課題|反省", Loose)]
    private static partial Regex Review();

    [GeneratedRegex(@"意見|コメント|講評|所見|提言", Loose)]
    private static partial Regex Opinion();

    [GeneratedRegex(@"今後の方|方向性|今後の取り?組|今後の対応|取組方針|次年度以降|今後の展開", Loose)]
    private static partial Regex NextStep();

    [GeneratedRegex(@"評価|検証|判定|有効", Loose)]
    private static partial Regex Evaluation();

    [GeneratedRegex(@"交付金の?種[類別]|交付金名|交付金の名称|事業タイプ|^タイプ$|支援措置", Loose)]
    private static partial Regex GrantKind();

    [GeneratedRegex(@"基本目標|位置付け|位置づけ|基本方針|政策目標", Loose)]
    private static partial Regex BasicGoal();

    [GeneratedRegex(@"内容|概要|実施状況|実施結果|取組状況|取組結果|取組実績", Loose)]
    private static partial Regex Content();

    [GeneratedRegex(
        @"自己評価|内部評価|庁内評価|一次評価|[課局部]評価|事業の?効果|事業の?評価|^評価(?:結果|区分)?$|総合評価",
        Loose
    )]
    private static partial Regex SelfEvaluation();

    [GeneratedRegex(@"寄[附付].*件数", Loose)]
    private static partial Regex DonationCount();

    [GeneratedRegex(@"寄[附付]金?(?:の?(?:受入|受領|実績))?額|^寄[附付]金?$", Loose)]
    private static partial Regex Donation();

    [GeneratedRegex(@"事業費|決算額|実績額|執行額|事業経費|支出額|所要額", Loose)]
    private static partial Regex Cost();

    [GeneratedRegex(@"目標値|指標値|(?<!基本|政策)目標$|計画値", Loose)]
    private static partial Regex Target();

    [GeneratedRegex(@"実績値?$|^実績", Loose)]
    private static partial Regex Actual();

    [GeneratedRegex(@"指標|kpi", Loose)]
    private static partial Regex IndicatorName();

    [GeneratedRegex(@"担当|所管|部署|主管課|実施課|^課名$|^部局名?$", Loose)]
    private static partial Regex Department();

    [GeneratedRegex(
        @"事業名|事業の名称|取り?組名|取り?組の名称|個別事業|対象事業|プロジェクト名|^(?:具体的)?事業$|^(?:主な)?取り?組$|施策名",
        Loose
    )]
    private static partial Regex Project();

    /// <summary>総合戦略のKPI達成に有効: a judgement, no KPI; without a word of experts nobody knows whose.</summary>
    [GeneratedRegex(@"kpi.{0,8}有効", Loose)]
    private static partial Regex UsefulForKpi();

    private const RegexOptions Loose = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
}
