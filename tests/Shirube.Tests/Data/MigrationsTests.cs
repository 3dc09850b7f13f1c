using Shirube.Data;
using Shirube.Tests.Support;

namespace Shirube.Tests.Data;

public sealed class MigrationsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Apply_TwoRunnersAtOnce_AppliesEachFileOnce()
    {
        await using var owner = await TestPostgres.NewEmptyDatabaseAsync();
        var applied = await Task.WhenAll(Migrations.ApplyAsync(owner, Cancel), Migrations.ApplyAsync(owner, Cancel));
        applied.Order().ShouldBe([0, Migrations.Embedded().Count]);
        (await Migrations.AreAppliedAsync(owner, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task Apply_ChangedFile_IsRefused()
    {
        await using var owner = await TestPostgres.NewEmptyDatabaseAsync();
        await Migrations.ApplyAsync(owner, Cancel);
        var changed = Migrations.Embedded().Select(script => script with { Text = script.Text + " " }).ToList();
        var refused = await Should.ThrowAsync<DatabaseRefusedException>(() =>
            Migrations.ApplyAsync(owner, changed, Cancel)
        );
        refused.Reason.ShouldBe("MigrationChanged");
    }

    [Fact]
    public async Task Apply_DatabaseOfANewerProgram_IsRefused()
    {
        await using var owner = await TestPostgres.NewEmptyDatabaseAsync();
        await Migrations.ApplyAsync(owner, [.. Migrations.Embedded(), new(9999, "later", "select 1")], Cancel);
        var refused = await Should.ThrowAsync<DatabaseRefusedException>(() => Migrations.ApplyAsync(owner, Cancel));
        refused.Reason.ShouldBe("NewerDatabase");
    }

    [Fact]
    public async Task Apply_FailingFile_LeavesNothingOfIt()
    {
        await using var owner = await TestPostgres.NewEmptyDatabaseAsync();
        await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            Migrations.ApplyAsync(
                owner,
                [.. Migrations.Embedded(), new(9999, "later", "create table half (x int); select 1/0")],
                Cancel
            )
        );
        (await owner.CountAsync("where to_regclass('half') is not null", Cancel)).ShouldBe(0);
        (await Migrations.AreAppliedAsync(owner, Cancel)).ShouldBeTrue();
    }
}
