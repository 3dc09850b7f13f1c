using Shirube.Indicators;
using Shirube.Plans.Writing;

namespace Shirube.Tests.Plans.Writing;

/// <summary>A plan in which everything that is asked for is written, and called done.</summary>
internal static class FilledPlan
{
    public static readonly IReadOnlyDictionary<string, string> Passages = new Dictionary<string, string>
    {
        ["1"] = "しごと創生計画",
        ["3"] = "群馬県の全域",
        ["4-1"] = "【人材の課題】\n若い世代の転出が続いている。\n\n【産業の課題】\n新しい事業が生まれにくい。",
        ["4-2-summary"] = "学びと仕事がつながる県を目指す。",
        ["5-2-2"] = "しごと創生事業",
        ["5-2-3"] = "県が主体となり、共創の場を設ける。\n\n① 学習の場\n② 実証の場",
        ["5-2-4-autonomy"] = "6年目に民間資金の割合を3.6％とする。",
        ["5-2-4-partnership"] = "民間企業と役割を分ける。",
        ["5-2-4-regions"] = "近隣の市町村と進める。",
        ["5-2-4-policies"] = "教育と産業の施策を合わせる。",
        ["5-2-4-digital"] = "取組①\nデジタル教材\n理由①\n場所を選ばないため。",
        ["5-2-7"] = "2,314,625千円",
        ["5-2-8-start"] = "令和8年4月1日",
        ["5-2-8-end"] = "令和13年3月31日",
        ["6-end"] = "令和13年3月31日",
    };

    public static async Task<int> MakeAsync(WritingOffice office)
    {
        var plan = await office.StartAsync(PlanForm.A3007);
        foreach (var (key, text) in Passages.Where(passage => passage.Key != "1"))
            (await office.SaveAsync(plan, key, text, 0)).Fault.ShouldBeNull();
        var author = (await office.OpenAsync(plan)).Content.Authors[0];
        foreach (
            var (question, text) in new[]
            {
                (PlanReview.MonthQuestion, "9月"),
                (PlanReview.MethodQuestion, "有識者会議で効果を検証する。"),
                (PlanReview.ParticipantsQuestion, "産業団体4名、銀行1名"),
                (PlanReview.PublicationQuestion, "県のホームページに載せる。"),
            }
        )
            await office.SaveAsync(plan, PlanReview.KeyOf(PlanOutline.Review, author, question), text, 0);
        var row = (
            await office.SaveCellsAsync(
                plan,
                office.Writer,
                [
                    .. new[]
                    {
                        ("name", "来館者数"),
                        ("unit", "人"),
                        ("baseline", "0"),
                        ("2026", "100"),
                        ("2027", "200"),
                        ("2028", "300"),
                        ("2029", "400"),
                        ("2030", "500"),
                    }.Select(cell => new CellEdit(0, cell.Item1, cell.Item2, "")),
                ]
            )
        ).Made[0];
        await office.ExplainAsync(plan, row, TargetBasis.AnnualFlow, Direction.Higher);
        foreach (var section in (await office.OpenAsync(plan)).Undone.ToList())
            await office.SetAsync(plan, section.Key, SectionState.Done);
        return plan;
    }
}
