using Shirube.Documents.Recognition;
using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>A file that is to be imported, with all that it says and whose document it is.</summary>
public sealed record ReadFile(ImportedFile File, SourceDocument Document, Reading Reading, Government Government)
{
    /// <summary>Number of the approval that decided what it says; null for a file that is brought in.</summary>
    public int? Approval { get; init; }

    /// <exception cref="DocumentRefusedException">
    /// The file cannot be read, or its kind or its government cannot be told.
    /// </exception>
    public static async Task<ReadFile> ReadAsync(ImportedFile file, CancellationToken cancel = default)
    {
        var (document, reading) = await TimedReading.ReadAsync(file.FileName, file.Content, TimedReading.Limit, cancel);
        if (reading.Kind == ReadingKind.Unknown)
            throw new DocumentRefusedException("IMPORT002", file.FileName);
        return new(file, document, reading, GovernmentOf(file, reading));
    }

    private static Government GovernmentOf(ImportedFile file, Reading reading)
    {
        if (file.Government is { } given)
            return GovernmentDirectory.Find(given)
                ?? throw new DocumentRefusedException("IMPORT003", file.FileName, given.Value);
        var name = file.CorrectedOr("/entities/0", reading.Entities.Count > 0 ? reading.Entities[0].Value : null);
        return (name is null ? null : GovernmentDirectory.FindByName(name))
            ?? throw new DocumentRefusedException("IMPORT001", file.FileName, name ?? "―");
    }
}
