using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>Under which name a file is kept, and which document of its government it is a version of.</summary>
public static class DocumentName
{
    /// <summary>The title that was read or put in its place; the file's own name where there is none.</summary>
    public static string Of(string? title, string fileName)
    {
        var name = Storable.Text(
            string.IsNullOrWhiteSpace(title) ? Path.GetFileNameWithoutExtension(fileName) : title.Trim()
        );
        return name.Length <= Document.NameMaxLength ? name : name[..Document.NameMaxLength];
    }

    /// <summary>
    /// The document of that name, else the one whose title was once read so and put right since: the same misreading
    /// must not make a second document.
    /// </summary>
    public static async Task<Document?> FindAsync(
        ShirubeDb db,
        GovernmentCode government,
        ReadingKind kind,
        string name,
        CancellationToken cancel
    )
    {
        var folded = Document.Fold(name);
        var own = db.Documents.Where(document => document.GovernmentCode == government && document.Kind == kind);
        if (await own.FirstOrDefaultAsync(document => document.FoldedName == folded, cancel) is { } known)
            return known;
        var titles = await db
            .Corrections.Where(correction => correction.GovernmentCode == government && correction.Pointer == "/title")
            .Join(
                own,
                correction => correction.DocumentNumber,
                document => document.Number,
                (correction, document) => new { correction.Before, Document = document }
            )
            .ToListAsync(cancel);
        return titles.Find(title => title.Before is { } before && Document.Fold(before) == folded)?.Document;
    }
}
