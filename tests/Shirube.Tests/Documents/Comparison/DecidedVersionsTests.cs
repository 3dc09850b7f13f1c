using Shirube.Documents;
using Shirube.Documents.Comparison;
using Shirube.Documents.Recognition;
using Shirube.Documents.Writing;
using Shirube.Plans.HandIn;
using Shirube.Plans.Writing;
using Shirube.Tests.Web.Approvals;
using Format = Shirube.Documents.DocumentFormat;

namespace Shirube.Tests.Documents.Comparison;

/// <summary>Versions that plans became which were written in Shirube: what stands behind their chapters is compared, too.</summary>
public sealed class DecidedVersionsTests
{
    private static readonly PlanContent Plan = DecidedSample.Of(PlanForm.A3007, "学びの計画");

    [Fact]
    public async Task Compare_VersionsOfWhichOnlyTheMoneyDiffers_SaysSo()
    {
        var later = Plan with { Funding = [.. Plan.Funding.Select(one => one with { Yen = one.Yen + 5_000_000 })] };

        var comparison = PlanComparison.Between(await ReadAsync(Plan), await ReadAsync(later));

        comparison.Shown(false).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Compare_VersionsWithAnotherTreeScheduleAndShare_SaysEach()
    {
        var later = Plan with
        {
            Nodes = [.. Plan.Nodes.Select(node => node.Number == 4 ? node with { Name = "企業とむすぶ" } : node)],
            Schedule = [.. Plan.Schedule.Skip(1)],
            PrivateShares = [new(1, 5.55m), new(10, 40)],
        };

        var comparison = PlanComparison.Between(await ReadAsync(Plan), await ReadAsync(later));

        var said = string.Join('\n', comparison.Shown(false).Select(row => row.Place.Label).Distinct());
        foreach (var part in (string[])["施策体系", "工程表", "財源計画"])
            said.ShouldContain(part);
    }

    [Fact]
    public async Task Compare_AVersionWithItself_SaysNothing() =>
        PlanComparison.Between(await ReadAsync(Plan), await ReadAsync(Plan)).Shown(false).ShouldBeEmpty();

    private static async Task<ComparedPlan> ReadAsync(PlanContent plan)
    {
        var file = await DocumentWriter.WriteAsync(PlanDocument.Of(plan), Format.Word);
        return ComparedPlan.Of(Recogniser.Read(DocumentReader.Read("計画.docx", file.Content!)));
    }
}
