using Shirube.Documents.Comparison;

namespace Shirube.Tests.Documents.Comparison;

public sealed class ChangeProposalTests
{
    [Fact]
    public void Of_NoChange_AsksForNothing() => Propose(Plan(), Plan()).Procedure.ShouldBe(ChangeProcedure.None);

    [Fact]
    public void Of_AnotherArea_PointsToCertification()
    {
        var proposal = Propose(Plan(area: "群馬県の全域"), Plan(area: "群馬県桐生市の全域"));

        proposal.Procedure.ShouldBe(ChangeProcedure.Certification);
        proposal.Reasons.ShouldHaveSingleItem().Ground.ShouldBe(ChangeGround.Area);
    }

    [Fact]
    public void Of_AChapterThatStatesTheSameAreaOtherwise_SaysNothingOfTheArea()
    {
        var old = Plan();
        var now = old with
        {
            Parts = [new ComparedPart(new Place("3", ["区域"]), "3 区域", ["群馬県の全域"]), .. old.Parts],
        };

        Propose(old, now).Reasons.ShouldHaveSingleItem().Ground.ShouldBe(ChangeGround.Wording);
    }

    [Fact]
    public void Of_AnotherWidthAlone_IsMinor() =>
        Propose(Plan("目標は１０件とする。"), Plan("目標は10件とする。")).Procedure.ShouldBe(ChangeProcedure.Minor);

    [Fact]
    public void Of_WordsOfTheProjects_CannotBeSaid() =>
        Propose(Plan("センターを整備して人材を育てる。"), Plan("センターを設置して人材を育てる。"))
            .Procedure.ShouldBe(ChangeProcedure.Unclear);

    [Fact]
    public void Of_SeveralChanges_TheWeightiestComesFirst()
    {
        var proposal = Propose(
            Plan("目標は１０件とする。", "群馬県の全域"),
            Plan("目標は10件とする。", "群馬県前橋市の全域")
        );

        proposal.Reasons.Select(reason => reason.Ground).ShouldBe([ChangeGround.Area, ChangeGround.Wording]);
    }

    [Fact]
    public void Words_OfEachGroundThatRestsOnTheOrdinance_SayThatItIsToBeChecked()
    {
        foreach (var ground in Enum.GetValues<ChangeGround>())
            ComparisonText.Of(ground).ShouldNotBe($"ChangeGround.{ground}");
        ComparisonText.Of(ChangeGround.Period).ShouldContain("要確認");
        ComparisonText.Of(ChangeGround.Goal).ShouldContain("要確認");
        ComparisonText.Of(ChangeGround.Area).ShouldContain("要確認");
    }

    private static ChangeProposal Propose(ComparedPlan old, ComparedPlan now) =>
        ChangeProposal.Of(PlanComparison.Between(old, now));

    private static ComparedPlan Plan(string text = "該当なし。", string area = "群馬県の全域") =>
        new(
            [new(PlanFact.Area, area)],
            [],
            [new ComparedPart(new Place("5-2③", ["事業の内容"]), "5-2③ 事業の内容", [text])]
        );
}
