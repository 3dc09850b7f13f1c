using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Tests.People;
using Shirube.Tests.Support;

namespace Shirube.Tests.Documents.Stored;

/// <summary>A plan that several governments make: all see it, each changes its own part.</summary>
public sealed class JointPlanTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly GovernmentCode Gunma = GovernmentCode.Parse("100005");
    private static readonly GovernmentCode Kiryu = GovernmentCode.Parse("102032");
    private static readonly GovernmentCode Isesaki = GovernmentCode.Parse("102041");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Correct_OwnPart_IsDoneAndToldToBothTrails()
    {
        var version = await SharedAsync("分担した計画", keeper: Kiryu);
        await using (var kiryu = database.NewContext(Kiryu.Value))
        {
            var isNew = await CorrectAsync(kiryu, version, "/indicators/0/baseline", "1300");
            isNew.ShouldBeTrue();
            (await LastActAsync(kiryu)).ShouldBe("value.corrected");
        }

        await using var gunma = database.NewContext(Gunma.Value);
        (await gunma.Indicators.In(version).SingleAsync(one => one.Position == 0, Cancel)).Baseline.ShouldBe(1300);
        var note = await gunma.Corrections.In(version).SingleAsync(Cancel);
        note.ActingFor.ShouldBe(Kiryu);
        (await LastActAsync(gunma)).ShouldBe("value.corrected");
    }

    [Theory]
    [InlineData("/title")]
    [InlineData("/chapters/0/text")]
    public async Task Correct_WhatTheOwnerKeeps_IsRefusedToTheOther(string pointer)
    {
        var version = await SharedAsync("残りは群馬県の計画" + pointer.Length, keeper: Kiryu);
        await using var kiryu = database.NewContext(Kiryu.Value);

        var refused = await Should.ThrowAsync<DocumentRefusedException>(() =>
            CorrectAsync(kiryu, version, pointer, "ほか")
        );

        refused.Code.ShouldBe("CORRECT010");
    }

    [Fact]
    public async Task Correct_PartGivenAway_IsRefusedToTheOwner()
    {
        var version = await SharedAsync("任せた計画", keeper: Kiryu);
        await using var gunma = database.NewContext(Gunma.Value);

        var refused = await Should.ThrowAsync<DocumentRefusedException>(() =>
            CorrectAsync(gunma, version, "/indicators/0/baseline", "1300")
        );

        refused.Code.ShouldBe("CORRECT010");
    }

    [Fact]
    public async Task Write_IntoWhatOnlyIsShared_IsRefusedByTheDatabaseToo()
    {
        var version = await SharedAsync("共有だけの計画", keeper: Gunma);
        await using var kiryu = database.NewContext(Kiryu.Value);

        var changed = await kiryu.Database.ExecuteSqlAsync(
            $"update indicator set baseline = 1 where document_number = {version.Document}",
            Cancel
        );

        changed.ShouldBe(0);
    }

    [Fact]
    public async Task Share_TakenBack_TakesThePartsBackAndHidesTheDocument()
    {
        var version = await SharedAsync("やめた計画", keeper: Kiryu);
        await using (var gunma = database.NewContext(Gunma.Value))
        {
            var share = new ShareDocument(gunma, TimeProvider.System);
            (await share.ExecuteAsync(Importing.AskerOf(gunma), version.Document, Kiryu, false, Cancel)).ShouldBeNull();
            (await gunma.DocumentParts.In(version).AnyAsync(Cancel)).ShouldBeFalse();
        }

        await using var kiryu = database.NewContext(Kiryu.Value);
        (await OpenDocument.FindAsync(kiryu, Gunma.Value, version.Document, null, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Share_WithAGovernmentThatIsNotHere_SaysSo()
    {
        var version = await SharedAsync("まだいない団体の計画", keeper: Gunma);
        await using var gunma = database.NewContext(Gunma.Value);

        var fault = await new ShareDocument(gunma, TimeProvider.System).ExecuteAsync(
            Importing.AskerOf(gunma),
            version.Document,
            GovernmentCode.Parse("472158"),
            true,
            Cancel
        );

        fault!.Code.ShouldBe("SHARE003");
    }

    [Fact]
    public async Task Import_NextVersion_LeavesThePartWithItsKeeper()
    {
        var version = await SharedAsync("版を重ねる計画", keeper: Kiryu);
        await using var gunma = database.NewContext(Gunma.Value);
        var file = SamplePlan.File("版を重ねる計画");
        var next = await gunma.ImportAsync(file with { Content = [.. file.Content, .. "\n改訂"u8] }, Cancel);

        next.Version.Version.ShouldBe(version.Version + 1);
        (await gunma.DocumentParts.In(next.Version).SingleAsync(Cancel)).KeptBy.ShouldBe(Kiryu);
    }

    [Fact]
    public async Task Assign_ToAGovernmentWithWhichItIsNotShared_IsRefused()
    {
        var version = await SharedAsync("伊勢崎市の知らない計画", keeper: Gunma);
        await using var gunma = database.NewContext(Gunma.Value);

        var fault = await new AssignParts(gunma, TimeProvider.System).ExecuteAsync(
            Importing.AskerOf(gunma),
            version,
            new Dictionary<int, GovernmentCode> { [0] = Isesaki },
            Cancel
        );

        fault!.Code.ShouldBe("SHARE004");
    }

    [Fact]
    public async Task Share_ByWhoMayNot_IsRefused()
    {
        var version = await SharedAsync("読むだけの人の計画", keeper: Gunma);
        await using var gunma = database.NewContext(Gunma.Value);
        var auditor = new Asker(Guid.NewGuid(), "監査（見本）", Gunma, [new HeldPost(Role.Auditor, null)], "test");

        await Should.ThrowAsync<NotPermittedException>(() =>
            new ShareDocument(gunma, TimeProvider.System).ExecuteAsync(auditor, version.Document, Isesaki, true, Cancel)
        );
    }

    /// <summary>A plan of 群馬県, shared with 桐生市, its first indicator kept by the keeper.</summary>
    private async Task<VersionKey> SharedAsync(string name, GovernmentCode keeper)
    {
        foreach (var code in new[] { Gunma, Kiryu, Isesaki })
            await new Office(database, code.Value).RegisterAsync();
        await using var db = database.NewContext(Gunma.Value);
        var version = (await db.ImportAsync(SamplePlan.File(name), Cancel)).Version;
        var asker = Importing.AskerOf(db);
        (
            await new ShareDocument(db, TimeProvider.System).ExecuteAsync(asker, version.Document, Kiryu, true, Cancel)
        ).ShouldBeNull();
        var keepers = new Dictionary<int, GovernmentCode> { [0] = keeper };
        (await new AssignParts(db, TimeProvider.System).ExecuteAsync(asker, version, keepers, Cancel)).ShouldBeNull();
        return version;
    }

    private static Task<bool> CorrectAsync(ShirubeDb db, VersionKey version, string pointer, string value) =>
        new CorrectValue(db, TimeProvider.System).ExecuteAsync(
            Importing.AskerOf(db),
            version,
            new ValueCorrection(pointer, value, "確認した"),
            cancel: Cancel
        );

    private static Task<string> LastActAsync(ShirubeDb db) =>
        db.AuditRecords.OrderByDescending(record => record.Number).Select(record => record.Act).FirstAsync(Cancel);
}
