using Shirube.Documents;
using Shirube.Documents.Recognition;

namespace Shirube.Cli;

/// <summary>A document named on the command line. What cannot be read is said on standard error.</summary>
internal static class DocumentFile
{
    /// <summary>Null when the file is not there or is refused; the reason then stands on standard error.</summary>
    public static (SourceDocument Document, Reading Reading)? Read(string path)
    {
        try
        {
            var document = DocumentReader.Read(Path.GetFileName(path), FileOnDisk.Load(path));
            return (document, Recogniser.Read(document));
        }
        catch (DocumentRefusedException refused)
        {
            Console.Error.WriteLine(Output.Refusal(path, refused));
        }
        return null;
    }
}
