using System.Diagnostics;
using System.Globalization;

namespace Shirube.Tests.Support.Rendering;

/// <summary>Prints HTML to PDF with the installed Chromium.</summary>
public static class Chromium
{
    public static byte[] Print(string html)
    {
        using var folder = new ScratchFolder();
        var page = folder.Path("page.html");
        File.WriteAllText(page, html);
        List<string> arguments =
        [
            "--headless",
            "--disable-gpu",
            $"--user-data-dir={folder.Path("profile")}",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            $"--print-to-pdf={folder.Path("page.pdf")}",
            new Uri(page).AbsoluteUri,
        ];
        if (Environment.UserName == "root")
            arguments.Insert(0, "--no-sandbox");
        OutsideProgram.Run("chromium", arguments);
        return File.ReadAllBytes(folder.Path("page.pdf"));
    }
}

/// <summary>
/// Converts office files to PDF with the installed LibreOffice. Its exit status is 0 whatever happens, so the output
/// file is what counts; two processes cannot share one profile, so they take turns.
/// </summary>
public static class LibreOffice
{
    /// <summary>What a sheet shows, in UTF-8.</summary>
    public const string Csv = "csv:Text - txt - csv (StarCalc):44,34,76";

    private static readonly Lock Turn = new();
    private static readonly Lazy<ScratchFolder> Profile = new(() =>
    {
        var folder = new ScratchFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    });

    /// <param name="ending">docx or xlsx.</param>
    /// <param name="target">Ending of the format to make, pdf unless told; a filter may follow behind a colon.</param>
    public static IReadOnlyList<byte[]> Convert(IReadOnlyList<byte[]> files, string ending, string target = "pdf")
    {
        using var folder = new ScratchFolder();
        var names = files.Select((_, i) => i.ToString(CultureInfo.InvariantCulture)).ToList();
        foreach (var (name, file) in names.Zip(files))
            File.WriteAllBytes(folder.Path($"{name}.{ending}"), file);
        lock (Turn)
        {
            OutsideProgram.Run(
                "soffice",
                [
                    $"-env:UserInstallation={new Uri(Profile.Value.Path("profile")).AbsoluteUri}",
                    "--headless",
                    "--convert-to",
                    target,
                    "--outdir",
                    folder.Path("out"),
                    .. names.Select(name => folder.Path($"{name}.{ending}")),
                ]
            );
        }
        return [.. names.Select(name => File.ReadAllBytes(folder.Path($"out/{name}.{target.Split(':')[0]}")))];
    }
}

/// <summary>Text of a PDF as pdftotext gives it: one more layout that people's files come in.</summary>
public static class PdfText
{
    /// <param name="mode"><c>-raw</c> (drawing order), <c>-layout</c> (looks), or null (reading order).</param>
    public static string Of(byte[] pdf, string? mode = null)
    {
        using var folder = new ScratchFolder();
        File.WriteAllBytes(folder.Path("in.pdf"), pdf);
        OutsideProgram.Run(
            "pdftotext",
            [.. mode is null ? Array.Empty<string>() : [mode], folder.Path("in.pdf"), folder.Path("out.txt")]
        );
        return File.ReadAllText(folder.Path("out.txt"));
    }
}

internal static class OutsideProgram
{
    public static void Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(TimeSpan.FromMinutes(2)))
            return;
        process.Kill(entireProcessTree: true);
        throw new TimeoutException($"{program} did not end");
    }
}

/// <summary>A folder of its own, gone when disposed.</summary>
public sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shirube-test-");

    public string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Chromium's last helper processes may still hold their lock files; the system clears its temp folder.
        }
    }
}
