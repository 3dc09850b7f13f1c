using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.Search;
using Shirube.Tests.Documents.Stored;
using Shirube.Tests.Support;

namespace Shirube.Tests.Search;

public sealed class SimilarIndicatorsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly GovernmentCode Gunma = GovernmentCode.Parse("100005");
    private static readonly GovernmentCode Kiryu = GovernmentCode.Parse("102032");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Gunma's two plans and one of Kiryu's; that of Kiryu is shared with Gunma alone.</summary>
    public async ValueTask InitializeAsync()
    {
        await using var gunma = database.NewContext();
        await gunma.ImportAsync(SamplePlan.File(), Cancel);
        await gunma.ImportAsync(
            SamplePlan
                .File("別の計画")
                .With(text => text.Replace("学習拠点の利用者数 | 人", "学習拠点のべ利用者数 | 回")),
            Cancel
        );
        await using var kiryu = database.NewContext("102032");
        await kiryu.ImportAsync(SamplePlan.File() with { Government = Kiryu }, Cancel);
        await new ShareDocument(kiryu, TimeProvider.System).ExecuteAsync(
            Importing.AskerOf(kiryu),
            1,
            Gunma,
            true,
            Cancel
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Execute_OfAKpi_FindsThoseOfOtherPlansTheClosestFirst()
    {
        await using var db = database.NewContext();

        var found = await new SimilarIndicators(db).ExecuteAsync(
            Importing.AskerOf(db),
            new ComparedIndicator(Gunma, 1, "学習拠点の利用者数", "人"),
            Cancel
        );

        found
            .Select(one => (one.Subject.Government, one.Subject.Number, one.IsSameUnit))
            .ShouldBe([(Kiryu, 1, true), (Gunma, 2, false)]);
        found[0].Likeness.ShouldBe(1);
        found[1].Likeness.ShouldBeInRange(0.5, 0.99);
        string.Concat(found[1].Name.Where(part => part.IsHit).Select(part => part.Text)).ShouldBe("学習拠点の利用者数");
    }

    [Fact]
    public async Task Execute_ByWhoIsShownNothing_FindsNothingOfOthers()
    {
        await using var db = database.NewContext("102032");

        var found = await new SimilarIndicators(db).ExecuteAsync(
            Importing.AskerOf(db),
            new ComparedIndicator(Kiryu, 1, "学習拠点の利用者数", "人"),
            Cancel
        );

        found.ShouldBeEmpty();
    }
}
