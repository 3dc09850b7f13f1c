using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Documents.Writing;
using Shirube.Plans.HandIn;
using Shirube.Plans.Writing;
using Shirube.Tests.Plans.HandIn;

namespace Shirube.Tests.Plans.Writing;

/// <summary>What is read out of an approved plan's document, held against what was approved.</summary>
public class ApprovedReadingTests
{
    private static readonly PlanContent Plan = new AnyPlan(3).Make() with
    {
        Indicators =
        [
            new PlanIndicator
            {
                Number = 4,
                Name = "来館者数",
                Unit = "人",
                Baseline = PlanFigure.Of("10"),
                Targets =
                [
                    .. new AnyPlan(3).Make().Years.Take(1).Select(year => new PlanTarget(year, PlanFigure.Of("300"))),
                ],
            },
        ],
    };

    [Fact]
    public void Of_WhatWasApproved_SaysNothing()
    {
        var read = Read(Plan);

        ApprovedReading.Of(Plan, read).Findings.ShouldBe(read.Findings);
    }

    [Theory]
    [InlineData("来訪者数（千人）", "千人")]
    [InlineData("満足した人の割合（％）", "％")]
    public void Of_ANameThatEndsInItsUnit_IsTheWholeName(string name, string unit)
    {
        var plan = Plan with { Indicators = [Plan.Indicators[0] with { Name = name, Unit = unit }] };

        var held = ApprovedReading.Of(plan, Read(plan));

        held.Indicators[0].Name!.Value.ShouldBe(name);
        held.Findings.ShouldNotContain(finding => finding.Code == "PLAN010");
    }

    [Fact]
    public void Of_AnotherFigure_LeavesItOpenAndSaysBoth()
    {
        var other = Plan.Indicators[0] with
        {
            Targets = [Plan.Indicators[0].Targets[0] with { Figure = PlanFigure.Of("3000") }],
        };

        var held = ApprovedReading.Of(Plan, Read(Plan with { Indicators = [other] }));

        held.Indicators[0].Targets[0].Figure.ShouldBeNull();
        held.Indicators[0].Total.ShouldBeNull();
        var said = held.Findings.First(finding => finding.Code == "PLAN010");
        (said.Severity, said.Pointer).ShouldBe((Severity.Error, "/indicators/0/targets/0/value"));
        FindingText.MessageOf(said).ShouldContain("「300」");
        FindingText.MessageOf(said).ShouldContain("「3000」");
    }

    [Theory]
    [InlineData("約100")]
    [InlineData("調整中")]
    [InlineData("10～20")]
    public void Of_AFigureApprovedInWords_SaysTheWordsAndShowsNoFigure(string words)
    {
        var worded = Plan.Indicators[0] with
        {
            Baseline = PlanFigure.Of(words),
            Targets = [Plan.Indicators[0].Targets[0] with { Figure = PlanFigure.Of(words) }],
        };
        var plan = Plan with { Indicators = [worded] };

        var held = ApprovedReading.Of(plan, Read(plan));

        held.Indicators[0].Baseline.ShouldBeNull();
        held.Indicators[0].Targets[0].Figure.ShouldBeNull();
        held.Findings.ShouldNotContain(finding => finding.Code == "PLAN010");
        foreach (var pointer in (string[])["/indicators/0/baseline", "/indicators/0/targets/0/value"])
        {
            WordedFigure.At(held, pointer).ShouldBe(words);
            var said = held.Findings.Single(finding => finding.Pointer == pointer);
            (said.Code, said.Severity).ShouldBe(("PLAN015", Severity.Note));
            said.At!.At.Text.ShouldBe(words);
        }
    }

    [Fact]
    public void Of_OtherWordsThanApproved_SaysBoth()
    {
        var plan = Plan with { Indicators = [Plan.Indicators[0] with { Baseline = PlanFigure.Of("約100") }] };
        var other = Plan with { Indicators = [Plan.Indicators[0] with { Baseline = PlanFigure.Of("約1,000") }] };

        var held = ApprovedReading.Of(plan, Read(other));

        held.Indicators[0].Baseline.ShouldBeNull();
        held.Findings.ShouldContain(finding =>
            finding.Code == "PLAN010" && finding.Pointer == "/indicators/0/baseline"
        );
    }

    [Fact]
    public void Of_AnIndicatorMoreThanApproved_ShowsOnlyThoseThatWere()
    {
        var more = Plan.Indicators[0] with { Number = 9, Name = "来館者数（再掲）" };

        var held = ApprovedReading.Of(Plan, Read(Plan with { Indicators = [more, .. Plan.Indicators] }));

        held.Indicators.ShouldHaveSingleItem().Name!.Value.ShouldBe("来館者数");
        held.Findings.ShouldContain(finding => finding.Code == "PLAN010" && finding.Pointer == "/indicators");
    }

    [Fact]
    public void Of_AMisreadIndicatorTable_KeepsTheTreeTiedToTheSameIndicators()
    {
        var second = Plan.Indicators[0] with { Number = 7, Name = "宿泊者数" };
        var plan = Plan with
        {
            Form = PlanForm.Comprehensive,
            Indicators = [Plan.Indicators[0], second],
            Nodes =
            [
                new PolicyNode(1, null, "にぎわい", "", null) { Indicators = [new(4, null)] },
                new PolicyNode(2, null, "滞在", "", null) { Indicators = [new(7, 2m)] },
            ],
            Levels = ["施策"],
        };
        var read = Read(plan);
        var more = read.Indicators[0] with { Name = read.Indicators[0].Name! with { Value = "来館者数（再掲）" } };
        var misread = read with
        {
            Indicators = [more, .. read.Indicators],
            Tree =
            [
                .. read.Tree.Select(node =>
                    node with
                    {
                        Indicators =
                        [
                            .. node.Indicators.Select(tie =>
                                tie with
                                {
                                    Indicator = tie.Indicator with { Value = tie.Indicator.Value + 1 },
                                }
                            ),
                        ],
                    }
                ),
            ],
        };

        var held = ApprovedReading.Of(plan, misread);

        held.Tree.Select(node => node.Indicators.Single().Indicator.Value).ShouldBe([0, 1]);
        held.Findings.Where(finding =>
                finding.Severity == Severity.Error && finding.Code.StartsWith("PLAN01", StringComparison.Ordinal)
            )
            .Select(finding => finding.Pointer)
            .ShouldBe(["/indicators"]);
    }

    [Fact]
    public void Of_AnotherTree_SaysItOnceWithTheFirstDifferenceAndTheirCount()
    {
        var nodes = Enumerable.Range(1, 8).Select(n => new PolicyNode(n, null, $"施策の名{n}", "", null)).ToList();
        var plan = Plan with { Form = PlanForm.Comprehensive, Nodes = nodes, Levels = ["施策"] };

        var held = ApprovedReading.Of(
            plan,
            Read(plan with { Nodes = [.. nodes.Select(node => node with { Name = node.Name + "改" })] })
        );

        held.Tree.ShouldBeEmpty();
        var said = held.Findings.Single(finding => finding.Pointer == "/tree");
        said.Code.ShouldBe("PLAN014");
        FindingText.MessageOf(said).ShouldContain("8か所");
        FindingText.MessageOf(said).ShouldContain("施策の名1改");
    }

    [Fact]
    public void Of_OtherCostAndPeriod_LeavesBothOpen()
    {
        var passages = Plan.Passages.SetItem("5-2-7", "1千円").SetItem("6-end", "2050年3月31日");

        var held = ApprovedReading.Of(Plan, Read(Plan with { Passages = passages }));

        (held.TotalCostYen, held.PlanEnd).ShouldBe((null, null));
        held.Findings.Where(finding => finding.Code == "PLAN010")
            .Select(finding => finding.Pointer)
            .ShouldBe(["/totalCostYen", "/planEnd"], ignoreOrder: true);
    }

    private static Reading Read(PlanContent content) =>
        Recogniser.Read(DocumentReader.Read("計画.docx", WordWriter.Write(PlanDocument.Of(content))));
}
