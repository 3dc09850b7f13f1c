using Shirube.Data;
using Shirube.Tests.Support;

namespace Shirube.Tests.Data;

public sealed class GivenServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_LoginWithBothRoles_MigratesAndServesAsTheLesserRole()
    {
        var address = await TestPostgres.NewAddressAsync("postgres");
        await using var store = await OpenAsync(address.ConnectionString);
        store.Cluster.ShouldBeNull();
        for (var reuse = 0; reuse < 2; reuse++)
        {
            await using var command = store.Connections.CreateCommand("select current_user::text");
            (await command.ExecuteScalarAsync(Cancel)).ShouldBe(DatabaseRoles.App);
        }
    }

    [Fact]
    public async Task Open_LoginThatMayNotMigrate_IsRefusedWithWhatToRun()
    {
        var address = await TestPostgres.NewAddressAsync(DatabaseRoles.App);
        var refused = await Should.ThrowAsync<DatabaseRefusedException>(() => OpenAsync(address.ConnectionString));
        refused.Reason.ShouldBe("NotMember");
        refused.Message.ShouldContain("grant shirube_owner");
    }

    [Fact]
    public async Task Open_NoServer_IsRefused()
    {
        var refused = await Should.ThrowAsync<DatabaseRefusedException>(() =>
            OpenAsync("Host=127.0.0.1;Port=1;Username=x;Database=y")
        );
        refused.Reason.ShouldBe("ServerUnreachable");
    }

    [Fact]
    public async Task Open_MissingDatabase_IsRefusedWithWhatToRun()
    {
        var address = await TestPostgres.NewAddressAsync("postgres");
        address.Database = "nowhere";
        var refused = await Should.ThrowAsync<DatabaseRefusedException>(() => OpenAsync(address.ConnectionString));
        refused.Reason.ShouldBe("DatabaseMissing");
        refused.Message.ShouldContain("create database \"nowhere\"");
    }

    [Theory]
    [InlineData("Multiplexing=true")]
    [InlineData("No Reset On Close=true")]
    public async Task Open_SettingThatMixesGovernments_IsRefused(string setting)
    {
        var refused = await Should.ThrowAsync<DatabaseRefusedException>(() =>
            OpenAsync("Host=127.0.0.1;Port=1;Username=x;Database=y;" + setting)
        );
        refused.Reason.ShouldBe("SettingForbidden");
    }

    [Fact]
    public async Task Open_GarbledConnectionString_IsRefused()
    {
        var refused = await Should.ThrowAsync<DatabaseRefusedException>(() => OpenAsync("Host=a;Colour=red"));
        refused.Reason.ShouldBe("ConnectionStringUnreadable");
    }

    private static Task<Store> OpenAsync(string connectionString) =>
        Store.OpenAsync(new StorePlace("unused", connectionString), ClusterUse.Working, cancel: Cancel);
}
