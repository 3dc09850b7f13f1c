using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Shirube.Documents.Formats.Pdf;

/// <summary>How a poppler program ended.</summary>
internal sealed record PopplerEnd(int Status, string Errors)
{
    /// <summary>Ended by a signal, as over its limit of memory or time; what is merely damaged ends with a status of its own.</summary>
    public bool HitLimit => Status > 128;

    public bool WantsPassword => Errors.Contains("Incorrect password", StringComparison.Ordinal);
}

/// <summary>
/// Runs poppler's programs on one PDF: each a process of its own without a shell, on a copy in a private folder, with
/// limits on time and memory; all are killed when reading is cancelled or given up.
/// </summary>
internal sealed class PdfPoppler : IDisposable
{
    /// <summary>Seconds that the whole reading of one file may take.</summary>
    public const int TimeLimit = 90;

    /// <summary>
    /// Seconds of processor time that each program may take at most, whatever the file's size; a busy machine alone does
    /// not use it up. A hundred pages take about half a second.
    /// </summary>
    private const int MostProcessorSeconds = 20;
    private const int LeastProcessorSeconds = 4;
    private const int BytesForAnotherSecond = 512 << 10;
    private const long MemoryLimit = 640L << 20;
    private static readonly string? Limiter = Find("prlimit");

    private readonly DirectoryInfo folder;
    private readonly CancellationTokenSource stop;
    private readonly int processorSeconds;

    /// <exception cref="DocumentRefusedException">FILE031: poppler is not installed.</exception>
    public PdfPoppler(byte[] content, CancellationToken cancel)
    {
        foreach (var program in (string[])["pdftotext", "pdftocairo"])
        {
            if (Find(program) is null)
                throw new DocumentRefusedException("FILE031", program);
        }
        // A small file that wants much time is a bomb: little on paper unpacks to very much.
        processorSeconds = Math.Min(
            MostProcessorSeconds,
            LeastProcessorSeconds + (content.Length / BytesForAnotherSecond)
        );
        folder = Directory.CreateTempSubdirectory("shirube-pdf-");
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(TimeSpan.FromSeconds(TimeLimit));
        File = Path.Combine(folder.FullName, "in.pdf");
        System.IO.File.WriteAllBytes(File, content);
    }

    public string File { get; }

    public static bool IsInstalled(string program) => Find(program) is not null;

    /// <summary>True when the time is up, or reading was cancelled.</summary>
    public bool Stopped => stop.IsCancellationRequested;

    /// <summary>Kills what still runs.</summary>
    public void Stop() => stop.Cancel();

    /// <summary>Runs a program and reads what it prints while it runs; when <paramref name="read"/> returns, the rest is not wanted.</summary>
    public PopplerEnd Run<T>(string program, IEnumerable<string> arguments, Func<Stream, T> read, out T result)
    {
        using var process = Start(Find(program)!, arguments);
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            if (errors.Length < 2000)
                errors.Append(line.Data).Append('\n');
        };
        process.BeginErrorReadLine();
        using (stop.Token.Register(() => Kill(process)))
        {
            try
            {
                result = read(process.StandardOutput.BaseStream);
            }
            finally
            {
                process.StandardOutput.BaseStream.Dispose();
                process.WaitForExit();
            }
        }
        return new PopplerEnd(process.ExitCode, errors.ToString());
    }

    /// <summary>Arguments for a range of pages, counted from 1.</summary>
    public static string[] Pages(int first, int last) =>
        ["-f", first.ToString(CultureInfo.InvariantCulture), "-l", last.ToString(CultureInfo.InvariantCulture)];

    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
        folder.Delete(recursive: true);
    }

    private Process Start(string path, IEnumerable<string> arguments)
    {
        var limited = Limiter is null
            ? new ProcessStartInfo(path)
            : new ProcessStartInfo(
                Limiter,
                [
                    string.Create(CultureInfo.InvariantCulture, $"--as={MemoryLimit}"),
                    string.Create(CultureInfo.InvariantCulture, $"--cpu={processorSeconds}"),
                    path,
                ]
            );
        foreach (var argument in arguments)
            limited.ArgumentList.Add(argument);
        limited.RedirectStandardOutput = true;
        limited.RedirectStandardError = true;
        limited.UseShellExecute = false;
        return Process.Start(limited)!;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the meantime.
        }
    }

    private static string? Find(string program)
    {
        var name = OperatingSystem.IsWindows() ? program + ".exe" : program;
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(System.IO.File.Exists);
    }
}
