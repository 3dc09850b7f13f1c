using System.Diagnostics;

namespace Shirube.Data;

/// <summary>Runs a short program to its end; one that is given up is ended.</summary>
internal static class ShortProgram
{
    /// <exception cref="DatabaseRefusedException">It is not there, or failed; the message holds its own last words.</exception>
    public static async Task RunAsync(ProcessStartInfo start, CancellationToken cancel)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        using var process =
            Process.Start(start) ?? throw new DatabaseRefusedException("ProgramFailed", start.FileName, "");
        process.StandardInput.Close();
        string errors;
        try
        {
            var words = process.StandardError.ReadToEndAsync(cancel);
            await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            errors = await words;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
        if (process.ExitCode != 0)
            throw new DatabaseRefusedException(
                "ProgramFailed",
                string.Join(' ', [start.FileName, .. start.ArgumentList]),
                errors.Trim()
            );
    }
}
