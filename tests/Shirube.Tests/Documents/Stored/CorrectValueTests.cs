using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Indicators;
using Shirube.Tests.Support;

namespace Shirube.Tests.Documents.Stored;

public sealed class CorrectValueTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Baseline = "/indicators/0/baseline";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Baseline, "1,250", "1250")]
    [InlineData("/indicators/0/name", "拠点の利用者数", "拠点の利用者数")]
    [InlineData("/indicators/0/baselineYear", "R6", "2024")]
    [InlineData("/indicators/1/targets/1/value", "▲２", "-2")]
    [InlineData("/indicators/1/total", "", null)]
    [InlineData("/area", "群馬県桐生市の全域", "群馬県桐生市の全域")]
    [InlineData("/planEnd", "令和10年3月31日", "2028-03-31")]
    [InlineData("/totalCostYen", "2,000,000", "2000000")]
    [InlineData("/entities/0", "群馬県桐生市", "群馬県桐生市")]
    [InlineData("/title", "名前を直した計画", "名前を直した計画")]
    public async Task Correct_Value_IsStoredWithWhatItWas(string pointer, string value, string? after)
    {
        var version = await ImportAsync("計画 " + pointer + value);
        (await CorrectAsync(version, pointer, value)).ShouldBeTrue();
        (await CorrectAsync(version, pointer, value)).ShouldBeFalse();
        await using var db = database.NewContext();
        var note = await db.Corrections.In(version).SingleAsync(Cancel);
        note.After.ShouldBe(after);
        note.ActingFor!.Value.Value.ShouldBe("100005");
    }

    [Theory]
    [InlineData(Baseline, "abc", "CORRECT002")]
    [InlineData(Baseline, "1250人", "CORRECT002")]
    [InlineData(Baseline, "1\n2", "CORRECT002")]
    [InlineData(Baseline, "79228162514264337593543950335", "CORRECT008")]
    [InlineData(Baseline, "0.00000000000000000000000000001", "CORRECT008")]
    [InlineData("/totalCostYen", "9999999999999999999999999999", "CORRECT008")]
    [InlineData("/planEnd", "2028-02-30", "CORRECT002")]
    [InlineData("/indicators/0/baselineYear", "24", "CORRECT002")]
    [InlineData("/entities/0", "", "CORRECT005")]
    [InlineData("/indicators/9/baseline", "1", "CORRECT001")]
    [InlineData("/indicators/0/no", "5", "CORRECT001")]
    [InlineData("/indicators/0/position", "5", "CORRECT001")]
    [InlineData("/indicators/0/governmentCode", "5", "CORRECT001")]
    [InlineData("/reading", "{}", "CORRECT001")]
    [InlineData("", "x", "CORRECT001")]
    public async Task Correct_WhatDoesNotFit_IsRefused(string pointer, string value, string code)
    {
        var version = await ImportAsync("計画");
        var refused = await Should.ThrowAsync<DocumentRefusedException>(() => CorrectAsync(version, pointer, value));
        refused.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Correct_WithoutReason_IsRefused()
    {
        var version = await ImportAsync("計画");
        var refused = await Should.ThrowAsync<DocumentRefusedException>(() =>
            CorrectAsync(version, Baseline, "1", reason: " ")
        );
        refused.Code.ShouldBe("CORRECT003");
    }

    [Fact]
    public async Task Correct_FigureRemoved_BecomesNotEntered()
    {
        var version = await ImportAsync("消す計画");
        await CorrectAsync(version, "/indicators/0/targets/0/value", null);
        await using var db = database.NewContext();
        var indicator = await db
            .Indicators.In(version)
            .Include(indicator => indicator.Figures)
            .SingleAsync(indicator => indicator.Position == 0, Cancel);
        var figure = indicator.Figures.Single(figure => figure is { Role: FigureRole.Target, Position: 0 });
        figure.Value.ShouldBeNull();
        figure.State.ShouldBe(FigureState.NotEntered);
    }

    [Theory]
    [InlineData("認定の日")]
    [InlineData("certification")]
    public async Task Correct_StartToTheCertification_IsKept(string typed)
    {
        var version = await ImportAsync("認定の計画 " + typed);
        (await CorrectAsync(version, "/planStart", typed)).ShouldBeFalse();
        await CorrectAsync(version, "/planStart", "2024-04-01");
        (await CorrectAsync(version, "/planStart", typed, new SeenValue("2024-04-01"))).ShouldBeTrue();
        await using var db = database.NewContext();
        var plan = await db.Plans.In(version).SingleAsync(Cancel);
        (plan.StartsOnCertification, plan.PlanStart).ShouldBe((true, null));
        (await db.Corrections.In(version).OrderBy(note => note.Number).LastAsync(Cancel)).After.ShouldBe(
            "certification"
        );
    }

    [Fact]
    public async Task Correct_LineBreakInOneLine_IsRefused()
    {
        var version = await ImportAsync("改行の計画");
        var refused = await Should.ThrowAsync<DocumentRefusedException>(() =>
            CorrectAsync(version, "/area", "群馬県の\r\n全域")
        );
        refused.Code.ShouldBe("CORRECT007");
    }

    [Fact]
    public async Task Correct_TwoWhoSawTheSame_OnlyTheFirstIsTaken()
    {
        var version = await ImportAsync("二人の計画");
        var seen = new SeenValue("1200");
        await CorrectAsync(version, Baseline, "1300", seen);
        var refused = await Should.ThrowAsync<DocumentRefusedException>(() =>
            CorrectAsync(version, Baseline, "1400", seen)
        );
        refused.Code.ShouldBe("CORRECT004");
        FindingText.MessageOf(refused).ShouldContain("1300");
    }

    [Fact]
    public async Task Correct_TwoAtOnce_OnlyOneIsTaken()
    {
        var version = await ImportAsync("同時の計画");
        var tries = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async i =>
                {
                    try
                    {
                        return await CorrectAsync(version, Baseline, $"{1300 + i}", new SeenValue("1200"));
                    }
                    catch (DocumentRefusedException)
                    {
                        return false;
                    }
                })
        );
        tries.Count(taken => taken).ShouldBe(1);
    }

    [Theory]
    [InlineData("update correction set reason = ''")]
    [InlineData("delete from correction")]
    [InlineData("delete from document_version")]
    [InlineData("update source_file set size = 0")]
    [InlineData("alter table correction add column x int")]
    public async Task Serve_ChangingWhatWasKept_IsRefusedByTheDatabase(string sql)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => database.Connections.ExecuteAsync(sql, Cancel));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private async Task<VersionKey> ImportAsync(string name)
    {
        await using var db = database.NewContext();
        return (await db.ImportAsync(SamplePlan.File(name), Cancel)).Version;
    }

    private async Task<bool> CorrectAsync(
        VersionKey version,
        string pointer,
        string? value,
        SeenValue? seen = null,
        string reason = "原本を確認"
    )
    {
        await using var db = database.NewContext();
        return await new CorrectValue(db, TimeProvider.System).ExecuteAsync(
            Importing.AskerOf(db),
            version,
            new ValueCorrection(pointer, value, reason),
            seen,
            Cancel
        );
    }
}
