using Shirube.Documents;

namespace Shirube.Cli;

/// <summary>The files that a command line means: those named, and within named folders all that Shirube reads.</summary>
internal static class ImportFiles
{
    public static IEnumerable<string> Find(IEnumerable<string> paths) =>
        paths.SelectMany(path => Directory.Exists(path) ? InFolder(path) : [path]).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> InFolder(string folder) =>
        Directory
            .EnumerateFiles(
                folder,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden }
            )
            .Where(file =>
                DocumentReader.Reads(file)
                // What explains a folder is not one of its documents.
                && !Path.GetFileName(file).StartsWith("README", StringComparison.OrdinalIgnoreCase)
            )
            .Order(StringComparer.Ordinal);
}
