using System.Collections.Immutable;
using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Plans.Writing;

namespace Shirube.Tests.Plans.Writing;

/// <summary>What is said while a plan is written, and at which place.</summary>
public sealed class DraftChecksTests
{
    private static readonly PlanAuthor Gunma = new(1, "群馬県", null);

    private static readonly PlanContent Plan = new()
    {
        Form = PlanForm.A3007,
        Authors = [Gunma],
        Passages = FilledPlan.Passages.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    [Fact]
    public void Run_WithSourcesThatDoNotAddUpToTheCost_SaysBothAmountsAtTheFundingPlan()
    {
        var wrong = Plan with { Funding = [Amount(2026, 1_000_000), Amount(2027, 500_000)] };
        var right = Plan with { Funding = [Amount(2026, 2_314_000_000), Amount(2027, 625_000)] };

        var found = Found(wrong, "DRAFT121").ShouldHaveSingleItem();
        (found.Section, found.IsError).ShouldBe((PlanOutline.Funding, false));
        FindingText
            .MessageOf(found.Finding)
            .ShouldBe("財源計画の計（1,500千円）が総事業費（2,314,625千円）と合いません。");
        Found(right, "DRAFT121").ShouldBeEmpty();
        Found(Plan, "DRAFT121").ShouldBeEmpty();
    }

    /// <summary>Texts with tables, letters in numbers, years that never were, and twice the same: each leads where it can be put right.</summary>
    [Fact]
    public void Run_OnTextsAndTablesOfAnySection_LeadsToASectionThatCanBeWritten()
    {
        var odd =
            "| KPI | 2026年度 | 計 |\n| --- | --- | --- |\n| 参加者（人） | 1O0 | 999 |\n平成45年度まで。\n"
            + "　"
            + new string('同', 150)
            + "\n　"
            + new string('同', 150);
        foreach (var form in Enum.GetValues<PlanForm>())
        {
            var passages = PlanContent.NoPassages.ToBuilder();
            foreach (var section in PlanOutline.Of(form).Where(section => section.IsWritten))
            foreach (var passage in section.Passages([Gunma]))
                passages[passage.Key] = passage.Kind == PassageKind.Text ? odd : "いつか";
            var plan = Plan with
            {
                Form = form,
                Passages = passages.ToImmutable(),
                Indicators =
                [
                    new PlanIndicator
                    {
                        Number = 1,
                        Name = "",
                        Unit = "",
                        Baseline = PlanFigure.Of("約100"),
                    },
                ],
            };

            foreach (var found in DraftChecks.Run(plan))
                (found.Section is { } key && PlanOutline.Find(form, key) is { IsWritten: true }).ShouldBeTrue(
                    $"{form} {found}"
                );
        }
    }

    [Fact]
    public void Run_WithMoneyAndStepsOutsideTheProject_SaysWhichOnes()
    {
        var plan = Plan with
        {
            Funding = [Amount(2025, 1_000), Amount(2026, 2_314_624_000), Amount(2031, 1_000)],
            Schedule = [Step("準備", 2026, 3, 2026, 5), Step("開設", 2026, 4, 2031, 3), Step("追加", 2031, 3, 2031, 4)],
        };

        Found(plan, "DRAFT122")
            .Select(found => FindingText.MessageOf(found.Finding))
            .ShouldBe([
                "令和7年度（2025年度）は事業期間の外ですが、財源計画に金額があります。",
                "令和13年度（2031年度）は事業期間の外ですが、財源計画に金額があります。",
            ]);
        Found(plan, "DRAFT123").Select(found => found.Finding.Arguments[0]).ShouldBe(["準備", "追加"]);
    }

    [Fact]
    public void Run_WithABlankReview_NamesEachQuestionOnce()
    {
        var messages = Found(Plan, "DRAFT102").Select(found => FindingText.MessageOf(found.Finding)).ToList();

        messages.Count.ShouldBe(4);
        messages.ShouldBeUnique();
        messages[0].ShouldBe("群馬県の【検証時期】がまだ書かれていません。");
    }

    [Theory]
    [InlineData(PlanForm.A3007)]
    [InlineData(PlanForm.A2007)]
    public void Run_WithoutAnIndicator_SaysItOnceAndNotAtTheTitle(PlanForm form)
    {
        var found = DraftChecks.Run(Plan with { Form = form });

        found.ShouldNotContain(one => one.Finding.Code == "KPI113");
        found.ShouldContain(one => one.Finding.Code == "DRAFT101" && one.Section == PlanOutline.Targets);
    }

    [Theory]
    [InlineData("▲", "人", "DRAFT110", Severity.Error)]
    [InlineData("△", "人", "DRAFT110", Severity.Error)]
    [InlineData("－", "人", "DRAFT114", Severity.Note)]
    [InlineData("―", "人", "DRAFT114", Severity.Note)]
    [InlineData("9999999", "％", "DRAFT115", Severity.Warning)]
    [InlineData("▲１，００１", "%", "DRAFT115", Severity.Warning)]
    [InlineData("-", "人", null, Severity.Note)]
    [InlineData("▲5", "人", null, Severity.Note)]
    [InlineData("1,000", "％", null, Severity.Note)]
    [InlineData("9999999", "人", null, Severity.Note)]
    public void Run_OnACell_MarksWhatIsNoFigureOrDoubted(string text, string unit, string? code, Severity severity)
    {
        var indicator = new PlanIndicator
        {
            Number = 7,
            Name = "来館者数",
            Unit = unit,
            Targets = [new PlanTarget(new FiscalYear(2026), PlanFigure.Of(text))],
        };
        var plan = new PlanContent { Form = PlanForm.A3007, Indicators = [indicator] };

        indicator.Targets[0].Figure.Text.ShouldBe(text);
        var found = DraftChecks
            .Run(plan)
            .Where(finding =>
                finding.Place == "7-2026" && finding.Finding.Code.StartsWith("DRAFT", StringComparison.Ordinal)
            )
            .Select(finding => (finding.Finding.Code, finding.Finding.Severity));
        found.ShouldBe(code is null ? [] : [(code, severity)]);
    }

    [Theory]
    [InlineData("5-2-8-end", "2199年3月31日", true)]
    [InlineData("5-2-8-start", "1889年4月1日", true)]
    [InlineData("6-start", "R99.4.1", true)]
    [InlineData("6-start", "認定の日", false)]
    [InlineData("6-end", "令和13年3月31日", false)]
    public void Run_OnADayInNoYearOfPlans_MarksIt(string key, string day, bool isMarked)
    {
        var plan = new PlanContent { Form = PlanForm.A3007, Passages = PlanContent.NoPassages.Add(key, day) };

        DraftChecks
            .Run(plan)
            .Any(finding => finding.Place == key && finding.Finding.Code == "DRAFT113")
            .ShouldBe(isMarked);
    }

    [Theory]
    [InlineData("9999年3月31日")]
    [InlineData("9999/12/31")]
    [InlineData("令和9999年3月31日")]
    public void Run_OnADayOfTheYear9999_SaysThatItIsNone(string day)
    {
        var plan = new PlanContent { Form = PlanForm.A3007, Passages = PlanContent.NoPassages.Add("6-end", day) };

        DraftChecks.Run(plan).ShouldContain(one => one.Place == "6-end" && one.Finding.Code == "DRAFT104");
    }

    private static List<PlacedFinding> Found(PlanContent plan, string code) =>
        [.. DraftChecks.Run(plan).Where(found => found.Finding.Code == code)];

    private static FundingAmount Amount(int year, decimal yen) => new(new FiscalYear(year), FundingSource.Grant, yen);

    private static ScheduleItem Step(string name, int fromYear, int from, int toYear, int to) =>
        new(1, name, new DateOnly(fromYear, from, 1), new DateOnly(toYear, to, 1), "");
}
