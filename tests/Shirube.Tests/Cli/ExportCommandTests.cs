using Shirube.Data;
using Shirube.Documents;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Tests.Plans.HandIn;
using Shirube.Tests.Support;

namespace Shirube.Tests.Cli;

/// <summary>A plan as a file without the site.</summary>
public sealed class ExportCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder.Path, "data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Export_Plan_WritesEachFormatAndFillsAForm()
    {
        (await RunAsync("government", "add", "102032")).ExitCode.ShouldBe(0);
        await StartAsync();

        foreach (var ending in (string[])["docx", "xlsx", "md", "html"])
        {
            var file = Path.Combine(folder.Path, "計画." + ending);
            var done = await ExportAsync("1", "--format", ending, "--output", file);
            done.ExitCode.ShouldBe(0, done.Error);
            DocumentReader
                .Read(file, await File.ReadAllBytesAsync(file, Cancel))
                .Lines.ShouldContain(line => line.Plain == "海と山のしごと計画");
        }

        var (empty, filled) = (Path.Combine(folder.Path, "様式.docx"), Path.Combine(folder.Path, "記入.docx"));
        await File.WriteAllBytesAsync(empty, EmptyForms.PrintedWord(), Cancel);
        var form = await ExportAsync("1", "--form", empty, "--output", filled);
        form.ExitCode.ShouldBe(0, form.Error);
        form.Output.ShouldContain("地域再生計画の名称\t海と山のしごと計画");
        form.Error.ShouldContain("計画の側が空の項目：");
        File.Exists(filled).ShouldBeTrue();
        (await RunAsync("audit", "export", "--government", "102032")).Output.ShouldContain("plan.exported");
    }

    [Fact]
    public async Task Export_WhatIsNotThere_SaysWhatIsMissing()
    {
        (await RunAsync("government", "add", "102032")).ExitCode.ShouldBe(0);

        (await ExportAsync("7")).ExitCode.ShouldBe(2);
        (await ExportAsync("7")).Error.ShouldContain("計画 7 はありません");
        var missing = await ExportAsync("1", "--form", "nothing.docx");
        (missing.ExitCode, missing.Output).ShouldBe((2, ""));
        missing.Error.ShouldContain("nothing.docx");
        missing.Error.ShouldContain("見つかりません");
        var english = await CommandLine.RunAsync(
            ["export", "1", "--form", "nothing.docx", "--government", "102032", "--data", Data],
            null,
            ("SHIRUBE_LANG", "en")
        );
        english.Error.ShouldContain("was not found");
    }

    private async Task StartAsync()
    {
        await using var store = await Store.OpenAsync(
            StorePlace.FromEnvironment(Data),
            ClusterUse.Working,
            cancel: Cancel
        );
        var asker = Asker.Installer(GovernmentCode.Parse("102032"), "test");
        await using var db = store.NewContext(asker.Scope);
        var (number, faults) = await new StartPlan(db, TimeProvider.System).ExecuteAsync(
            asker,
            PlanForm.A3007,
            "海と山のしごと計画",
            Cancel
        );
        faults.ShouldBeEmpty();
        number.ShouldBe(1);
    }

    private Task<CommandResult> ExportAsync(params string[] arguments) =>
        RunAsync(["export", .. arguments, "--government", "102032"]);

    private Task<CommandResult> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync([.. arguments, "--data", Data], null, ("SHIRUBE_LANG", "ja"));
}
