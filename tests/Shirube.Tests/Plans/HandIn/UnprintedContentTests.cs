using System.Text.RegularExpressions;
using Shirube.Documents.Writing;
using Shirube.Plans.HandIn;
using Shirube.Plans.Writing;
using Shirube.Tests.Plans.Writing;

namespace Shirube.Tests.Plans.HandIn;

public sealed partial class UnprintedContentTests
{
    [Fact]
    public void Of_AWholePlan_NamesWhatIsNotPrintedAndNothingThatIs()
    {
        var plan = WholePlan.Of(7);
        var left = UnprintedContent.Of(plan).Select(held => held.Place).ToList();

        left.ShouldContain("/plan/links/above");
        left.ShouldContain("/plan/nodes/2/links/above");
        // An annex says what the figures mean.
        left.ShouldNotContain(place => place.StartsWith("/plan/indicators/1/", StringComparison.Ordinal));
        left.ShouldNotContain(place => place.EndsWith("/weight", StringComparison.Ordinal));
        left.ShouldNotContain(place => place.StartsWith("/plan/privateShares", StringComparison.Ordinal));
        // They have no address.
        left.ShouldNotContain("/plan/links/beside");
        left.ShouldNotContain("/plan/nodes/2/links/ordinance");
    }

    [Fact]
    public void Of_AFigureBehindTheFormsYears_NamesIt()
    {
        var plan = WholePlan.Of(7);
        var late = new PlanTarget(plan.Years[^1] + 1, PlanFigure.Of("800"));

        var held = UnprintedContent
            .Of(
                plan with
                {
                    Indicators = [plan.Indicators[0] with { Targets = [.. plan.Indicators[0].Targets, late] }],
                }
            )
            .Single(held => held.Place == "/plan/indicators/1/target");
        (held.Year, held.After).ShouldBe((late.Year.Year, "800"));
    }

    /// <summary>Whatever changes in a plan changes its document, or stands beside it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Of_WithTheDocument_HoldsEachSingleChange(int seed)
    {
        var plan = WholePlan.Of(seed);
        var whole = Whole(plan);
        PlanMutation
            .All(plan)
            .Where(mutation => !SaidOtherwise().IsMatch(mutation.Name) && Whole(mutation.Content) == whole)
            .Select(mutation => mutation.Name)
            .ShouldBeEmpty();
    }

    private static string Whole(PlanContent plan) =>
        MarkdownText(PlanDocument.Of(plan)) + string.Join('\n', UnprintedContent.Of(plan));

    private static string MarkdownText(WrittenDocument document) =>
        System.Text.Encoding.UTF8.GetString(MarkdownWriter.Write(document));

    /// <summary>
    /// A number in other digits; the number by which Shirube knows a part; a figure that says otherwise than its text, which
    /// nobody can type; a weight of 1, which is that of who has none.
    /// </summary>
    [GeneratedRegex(
        @"= -?\d+\.\d*000$|\[\d+\]\.number = |(?:figure|baseline)\.(?:text|state|value) |nodes\[2\]\.weight blank"
    )]
    private static partial Regex SaidOtherwise();
}
