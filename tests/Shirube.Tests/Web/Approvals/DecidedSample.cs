using System.Collections.Immutable;
using Shirube.Calendar;
using Shirube.Governments;
using Shirube.Indicators;
using Shirube.Plans.Writing;

namespace Shirube.Tests.Web.Approvals;

/// <summary>A plan in which every part is written, to be decided.</summary>
public static class DecidedSample
{
    private static readonly PlanAuthor Author = new(1, "群馬県", GovernmentCode.Parse("100005"));

    public static PlanContent Of(PlanForm form, string title) =>
        new()
        {
            Form = form,
            Authors = [Author],
            Passages = Passages(form, title),
            Indicators =
            [
                Indicator(1, "講座の修了者数", "人", TargetBasis.AnnualFlow, "120", "240"),
                Indicator(2, "新しい仕事の数", "件", TargetBasis.AnnualFlow, "7", "11"),
            ],
            Levels = ["基本理念", "基本方針", "施策"],
            Nodes =
            [
                new(1, null, "学びで仕事をつくる", "だれもが学び直せる県にする。", null),
                new(2, 1, "学ぶ場をひらく", "", 2) { Links = [new(PlanRelation.Ordinance, "生涯学習条例", null)] },
                new(3, 2, "夜の講座", "働きながら学べるようにする。", null) { Indicators = [new(1, 3), new(2, null)] },
                new(4, 1, "仕事とむすぶ", "", null) { Indicators = [new(2, null)] },
            ],
            Links = [new(PlanRelation.Above, "第2期総合計画", null)],
            Funding =
            [
                new(new FiscalYear(2026), FundingSource.Grant, 600_000_000),
                new(new FiscalYear(2026), FundingSource.Donation, 20_500_000),
                new(new FiscalYear(2027), FundingSource.GeneralFunds, 580_000_000),
            ],
            PrivateShares = [new(1, 3.65m), new(10, 40)],
            Schedule =
            [
                new(1, "講座の準備", new DateOnly(2026, 4, 1), new DateOnly(2026, 9, 1), "担当：企画課"),
                new(2, "講座の開催", new DateOnly(2026, 10, 1), new DateOnly(2028, 3, 1), ""),
            ],
        };

    private static ImmutableSortedDictionary<string, string> Passages(PlanForm form, string title)
    {
        var passages = PlanContent.NoPassages.ToBuilder();
        foreach (var section in PlanOutline.Of(form).Where(section => section.Kind == SectionKind.Text))
            passages[section.Key] = $"{OutlineText.Of(form, section, OutlineText.Japanese)}について書いた文である。";
        passages[PlanOutline.Title] = title;
        passages[PlanOutline.Area] = "群馬県の全域";
        passages["5-2-3"] = "学ぶ場を設ける。\n講座を開く。";
        passages[PlanOutline.Cost] = "1,200,500千円";
        passages[PlanOutline.ProjectPeriod + "-start"] = "令和8年4月1日";
        passages[PlanOutline.ProjectPeriod + "-end"] = "令和10年3月31日";
        passages[PlanOutline.PlanPeriod + "-end"] = "令和10年3月31日";
        foreach (
            var (question, answer) in new[]
            {
                (PlanReview.MonthQuestion, "9月"),
                (PlanReview.MethodQuestion, "有識者会議において検証する。"),
                (PlanReview.ParticipantsQuestion, "産業団体4名、銀行1名"),
                (PlanReview.PublicationQuestion, "県のホームページに載せる。"),
            }
        )
            passages[PlanReview.KeyOf(PlanOutline.Review, Author, question)] = answer;
        return passages.ToImmutable();
    }

    private static PlanIndicator Indicator(
        int number,
        string name,
        string unit,
        TargetBasis basis,
        string first,
        string second
    ) =>
        new()
        {
            Number = number,
            Name = name,
            Unit = unit,
            Basis = basis,
            Direction = Direction.Higher,
            Baseline = PlanFigure.Of("0"),
            Targets =
            [
                new(new FiscalYear(2026), PlanFigure.Of(first)),
                new(new FiscalYear(2027), PlanFigure.Of(second)),
            ],
        };
}
