using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shirube.Documents;
using Shirube.Tests.Support;

namespace Shirube.Tests.Approvals;

/// <summary>What was approved cannot change: the application refuses it, and so does the database.</summary>
public sealed class ApprovalFreezeTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly ApprovalOffice office = new(database, "102032");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await office.OpenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("update indicator set name = 'x'")]
    [InlineData("update indicator_figure set value = 1")]
    [InlineData("delete from indicator_figure")]
    [InlineData("update plan_version set area = 'x'")]
    [InlineData("update document_version set title = 'x'")]
    [InlineData("update chapter set text = 'x'")]
    [InlineData(
        "insert into indicator (government_code, document_number, version_number, position, no, basis) values ('102032', {0}, 1, 99, 99, 'Level')"
    )]
    [InlineData(
        "insert into correction (government_code, document_number, version_number, number, pointer, author, reason, corrected_at) values ('102032', {0}, 1, 99, '/title', '', 'x', now())"
    )]
    public async Task Write_PastTheApplication_IsRefusedByTheDatabase(string sql)
    {
        var key = await office.ImportAsync();
        await office.DecidedAsync(key);
        await using var db = office.Db();
        var where = sql.StartsWith("insert", StringComparison.Ordinal)
            ? ""
            : $" where document_number = {key.Document}";
        await db.Database.OpenConnectionAsync(Cancel);
        var text = sql.Replace("{0}", $"{key.Document}", StringComparison.Ordinal) + where;
        await using var command = new NpgsqlCommand(text, (NpgsqlConnection)db.Database.GetDbConnection());

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel));

        refused.SqlState.ShouldBe(PostgresErrorCodes.RestrictViolation);
    }

    [Theory]
    [InlineData("update approved_content set sha256 = 'x'")]
    [InlineData("delete from approval_entry")]
    [InlineData("delete from approval")]
    [InlineData("update approval set drafter_id = drafter_id")]
    [InlineData("update approval_seat set person_id = null")]
    public async Task Write_IntoTheApprovalItself_IsNotPermitted(string sql)
    {
        await using var db = office.Db();
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task State_WrittenPastTheApplication_IsRefusedByTheDatabase()
    {
        var number = await office.SubmittedAsync(await office.ImportAsync());
        var ended = await office.DecidedAsync(await office.ImportAsync());
        await using var db = office.Db();

        (
            await Should.ThrowAsync<PostgresException>(() =>
                db.Database.ExecuteSqlAsync($"update approval set state = 'Decided' where number = {number}", Cancel)
            )
        ).SqlState.ShouldBe(PostgresErrorCodes.RestrictViolation);
        (
            await Should.ThrowAsync<PostgresException>(() =>
                db.Database.ExecuteSqlAsync($"update approval set state = 'Draft' where number = {ended}", Cancel)
            )
        ).SqlState.ShouldBe(PostgresErrorCodes.RestrictViolation);
    }

    [Fact]
    public async Task Decided_NewApprovalDrafted_OpensTheContentAndShowsTheDifference()
    {
        var key = await office.ImportAsync();
        await office.DecidedAsync(key);
        await Should.ThrowAsync<DocumentRefusedException>(() => office.CorrectAsync(key, "1300"));

        var next = await office.DraftAsync(key);
        await office.CorrectAsync(key, "1300");
        (await office.ReviseAsync(office.Drafter, next)).ShouldBeEmpty();

        await using var db = office.Db();
        var differences = await db
            .ContentDifferences.Where(row => row.ApprovalNumber == next && row.Edition == 2)
            .ToListAsync(Cancel);
        var only = differences.ShouldHaveSingleItem();
        (only.Place, only.Item, only.Before, only.After).ShouldBe(
            ("/indicators/0/baseline", "学習拠点の利用者数", "1200", "1300")
        );
    }

    [Fact]
    public async Task Discard_WhileTheContentDiffersFromWhatWasApproved_IsRefused()
    {
        var key = await office.ImportAsync();
        var decided = await office.DecidedAsync(key);
        var next = await office.DraftAsync(key);
        await office.CorrectAsync(key, "false name", "/indicators/0/name");

        var fault = await office.DiscardAsync(office.Drafter, next);

        fault!.Code.ShouldBe("APPROVAL060");
        fault.Arguments.ShouldBe([decided]);
    }

    [Fact]
    public async Task Discard_OfAnUntouchedDraft_FreezesAgain()
    {
        var key = await office.ImportAsync();
        await office.DecidedAsync(key);
        var next = await office.DraftAsync(key);

        (await office.DiscardAsync(office.Drafter, next)).ShouldBeNull();

        await Should.ThrowAsync<DocumentRefusedException>(() => office.CorrectAsync(key, "1300"));
    }

    [Fact]
    public async Task Upload_OfANewVersion_IsFreeAndItsApprovalNamesWhatChanged()
    {
        var name = "改訂する計画" + Guid.NewGuid().ToString("N");
        var first = await office.ImportAsync(name);
        await office.DecidedAsync(first);

        var second = await office.ImportAsync(name, first: "310");
        second.Version.ShouldBe(2);
        await office.CorrectAsync(second, "1300");
        var number = await office.DraftAsync(second);

        await using var db = office.Db();
        var places = await db
            .ContentDifferences.Where(row => row.ApprovalNumber == number)
            .Select(row => row.Place)
            .ToListAsync(Cancel);
        places.ShouldContain("/indicators/0/baseline");
        places.ShouldContain("/indicators/0/targets/0/value");
    }

    [Fact]
    public async Task Correct_WhileTheSameVersionIsSubmitted_EitherIsInTheApprovalOrRefused()
    {
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var key = await office.ImportAsync();
            var number = await office.DraftAsync(key);
            var frozen = await office.SeenAsync(number);

            var correcting = Record(() => office.CorrectAsync(key, "1300"));
            var submitting = office.SubmitAsync(number);
            await Task.WhenAll(correcting, submitting);

            // Never both: approved content that is no longer what is there.
            ((await correcting) is null && (await submitting) is null).ShouldBeFalse();
            ((await correcting) is null || (await submitting) is null).ShouldBeTrue();
            (await office.SeenAsync(number)).ShouldBe(frozen);
        }
    }

    [Fact]
    public async Task Content_OfTheSameVersion_IsTheSameBytesInEveryLanguage()
    {
        var key = await office.ImportAsync();
        var first = await office.DraftAsync(key);
        var here = await office.SeenAsync(first);
        (await office.DiscardAsync(office.Drafter, first)).ShouldBeNull();
        var culture = System.Globalization.CultureInfo.CurrentUICulture;
        System.Globalization.CultureInfo.CurrentUICulture = new("en");
        try
        {
            (await office.SeenAsync(await office.DraftAsync(key))).ShouldBe(here);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = culture;
        }
    }

    private static async Task<Exception?> Record(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (DocumentRefusedException refused)
        {
            return refused;
        }
    }
}
