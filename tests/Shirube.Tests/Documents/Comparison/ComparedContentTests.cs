using System.Text.RegularExpressions;
using Shirube.Calendar;
using Shirube.Documents.Comparison;
using Shirube.Indicators;
using Shirube.Plans.Writing;
using Shirube.Tests.Plans.Writing;

namespace Shirube.Tests.Documents.Comparison;

public sealed partial class ComparedContentTests
{
    private static readonly PlanContent Plan = new()
    {
        Form = PlanForm.A3007,
        Authors = [new(1, "群馬県", null)],
        Passages = PlanContent
            .NoPassages.Add(PlanOutline.Title, "学びの拠点づくり計画")
            .Add(PlanOutline.Area, "群馬県の全域")
            .Add("5-2-3", "センターを整備して人材を育てる。\n相談会を行う。"),
        Indicators =
        [
            new()
            {
                Number = 1,
                Name = "利用者数",
                Unit = "人",
                Basis = TargetBasis.AnnualFlow,
                Targets =
                [
                    new(new FiscalYear(2025), PlanFigure.Of("１，８００")),
                    new(new FiscalYear(2026), PlanFigure.Of("集計中")),
                ],
            },
        ],
    };

    [Fact]
    public void Between_ADraftAndItself_FindsNothing() => Changes(Plan, Plan).ShouldBeEmpty();

    [Fact]
    public void Between_TwoStatesOfADraft_SaysWhereThePassageStands()
    {
        var row = Changes(
                Plan,
                Plan with
                {
                    Passages = Plan.Passages.SetItem("5-2-3", "センターを設置して人材を育てる。\n相談会を行う。"),
                }
            )
            .ShouldHaveSingleItem();

        row.Place.Number.ShouldBe("5-2③");
        row.Place.Chapter.ShouldBe(5);
        row.New.Single(run => run.IsChanged).Text.ShouldBe("設置");
    }

    [Fact]
    public void Between_TwoStatesOfADraft_ComparesFiguresAsValues()
    {
        var same = Plan.Indicators[0] with
        {
            Targets = [new(new FiscalYear(2025), PlanFigure.Of("1800.0")), Plan.Indicators[0].Targets[1]],
        };
        var dash = Plan.Indicators[0] with
        {
            Targets = [Plan.Indicators[0].Targets[0], new(new FiscalYear(2026), PlanFigure.Of("-"))],
        };

        Changes(Plan, Plan with { Indicators = [same] }).ShouldBeEmpty();
        Changes(Plan, Plan with { Indicators = [dash] })
            .ShouldHaveSingleItem()
            .Cells[0]
            .Field.ShouldBe(CellField.Target);
    }

    [Theory]
    [InlineData(PlanOutline.Cost, "2,314,625千円", "2,414,625千円")]
    [InlineData(PlanOutline.Area, "群馬県の全域", "群馬県桐生市の全域")]
    [InlineData(PlanOutline.Title, "学びの計画", "学びの計画（第2期）")]
    public void Between_TwoStatesOfADraft_SaysAValueOnce(string key, string before, string after) =>
        Changes(
                Plan with
                {
                    Passages = Plan.Passages.SetItem(key, before),
                },
                Plan with
                {
                    Passages = Plan.Passages.SetItem(key, after),
                }
            )
            .Where(row => row.Fact != PlanFact.ProjectName)
            .ShouldHaveSingleItem()
            .Subject.ShouldBe(RowSubject.Fact);

    [Fact]
    public void Between_ABlankAndWhatIsWrittenNow_IsAddedRatherThanUnclear() =>
        Changes(
                Plan,
                Plan with
                {
                    Passages = Plan.Passages.SetItem(PlanOutline.Cost, "2,314,625千円"),
                    Indicators = [Plan.Indicators[0] with { Unit = "", Baseline = PlanFigure.Of("3") }],
                }
            )
            .Select(row => row.Kind)
            .ShouldBe([ChangeKind.Added, ChangeKind.Changed]);

    /// <summary>Whoever compares two states and whoever approves the later one are told of the same changes.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Between_EachSingleChange_HasAChangeWhereApproversAreToldOfOne(int seed)
    {
        var plan = WholePlan.Of(seed);
        PlanMutation
            .All(plan)
            .Where(mutation => !IsUnsaid(mutation.Name))
            .Where(mutation => PlanDifferences.Between(plan, mutation.Content).Count > 0)
            .Where(mutation => Changes(plan, mutation.Content).Count == 0)
            .Select(mutation => mutation.Name)
            .ShouldBeEmpty();
    }

    /// <summary>
    /// A number in other digits; numbers and codes by which Shirube knows a part; a figure that says otherwise than its text,
    /// which nobody can type.
    /// </summary>
    private static bool IsUnsaid(string mutation) => UnsaidChange().IsMatch(mutation);

    [GeneratedRegex(
        @"= -?\d+\.\d*000$|(?:nodes|indicators|authors|schedule)\[\d+\]\.number = |\.code (?:=|blank)|(?:figure|baseline)\.(?:text|state) "
    )]
    private static partial Regex UnsaidChange();

    private static List<ComparisonRow> Changes(PlanContent old, PlanContent now) =>
        [.. PlanComparison.Between(ComparedPlan.Of(old), ComparedPlan.Of(now)).Changes];
}
