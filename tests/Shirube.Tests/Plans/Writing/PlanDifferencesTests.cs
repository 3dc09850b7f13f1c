using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Shirube.Approvals;
using Shirube.Plans.Writing;
using Shirube.Web.Approvals;

namespace Shirube.Tests.Plans.Writing;

public sealed class PlanDifferencesTests
{
    [Fact]
    public void Between_OneContentAndItsBytesReadAgain_IsNothing() =>
        ForSeeds(seed =>
        {
            var plan = WholePlan.Of(seed);
            PlanDifferences.Between(plan, PlanContentJson.Read(PlanContentJson.Write(plan))).ShouldBeEmpty();
        });

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Between_EachSingleChange_IsNamed(int seed)
    {
        var plan = WholePlan.Of(seed);
        foreach (var mutation in PlanMutation.All(plan))
            ShouldBeNamed(plan, mutation);
    }

    [Fact]
    public void Between_AnySingleChange_IsNamed() =>
        ForSeeds(seed =>
        {
            var plan = WholePlan.Of(seed);
            var mutations = PlanMutation.All(plan);
            ShouldBeNamed(plan, mutations[seed % mutations.Count]);
        });

    [Fact]
    public void Between_AnyTwo_NamesSomethingOrTheirBytesAreTheSame() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).Two().ToArbitrary(),
                seeds =>
                {
                    var (old, now) = (WholePlan.Of(seeds.Item1), WholePlan.Of(seeds.Item2));
                    PlanDifferences.Between(old, now).Any().ShouldBe(!AreSame(old, now));
                    PlanDifferences.Between(old, now).ShouldAllBe(one => one.Place != PlanDifferences.Root);
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>A field that is added to the plan is added there, and so to every change above.</summary>
    [Fact]
    public void WholePlan_HoldsEveryFieldOfEveryPart()
    {
        var held = JsonNode.Parse(PlanContentJson.Write(WholePlan.Of(3)))!.ToJsonString();
        var parts = (Type[])
            [
                typeof(PlanContent),
                typeof(PlanAuthor),
                typeof(PlanIndicator),
                typeof(PlanTarget),
                typeof(PlanFigure),
                typeof(PolicyNode),
                typeof(NodeIndicator),
                typeof(PlanLink),
                typeof(FundingAmount),
                typeof(PrivateShareTarget),
                typeof(ScheduleItem),
            ];

        foreach (
            var field in parts
                .SelectMany(part => part.GetProperties())
                .Where(field => field is { CanWrite: true } && field.GetIndexParameters().Length == 0)
        )
            held.ShouldContain($"\"{JsonNamingPolicy.CamelCase.ConvertName(field.Name)}\":");
    }

    private static void ShouldBeNamed(PlanContent plan, PlanMutation mutation)
    {
        AreSame(plan, mutation.Content).ShouldBeFalse(mutation.Name);
        foreach (var (old, now) in new[] { (plan, mutation.Content), (mutation.Content, plan) })
        {
            var found = PlanDifferences.Between(old, now);
            found.ShouldNotBeEmpty(mutation.Name);
            foreach (var difference in found)
            foreach (var language in (string[])["ja", "en"])
                ShouldBeWords(difference, language, mutation.Name);
        }
    }

    private static void ShouldBeWords(Difference difference, string language, string mutation)
    {
        var spoken = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var (where, before, now) = DifferenceText.Of(
                new ContentDifference
                {
                    Place = difference.Place,
                    Item = difference.Item,
                    Year = difference.Year,
                    Before = difference.Before,
                    After = difference.After,
                }
            );
            var whole = $"{mutation}: {difference} {where}";
            difference.Place.ShouldNotBe(PlanDifferences.Root, whole);
            where.ShouldNotContain("PlanDifference", Case.Sensitive, whole);
            where.ShouldNotContain("{", Case.Sensitive, whole);
            before.ShouldNotBe(now, whole);
            before.ShouldNotBeEmpty(whole);
            now.ShouldNotBeEmpty(whole);
        }
        finally
        {
            CultureInfo.CurrentUICulture = spoken;
        }
    }

    private static bool AreSame(PlanContent old, PlanContent now) =>
        PlanContentJson.Write(old).AsSpan().SequenceEqual(PlanContentJson.Write(now));

    private static void ForSeeds(Action<int> holds) =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), holds).QuickCheckThrowOnFailure();
}
