using Shirube.Documents;
using Shirube.Documents.Recognition;

namespace Shirube.Cli;

/// <summary>A document named on the command line. What cannot be read is said on standard error.</summary>
internal static class DocumentFile
{
    /// <summary>Null when the file is not there or is refused; the reason then stands on standard error.</summary>
    public static async Task<(SourceDocument Document, Reading Reading)?> ReadAsync(
        string path,
        CancellationToken cancel
    )
    {
        try
        {
            var content = FileOnDisk.Load(path);
            return await TimedReading.ReadAsync(Path.GetFileName(path), content, TimedReading.Limit, cancel);
        }
        catch (DocumentRefusedException refused)
        {
            await Console.Error.WriteLineAsync(Output.Refusal(path, refused));
        }
        return null;
    }
}
