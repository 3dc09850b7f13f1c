using Shirube.Calendar;
using Shirube.Indicators;
using Shirube.Plans.Writing;
using Shirube.Tests.Plans.HandIn;

namespace Shirube.Tests.Plans.Writing;

/// <summary>A plan made from a seed in which every field of every part holds something.</summary>
internal static class WholePlan
{
    public static PlanContent Of(int seed)
    {
        var random = new Random(seed);
        var plan = new AnyPlan(seed).Make(random.Next(2) == 0 ? PlanForm.A3007 : PlanForm.A2007);
        return plan with
        {
            Indicators = [.. plan.Indicators.Select(indicator => Whole(indicator, random)), Whole(Second, random)],
            Levels = ["基本理念", "基本方針", "施策"],
            Nodes =
            [
                Node(1, null, 2m),
                Node(2, 1, null) with
                {
                    Indicators = [new(1, 1.5m), new(9, null)],
                    Links = [Above, new(PlanRelation.Ordinance, "まちづくり条例", null)],
                },
                Node(4, 2, 1m),
                Node(3, 1, 0.5m),
                Node(5, null, null),
            ],
            Links = [Above, new(PlanRelation.Beside, "産業振興基本計画", null)],
            Funding =
            [
                .. Enum.GetValues<FundingSource>()
                    .Select(source => new FundingAmount(new FiscalYear(2026), source, random.Next(1, 9) * 1_000_000m)),
            ],
            PrivateShares = [new(6, 3.6m), new(10, 40m)],
            Schedule =
            [
                new(1, "拠点の整備", new DateOnly(2026, 4, 1), new DateOnly(2027, 3, 1), "国の手続の後"),
                new(2, "講座の開催", new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 1), ""),
            ],
        };
    }

    private static PlanLink Above => new(PlanRelation.Above, "総合計画", "/governments/100005/plans/1");

    private static PlanIndicator Second =>
        new()
        {
            Number = 9,
            Name = "満足度",
            Unit = "点",
            Targets = [new(new FiscalYear(2026), PlanFigure.Of("3.5"))],
        };

    private static PolicyNode Node(int number, int? parent, decimal? weight) =>
        new(number, parent, $"項目{number}", $"項目{number}の説明。", weight);

    private static PlanIndicator Whole(PlanIndicator indicator, Random random) =>
        indicator with
        {
            Basis = (TargetBasis)random.Next(4),
            Direction = Direction.Range,
            RangeLow = random.Next(1, 5),
            RangeHigh = random.Next(5, 9),
            Baseline = PlanFigure.Of("1,007"),
            BaselineYear = new FiscalYear(2023),
            Definition = "年度末に調べた数。",
        };
}
