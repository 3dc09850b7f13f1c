using System.Diagnostics;
using System.Globalization;
using System.Text;
using Shirube.Tests.Support;

namespace Shirube.Tests.Cli;

/// <summary>The site as a process of its own.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Serve_WhoseDatabaseIsKilled_SaysWhyOnItsErrorOutputAndInItsLogAndReturnsThree()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (
            var argument in (string[])
                [
                    Path.Combine(AppContext.BaseDirectory, "Shirube.Cli.dll"),
                    "serve",
                    "--urls",
                    "http://127.0.0.1:0",
                    "--data",
                    folder.Path,
                ]
        )
            start.ArgumentList.Add(argument);
        start.Environment["SHIRUBE_LANG"] = "ja";
        start.Environment.Remove("SHIRUBE_DATABASE");
        using var site = Process.Start(start)!;
        var error = site.StandardError.ReadToEndAsync(patience.Token);
        while (await site.StandardOutput.ReadLineAsync(patience.Token) is { } line && !line.Contains("http://")) { }
        var note = await File.ReadAllLinesAsync(
            Path.Combine(folder.Path, "postgres", "postmaster.pid"),
            patience.Token
        );

        using (var server = Process.GetProcessById(int.Parse(note[0], CultureInfo.InvariantCulture)))
            server.Kill();
        var log = await site.StandardOutput.ReadToEndAsync(patience.Token);
        await site.WaitForExitAsync(patience.Token);

        site.ExitCode.ShouldBe(3);
        (await error).ShouldContain("データベースが終了コード137で止まったため、サイトも終わります");
        (await error).ShouldContain(Path.Combine(folder.Path, "postgres", "log"));
        log.ShouldContain("exit code 137");
    }
}
