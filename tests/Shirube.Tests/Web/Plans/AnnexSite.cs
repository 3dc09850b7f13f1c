using Shirube.Calendar;
using Shirube.Plans.Certification;
using Shirube.Plans.Writing;
using Shirube.Tests.Support;

namespace Shirube.Tests.Web.Plans;

/// <summary>A plan of five policies and sixteen measures with its money and schedule, on a <see cref="Site"/>.</summary>
public static class AnnexSite
{
    private static readonly (string Policy, string[] Measures)[] Policies =
    [
        ("稼ぐ産業をつくる", ["新しい分野への挑戦を支える", "ものづくりの力を高める", "海外に売る道をひらく"]),
        ("人を育て、呼び込む", ["学び直しの場を広げる", "若者が戻る仕事をつくる", "多様な働き方を広げる"]),
        ("小さな企業を続ける", ["事業を次の世代へ渡す", "経営の相談に応じる", "災害に備える"]),
        ("訪れる人を増やす", ["温泉と山の魅力を伝える", "長く滞在できるまちにする", "受け入れる人を育てる"]),
        (
            "デジタルで変える",
            ["中小企業のデジタル化を進める", "データを使う人を育てる", "実証の場を開く", "行政の手続を変える"]
        ),
    ];

    /// <returns>The plan's number and that of its first policy.</returns>
    public static async Task<(int Plan, int Policy, int Measure)> StartAsync(Site site, string government = "202029")
    {
        var cancel = CancellationToken.None;
        await using var db = site.NewContext(government);
        var asker = Importing.AskerOf(db);
        var clock = TimeProvider.System;
        var plan = (await new StartPlan(db, clock).ExecuteAsync(asker, PlanForm.Industry, "産業をそだてる計画", cancel))
            .Number!
            .Value;
        await SaveAsync("5-2-8-start", "令和6年4月1日");
        await SaveAsync("5-2-8-end", "令和10年3月31日");
        var cells = await new SaveCells(db, clock).ExecuteAsync(
            asker,
            plan,
            [
                new(0, "name", "製造品出荷額等", ""),
                new(0, "unit", "億円", ""),
                new(-1, "name", "デジタル化に取り組む企業の割合", ""),
                new(-1, "unit", "％", ""),
                new(-2, "name", "観光消費額", ""),
            ],
            cancel
        );
        var (firstPolicy, firstMeasure) = (0, 0);
        foreach (var (policy, measures) in Policies)
        {
            var parent = (await new AddNodes(db, clock).ExecuteAsync(asker, plan, null, policy, cancel)).Numbers[0];
            var (below, _) = await new AddNodes(db, clock).ExecuteAsync(
                asker,
                plan,
                parent,
                string.Join('\n', measures),
                cancel
            );
            if (firstPolicy == 0)
            {
                (firstPolicy, firstMeasure) = (parent, below[0]);
                await new AddNodes(db, clock).ExecuteAsync(asker, plan, below[0], "試作の補助\n専門家の派遣", cancel);
                var seen = new NodeText(measures[1], "", null);
                await new ChangeNode(db, clock).ExecuteAsync(
                    asker,
                    plan,
                    below[1],
                    seen with
                    {
                        Weight = 2,
                    },
                    seen,
                    cancel
                );
                await new LinkPlan(db, clock).AddAsync(
                    asker,
                    plan,
                    new(parent, PlanRelation.Ordinance, "中小企業振興条例", null),
                    cancel
                );
            }
            await new TieIndicators(db, clock).ExecuteAsync(
                asker,
                plan,
                below[1],
                [new(cells.Made[0], 2), new(cells.Made[-1], null)],
                [],
                cancel
            );
        }
        await new LinkPlan(db, clock).AddAsync(asker, plan, new(null, PlanRelation.Above, "総合計画", null), cancel);
        foreach (
            var (name, from, to) in new[]
            {
                ("計画の周知", "令和6年4月", "令和6年6月"),
                ("試作の補助", "R6.7", "R9.3"),
                ("中間の見直し", "2026-01", ""),
                ("次の計画づくり", "令和9年4月", "令和10年3月"),
            }
        )
            (
                await new ChangeSchedule(db, clock).AddAsync(asker, plan, new(name, from, to, ""), cancel)
            ).Fault.ShouldBeNull();
        await new SaveFunding(db, clock).ExecuteAsync(
            asker,
            plan,
            [
                .. Enumerable
                    .Range(0, 4)
                    .SelectMany(nth =>
                        new FundingEdit[]
                        {
                            new(new FiscalYear(2024 + nth), FundingSource.Grant, "50,000", ""),
                            new(new FiscalYear(2024 + nth), FundingSource.Donation, $"{nth * 500}", ""),
                            new(new FiscalYear(2024 + nth), FundingSource.GeneralFunds, "49500", ""),
                        }
                    ),
            ],
            cancel
        );
        await new SetPrivateShare(db, clock).ExecuteAsync(asker, plan, "4", "3.6", "", cancel);
        await new SetPrivateShare(db, clock).ExecuteAsync(asker, plan, "10年目", "40%", "", cancel);
        await new PlanRound(db, clock).ExecuteAsync(asker, plan, CertificationKind.New, "令和13年1月24日", cancel);
        return (plan, firstPolicy, firstMeasure);

        async Task SaveAsync(string key, string text) =>
            (
                await new SavePassage(db, clock).ExecuteAsync(asker, plan, new(key, text, 0), cancel)
            ).Fault.ShouldBeNull();
    }
}
