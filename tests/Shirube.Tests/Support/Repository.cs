namespace Shirube.Tests.Support;

/// <summary>Places around the repository that the tests use.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Shirube.slnx.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory, "Shirube.slnx");

    /// <summary>The real documents, which are not part of the project: a folder shared/documents beside it.</summary>
    public static string Documents
    {
        get
        {
            var folder =
                Environment.GetEnvironmentVariable("SHIRUBE_DOCUMENTS")
                ?? Path.Combine(Root, "..", "shared", "documents");
            Assert.SkipUnless(
                Directory.Exists(folder),
                "The real documents are not beside this repository; SHIRUBE_DOCUMENTS can name their folder."
            );
            return folder;
        }
    }

    /// <summary>Path of the real document whose name begins with <paramref name="number"/>, for example 000.</summary>
    public static string Document(string number) => Directory.GetFiles(Documents, number + "_*.txt").Single();

    /// <summary>What the programs are written in: the C# and Razor files under src, without what a build made.</summary>
    public static IEnumerable<(string Path, string Text)> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".cs" or ".razor")
            .Where(path =>
                !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules")
            )
            .Select(path => (path, File.ReadAllText(path)));

    private static string Above(string folder, string marker)
    {
        while (!File.Exists(Path.Combine(folder, marker)))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException(marker);
        return folder;
    }
}
