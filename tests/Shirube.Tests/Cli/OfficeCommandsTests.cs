using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Shirube.Data;
using Shirube.Tests.Support;

namespace Shirube.Tests.Cli;

/// <summary>An administrator without the site: from an empty folder to a verified trail.</summary>
public sealed class OfficeCommandsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Person_FromInvitationToErasure_IsOnRecordAndTheTrailIsWhole()
    {
        (await RunAsync("person", "list", "--government", "102032")).ExitCode.ShouldBe(1);
        (await RunAsync("government", "add", "102033")).ExitCode.ShouldBe(2);
        (await RunAsync("government", "add", "102032")).ExitCode.ShouldBe(0);
        (await RunAsync("department", "add", "企画課", "--government", "102032")).Output.ShouldContain("1番");

        var invited = await RunAsync([
            .. "person invite --mail a@city.example --role 企画担当 --department 企画課 --government 102032 --name".Split(
                ' '
            ),
            "職員A（見本）",
        ]);
        invited.ExitCode.ShouldBe(0);
        invited.Output.ShouldMatch("/invitations/[0-9a-f]{48}");
        (await OnAsync("erase", "--why", "退職")).Error.ShouldContain("まだ役職を持っている");
        var export = await OnAsync("export");
        JsonDocument.Parse(export.Output).RootElement.GetProperty("held").GetArrayLength().ShouldBeGreaterThan(5);
        export.Output.ShouldNotContain("secret_hash");
        (await OnAsync("reset", "--why", "窓口で確認")).Output.ShouldMatch("/invitations/[0-9a-f]{48}");
        (await OnAsync("break-glass", "--why", "認証が止まったとき")).Output.ShouldContain("緊急用アカウントに指定");
        (await OnAsync("break-glass-end", "--why", "担当の交代")).ExitCode.ShouldBe(0);
        (await OnAsync("revoke", "--why", "退職")).ExitCode.ShouldBe(0);
        (await OnAsync("erase", "--why", "退職")).Output.ShouldContain("残るものと理由");
        (await OnAsync("export")).ExitCode.ShouldBe(1);

        var trail = await RunAsync("audit", "verify");
        trail.ExitCode.ShouldBe(0);
        var noted = Regex.Match(trail.Output, @"102032 .*  (\d+:[0-9a-f]{64})").Groups[1].Value;
        (await RunAsync("audit", "verify", "--government", "102032", "--expect", noted)).ExitCode.ShouldBe(0);
        var wrong = noted[..^1] + (noted[^1] == '0' ? '1' : '0');
        (await RunAsync("audit", "verify", "--government", "102032", "--expect", wrong)).ExitCode.ShouldBe(1);
        await TamperAsync("update audit_record set why = 'later' where trail = '102032' and number = 3");
        var altered = await RunAsync("audit", "verify");
        altered.ExitCode.ShouldBe(1);
        altered.Output.ShouldContain("3番の記録が書き換えられています");
    }

    [Fact]
    public async Task Sample_People_AreThereOnceAndTheirPasswordsAreTheOwnersAlone()
    {
        var first = await RunAsync("sample", "people");
        var again = await RunAsync("sample", "people");

        first.ExitCode.ShouldBe(0);
        again.Output.ShouldContain("もういます");
        var file = Path.Combine(Data, "sample-people.txt");
#pragma warning disable CA1416 // The program runs on Linux alone.
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
#pragma warning restore CA1416
        var list = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        foreach (var role in Enum.GetValues<Shirube.Permissions.Role>())
            list.ShouldContain(Shirube.Permissions.PermissionText.Of(role));
        (await RunAsync("person", "list", "--government", "102041")).Output.Split('\n').Length.ShouldBe(6);
    }

    private Task<CommandResult> OnAsync(string act, params string[] more) =>
        RunAsync(["person", act, "a@city.example", "--government", "102032", .. more]);

    private Task<CommandResult> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync([.. arguments, "--data", Data], null, ("SHIRUBE_LANG", "ja"));

    private async Task TamperAsync(string sql)
    {
        await using var cluster = await PrivateCluster.OpenAsync(Data, ClusterUse.Working, new ClusterSettings());
        var administrator = cluster.ConnectionTo(DatabaseRoles.Database, "postgres");
        administrator.Pooling = false;
        await using var connections = NpgsqlDataSource.Create(administrator);
        await connections.ExecuteAsync(
            $"alter table audit_record disable trigger user; {sql}",
            TestContext.Current.CancellationToken
        );
    }
}
