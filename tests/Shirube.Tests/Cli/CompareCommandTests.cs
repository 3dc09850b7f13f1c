using System.Text.Json;
using Shirube.Documents;
using Shirube.Tests.Documents.Stored;
using Shirube.Tests.Support;

namespace Shirube.Tests.Cli;

public sealed class CompareCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Compare_TwoVersions_PrintsWhatChangedInEachFormat()
    {
        await ImportAsync("first.md", "300");
        await ImportAsync("second.md", "310");

        var text = await RunAsync("compare", "1", "--government", "100005");
        text.ExitCode.ShouldBe(0);
        text.Output.ShouldContain("[[310]]");
        text.Output.ShouldContain("変更の区分の案：");

        var json = await RunAsync(
            "compare",
            "1",
            "--government",
            "100005",
            "--old",
            "2",
            "--new",
            "1",
            "--format",
            "json"
        );
        var rows = JsonDocument.Parse(json.Output).RootElement.GetProperty("rows");
        rows.EnumerateArray()
            .SelectMany(row => row.GetProperty("new").EnumerateArray())
            .ShouldContain(run =>
                run.GetProperty("changed").GetBoolean() && run.GetProperty("text").GetString() == "300"
            );

        var file = Path.Combine(folder.Path, "対照.docx");
        (
            await RunAsync("compare", "1", "--government", "100005", "--format", "docx", "--output", file)
        ).ExitCode.ShouldBe(0);
        DocumentReader
            .Read("対照.docx", await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))
            .Tables.ShouldHaveSingleItem();

        var sheet = Path.Combine(folder.Path, "対照.xlsx");
        (
            await RunAsync("compare", "1", "--government", "100005", "--format", "xlsx", "--output", sheet)
        ).ExitCode.ShouldBe(0);
        DocumentReader
            .Read("対照.xlsx", await File.ReadAllBytesAsync(sheet, TestContext.Current.CancellationToken))
            .Tables.ShouldNotBeEmpty();
        JsonDocument
            .Parse(json.Output)
            .RootElement.GetProperty("reasons")
            .EnumerateArray()
            .ShouldAllBe(reason => reason.GetProperty("text").GetString()!.Length > 0);

        (await RunAsync("compare", "7", "--government", "100005")).ExitCode.ShouldBe(2);
    }

    private async Task ImportAsync(string name, string first)
    {
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllBytesAsync(
            path,
            SamplePlan.File("対照する計画", first: first).Content,
            TestContext.Current.CancellationToken
        );
        (await RunAsync("import", path)).ExitCode.ShouldBe(0);
    }

    private Task<CommandResult> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync([.. arguments, "--data", Path.Combine(folder.Path, "data")], null, ("SHIRUBE_LANG", "ja"));
}
