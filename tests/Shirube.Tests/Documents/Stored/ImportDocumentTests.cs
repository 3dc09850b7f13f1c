using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.Tests.Support;

namespace Shirube.Tests.Documents.Stored;

public sealed class ImportDocumentTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_NewPlan_StoresWhatWasReadAndItsText()
    {
        var outcome = await ImportAsync(SamplePlan.File(name: "新しい計画"));
        outcome.Effect.ShouldBe(ImportEffect.Created);
        outcome.Name.ShouldBe("新しい計画");
        outcome.Version.Government.Value.ShouldBe("100005");
        outcome.Version.Version.ShouldBe(1);
        outcome.Address.ShouldBe($"/governments/100005/documents/{outcome.Version.Document}");

        await using var db = database.NewContext();
        var indicators = await db
            .Indicators.In(outcome.Version)
            .Include(indicator => indicator.Figures)
            .OrderBy(indicator => indicator.Position)
            .ToListAsync(Cancel);
        indicators.Select(indicator => indicator.Name).ShouldBe(["学習拠点の利用者数", "共創プロジェクト数"]);
        indicators[0].Baseline.ShouldBe(1200);
        indicators[0].Figures.OrderBy(figure => figure.Position).Select(figure => figure.Value).ShouldBe([300, 400]);
        var version = await db.Versions.In(outcome.Version).SingleAsync(Cancel);
        using var transcript = new Transcript(version.Reading);
        var evidence = transcript.EvidenceAt("/indicators/0/baseline").ShouldNotBeNull();
        transcript.ValueAt("/indicators/0/baseline").ShouldBe("1200");
        var page = await db.SourcePages.SingleAsync(page => page.Sha256 == version.Sha256, Cancel);
        page.Text.Split('\n')[evidence.At.Line - page.FirstLine].ShouldContain("1,200");
    }

    [Fact]
    public async Task Import_SameFileAgain_ChangesNothing()
    {
        var first = await ImportAsync(SamplePlan.File(name: "同じ計画"));
        var again = await ImportAsync(SamplePlan.File(name: "同じ計画"));
        again.ShouldBe(first with { Effect = ImportEffect.Unchanged });
    }

    [Fact]
    public async Task Import_SameFileByTwoAtOnce_StoresItOnce()
    {
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => ImportAsync(SamplePlan.File(name: "一度に")))
        );
        outcomes.Count(outcome => outcome.Effect == ImportEffect.Created).ShouldBe(1);
        outcomes.Select(outcome => outcome.Version).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Import_RevisedFile_IsTheNextVersionOfTheSamePlan()
    {
        var first = await ImportAsync(SamplePlan.File(name: "変わる計画 ２"));
        var revised = await ImportAsync(SamplePlan.File(name: "変わる 計画2", first: "350"));
        revised.Effect.ShouldBe(ImportEffect.NewVersion);
        revised.Version.ShouldBe(first.Version with { Version = 2 });
        revised.Address.ShouldBe(first.Address);
    }

    [Fact]
    public async Task Import_SameNameOfAnotherGovernment_IsAnotherPlan()
    {
        await ImportAsync(SamplePlan.File(name: "よくある計画"));
        var other = await ImportAsync(SamplePlan.File(name: "よくある計画", author: "群馬県桐生市"));
        other.Effect.ShouldBe(ImportEffect.Created);
        other.Version.Government.Value.ShouldBe("102032");
    }

    [Fact]
    public async Task Import_UnknownGovernment_IsRefusedAndLeavesNothing()
    {
        var file = SamplePlan.File(name: "だれかの計画", author: "どこか広域連合");
        var refused = await Should.ThrowAsync<DocumentRefusedException>(() => ImportAsync(file));
        refused.Code.ShouldBe("IMPORT001");
        FindingText.FixOf(refused).ShouldContain("--government");
        await using (var db = database.NewContext())
            (await db.Documents.CountAsync(document => document.Name == "だれかの計画", Cancel)).ShouldBe(0);

        var given = await ImportAsync(file with { Government = GovernmentCode.Parse("102041") });
        given.Version.Government.Value.ShouldBe("102041");
    }

    [Fact]
    public async Task Import_UnknownKind_IsRefused()
    {
        var file = new ImportedFile("memo.txt", Encoding.UTF8.GetBytes("きょうの献立\nカレーライス\n"));
        var refused = await Should.ThrowAsync<DocumentRefusedException>(() => ImportAsync(file));
        refused.Code.ShouldBe("IMPORT002");
    }

    [Fact]
    public async Task Import_CorrectionThatDoesNotFit_LeavesNothing()
    {
        var file = SamplePlan.File(name: "訂正の合わない計画") with
        {
            Corrections = [new("/indicators/0/baseline", "abc", "確認した")],
        };
        (await Should.ThrowAsync<DocumentRefusedException>(() => ImportAsync(file))).Code.ShouldBe("CORRECT002");
        await using var db = database.NewContext();
        (await db.Documents.CountAsync(document => document.Name == "訂正の合わない計画", Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Import_WithCorrections_KeepsThemAndWhatWasRead()
    {
        var outcome = await ImportAsync(
            SamplePlan.File(name: "読み違えた計画") with
            {
                Corrections =
                [
                    new("/title", "正しい計画", "改行の誤り"),
                    new("/indicators/0/targets/0/value", "３１０", "原本どおり"),
                ],
            }
        );
        outcome.Name.ShouldBe("正しい計画");
        await using var db = database.NewContext();
        var correction = await db
            .Corrections.In(outcome.Version)
            .SingleAsync(correction => correction.Pointer == "/indicators/0/targets/0/value", Cancel);
        correction.Before.ShouldBe("300");
        correction.After.ShouldBe("310");
        using var transcript = new Transcript((await db.Versions.In(outcome.Version).SingleAsync(Cancel)).Reading);
        transcript.ValueAt("/indicators/0/targets/0/value").ShouldBe("300");
    }

    private async Task<ImportOutcome> ImportAsync(ImportedFile file)
    {
        var read = await ReadFile.ReadAsync(file, Cancel);
        await using var db = database.NewContext(read.Government.Code.Value);
        return await new ImportDocument(db, TimeProvider.System).ExecuteAsync(Importing.AskerOf(db), read, Cancel);
    }
}
