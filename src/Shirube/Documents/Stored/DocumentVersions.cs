using Microsoft.EntityFrameworkCore;
using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>What is asked of the versions of a document, and of their corrections, again and again.</summary>
internal static class DocumentVersions
{
    /// <summary>The versions of one document, the newest first.</summary>
    public static IQueryable<DocumentVersion> Of(
        this IQueryable<DocumentVersion> versions,
        GovernmentCode government,
        int document
    ) =>
        versions
            .Where(version => version.GovernmentCode == government && version.DocumentNumber == document)
            .OrderByDescending(version => version.VersionNumber);

    /// <summary>Null before the first import.</summary>
    public static Task<DocumentVersion?> NewestAsync(
        this IQueryable<DocumentVersion> versions,
        Document document,
        CancellationToken cancel
    ) => versions.AsNoTracking().Of(document.GovernmentCode, document.Number).FirstOrDefaultAsync(cancel);

    /// <summary>The corrections of one version in the order in which they were made.</summary>
    public static Task<List<Correction>> OfAsync(
        this IQueryable<Correction> corrections,
        VersionKey version,
        CancellationToken cancel
    ) => corrections.AsNoTracking().In(version).OrderBy(correction => correction.Number).ToListAsync(cancel);
}
