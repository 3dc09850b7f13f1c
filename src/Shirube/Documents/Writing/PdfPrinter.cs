using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Shirube.Faults;

namespace Shirube.Documents.Writing;

/// <summary>A file that was written, or why it was not.</summary>
public sealed record WrittenFile(byte[]? Content, Fault? Fault = null);

/// <summary>
/// Prints a document as PDF: its HTML through the Chromium that is installed, a process of its own in a private folder,
/// without a network and with limits. Where none is installed, the other formats go on working.
/// </summary>
public static class PdfPrinter
{
    private const int SecondsOfTime = 60;
    private const int SecondsOfProcessor = 60;
    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
        "microsoft-edge",
    ];

    /// <summary>One at a time: a second browser would only make both slow.</summary>
    private static readonly SemaphoreSlim Turn = new(1);

    public static bool IsInstalled => Find(Names) is not null;

    public static async Task<WrittenFile> WriteAsync(WrittenDocument document, CancellationToken cancel = default)
    {
        if (Find(Names) is not { } browser)
            return new WrittenFile(null, new Fault(null, "FORM001"));
        await Turn.WaitAsync(cancel);
        var folder = Directory.CreateTempSubdirectory("shirube-print-");
        try
        {
            var page = Path.Combine(folder.FullName, "page.html");
            var pdf = Path.Combine(folder.FullName, "page.pdf");
            await File.WriteAllBytesAsync(page, HtmlWriter.Write(document), cancel);
            var ended = await RunAsync(browser, Arguments(folder.FullName, page, pdf), folder.FullName, cancel);
            if (!ended)
                return new WrittenFile(null, new Fault(null, "FORM002", null, SecondsOfTime));
            return File.Exists(pdf)
                ? new WrittenFile(await File.ReadAllBytesAsync(pdf, cancel))
                : new WrittenFile(null, new Fault(null, "FORM003"));
        }
        finally
        {
            Remove(folder);
            Turn.Release();
        }
    }

    private static IEnumerable<string> Arguments(string folder, string page, string pdf)
    {
        if (Environment.IsPrivilegedProcess)
            yield return "--no-sandbox";
        yield return "--headless";
        yield return "--disable-gpu";
        yield return "--disable-extensions";
        yield return "--disable-background-networking";
        yield return "--disable-dev-shm-usage";
        yield return "--no-first-run";
        yield return "--host-resolver-rules=MAP * ~NOTFOUND";
        yield return $"--user-data-dir={Path.Combine(folder, "profile")}";
        yield return "--no-pdf-header-footer";
        yield return "--generate-pdf-document-outline";
        yield return $"--print-to-pdf={pdf}";
        yield return new Uri(page).AbsoluteUri;
    }

    /// <summary>False when it did not end in time.</summary>
    private static async Task<bool> RunAsync(
        string browser,
        IEnumerable<string> arguments,
        string home,
        CancellationToken cancel
    )
    {
        using var process = new Process { StartInfo = Limited(browser, arguments) };
        process.StartInfo.Environment["HOME"] = home;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(TimeSpan.FromSeconds(SecondsOfTime));
        try
        {
            await process.WaitForExitAsync(time.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            cancel.ThrowIfCancellationRequested();
            return false;
        }
    }

    /// <summary>A browser reserves more addresses than it uses, so only its processor time is limited.</summary>
    private static ProcessStartInfo Limited(string browser, IEnumerable<string> arguments)
    {
        string[] limits = [string.Create(CultureInfo.InvariantCulture, $"--cpu={SecondsOfProcessor}"), browser];
        var start = Find(["prlimit"]) is { } limiter
            ? new ProcessStartInfo(limiter, [.. limits, .. arguments])
            : new ProcessStartInfo(browser, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return start;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It ended by itself meanwhile.
        }
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // The browser's last processes may still write there; the system clears its temporary folder.
        }
    }

    private static string? Find(IEnumerable<string> programs) =>
        programs
            .SelectMany(program =>
                (Environment.GetEnvironmentVariable("PATH") ?? "")
                    .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                    .Select(folder => Path.Combine(folder, program))
            )
            .FirstOrDefault(File.Exists);
}
