using Microsoft.EntityFrameworkCore;
using Shirube.Documents.Stored;
using Shirube.Indicators;
using Shirube.Tests.Support;

namespace Shirube.Tests.Documents.Stored;

/// <summary>A revised plan handed in after people put values of the first version right.</summary>
public sealed class CarryCorrectionsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Baseline = "/indicators/0/baseline";
    private const string First = "/indicators/0/targets/0/value";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_ReadAsBefore_KeepsTheCorrectionWithItsDoerAndVersion()
    {
        var version = await ImportAsync(SamplePlan.File("続く計画"));
        await CorrectAsync(version.Version, Baseline, "1,250");

        var revised = await ImportAsync(SamplePlan.File("続く計画", first: "350"));

        revised.Corrections.Single().Result.ShouldBe(CarryResult.Carried);
        await using var db = database.NewContext();
        (await IndicatorAsync(revised.Version, 0)).Baseline.ShouldBe(1250);
        var kept = await db.Corrections.In(revised.Version).SingleAsync(Cancel);
        (kept.Before, kept.After, kept.ActingFor?.Value, kept.Reason).ShouldBe(
            ("1200", "1250", "100005", "原本を確認")
        );
        kept.CarriedFrom.ShouldBe(1);
        (await db.LeftCorrections.In(revised.Version).CountAsync(Cancel)).ShouldBe(0);

        var third = await ImportAsync(SamplePlan.File("続く計画", first: "360"));
        (await db.Corrections.In(third.Version).SingleAsync(Cancel)).CarriedFrom.ShouldBe(1);
        (await IndicatorAsync(third.Version, 0)).Baseline.ShouldBe(1250);
    }

    [Fact]
    public async Task Import_ReadOtherwise_LeavesTheCorrectionForAPerson()
    {
        var version = await ImportAsync(SamplePlan.File("変わる計画"));
        await CorrectAsync(version.Version, First, "310");

        var revised = await ImportAsync(SamplePlan.File("変わる計画", first: "350"));

        revised.Corrections.Single().Result.ShouldBe(CarryResult.Changed);
        (await IndicatorAsync(revised.Version, 0)).Figures.Min(figure => figure.Value).ShouldBe(350);
        await using var db = database.NewContext();
        (await db.Corrections.In(revised.Version).CountAsync(Cancel)).ShouldBe(0);
        var left = await db.LeftCorrections.In(revised.Version).SingleAsync(Cancel);
        (left.Pointer, left.ReadBefore, left.Corrected, left.ReadNow).ShouldBe((First, "300", "310", "350"));
    }

    [Fact]
    public async Task Import_NewVersionSaysItItself_SettlesTheCorrection()
    {
        var version = await ImportAsync(SamplePlan.File("済んだ計画"));
        await CorrectAsync(version.Version, First, "310");

        var revised = await ImportAsync(SamplePlan.File("済んだ計画", first: "310"));

        revised.Corrections.Single().Result.ShouldBe(CarryResult.Settled);
    }

    [Fact]
    public async Task Import_IndicatorsInAnotherOrder_FollowsTheNames()
    {
        var version = await ImportAsync(SamplePlan.File("並ぶ計画"));
        await CorrectAsync(version.Version, Baseline, "1,250");
        await CorrectAsync(version.Version, "/indicators/0/targetBasis", "annualFlow");
        await CorrectAsync(version.Version, "/indicators/0/direction", "higher");

        var revised = await ImportAsync(SamplePlan.File("並ぶ計画").With(SamplePlan.SwapIndicators));

        revised.Corrections.ShouldAllBe(one => one.Result == CarryResult.Carried);
        var moved = await IndicatorAsync(revised.Version, 1);
        (moved.Name, moved.Baseline).ShouldBe(("学習拠点の利用者数", 1250));
        (moved.TargetBasis, moved.Direction).ShouldBe((TargetBasis.AnnualFlow, Direction.Higher));
        (await IndicatorAsync(revised.Version, 0)).TargetBasis.ShouldBeNull();
    }

    [Fact]
    public async Task Import_IndicatorRemoved_SaysThatTheCorrectionHasNoPlace()
    {
        var version = await ImportAsync(SamplePlan.File("減る計画"));
        await CorrectAsync(version.Version, "/indicators/1/baseline", "2");

        var revised = await ImportAsync(
            SamplePlan
                .File("減る計画")
                .With(text => text.Replace("共創プロジェクト数", "共同研究の件数", StringComparison.Ordinal))
        );

        revised.Corrections.Single().Result.ShouldBe(CarryResult.Gone);
        await using var db = database.NewContext();
        (await db.LeftCorrections.In(revised.Version).SingleAsync(Cancel)).Item.ShouldBe("共創プロジェクト数");
    }

    [Fact]
    public async Task Import_HeadingOfTheFiguresChanged_AsksForTheirMeaningAgain()
    {
        var version = await ImportAsync(SamplePlan.File("見出しの計画"));
        await CorrectAsync(version.Version, "/indicators/0/targetBasis", "incrementOverBaseline");

        var revised = await ImportAsync(
            SamplePlan
                .File("見出しの計画")
                .With(text => text.Replace("年度増加分", "年度目標値", StringComparison.Ordinal))
        );

        revised.Corrections.Single().Result.ShouldBe(CarryResult.Changed);
        (await IndicatorAsync(revised.Version, 0)).TargetBasis.ShouldBeNull();
    }

    [Fact]
    public async Task Import_TitleMisreadAgain_IsAVersionOfTheDocumentThatWasPutRight()
    {
        var version = await ImportAsync(SamplePlan.File("誤読の計画"));
        await CorrectAsync(version.Version, "/title", "正しい名の計画");

        var revised = await ImportAsync(SamplePlan.File("誤読の計画", first: "350"));

        revised.Version.ShouldBe(version.Version with { Version = 2 });
        await using var db = database.NewContext();
        var document = await db.Documents.SingleAsync(one => one.Number == version.Version.Document, Cancel);
        document.Name.ShouldBe("正しい名の計画");
    }

    [Fact]
    public async Task Import_NameOfAnIndicatorPutRight_IsFoundUnderItsRightName()
    {
        var version = await ImportAsync(
            SamplePlan
                .File("名の計画")
                .With(text => text.Replace("学習拠点の利用者数", "学晋拠点の利用者数", StringComparison.Ordinal))
        );
        await CorrectAsync(version.Version, "/indicators/0/name", "学習拠点の利用者数");
        await CorrectAsync(version.Version, Baseline, "1,250");

        var revised = await ImportAsync(SamplePlan.File("名の計画"));

        revised.Corrections.Select(one => one.Result).ShouldBe([CarryResult.Settled, CarryResult.Carried]);
        (await IndicatorAsync(revised.Version, 0)).Baseline.ShouldBe(1250);
    }

    [Fact]
    public async Task Preview_RevisedFile_SaysWhatTheImportWouldDo()
    {
        var version = await ImportAsync(SamplePlan.File("予告の計画"));
        await CorrectAsync(version.Version, Baseline, "1,250");
        var file = SamplePlan.File("予告の計画").With(text => text[..text.IndexOf("| KPI", StringComparison.Ordinal)]);
        var reading = Shirube.Documents.Recognition.Recogniser.Read(
            Shirube.Documents.DocumentReader.Read(file.FileName, file.Content, Cancel)
        );

        await using var db = database.NewContext();
        var preview = (
            await VersionPreview.FindAsync(
                db,
                version.Version.Government,
                reading.Title?.Value,
                file.FileName,
                reading,
                cancel: Cancel
            )
        ).ShouldNotBeNull();

        preview.Version.ShouldBe(2);
        preview.Parts.ShouldContain(new PartCount("indicators", 2, 0));
        preview.Corrections.Single().Result.ShouldBe(CarryResult.Gone);
    }

    private async Task<Indicator> IndicatorAsync(VersionKey version, int position)
    {
        await using var db = database.NewContext();
        return await db
            .Indicators.In(version)
            .Include(indicator => indicator.Figures)
            .SingleAsync(indicator => indicator.Position == position, Cancel);
    }

    private async Task<ImportOutcome> ImportAsync(ImportedFile file)
    {
        await using var db = database.NewContext();
        return await db.ImportAsync(file, Cancel);
    }

    private async Task CorrectAsync(VersionKey version, string pointer, string value)
    {
        await using var db = database.NewContext();
        var correction = new ValueCorrection(pointer, value, "原本を確認");
        (
            await new CorrectValue(db, TimeProvider.System).ExecuteAsync(
                Importing.AskerOf(db),
                version,
                correction,
                cancel: Cancel
            )
        ).ShouldBeTrue();
    }
}
