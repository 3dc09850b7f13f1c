using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Documents.Stored;
using Shirube.Governments;

namespace Shirube.Search;

/// <summary>Versions of a government's documents that search does not find: stored before there was an index, or under an older rule.</summary>
public static class UnindexedVersions
{
    private sealed record Numbers(int Document, int Version);

    public static async Task<IReadOnlyList<VersionKey>> OfAsync(
        ShirubeDb db,
        GovernmentCode government,
        CancellationToken cancel
    )
    {
        var found = await db
            .Database.SqlQuery<Numbers>(
                $"""
                select document_number as "Document", version_number as "Version" from document_version
                where government_code = {government.Value} and not exists (
                    select from search_version indexed
                    where indexed.government_code = document_version.government_code and subject = 'Document'
                        and number = document_number and version = version_number and rule = {FoldedText.Rule})
                order by document_number, version_number
                """
            )
            .ToListAsync(cancel);
        return [.. found.Select(one => new VersionKey(government, one.Document, one.Version))];
    }

    /// <summary>Versions, and plans under writing, of which search does not know all.</summary>
    public static async Task<int> CountAsync(ShirubeDb db, GovernmentCode government, CancellationToken cancel) =>
        (await OfAsync(db, government, cancel)).Count + (await DraftsAsync(db, government, cancel)).Count;

    /// <summary>Numbers of plans under writing that are not in the index as a whole.</summary>
    internal static async Task<IReadOnlyList<int>> DraftsAsync(
        ShirubeDb db,
        GovernmentCode government,
        CancellationToken cancel
    ) =>
        await db
            .Database.SqlQuery<int>(
                $"""
                select number as "Value" from plan_draft
                where government_code = {government.Value} and not exists (
                    select from search_version indexed
                    where indexed.government_code = plan_draft.government_code and subject = 'Draft'
                        and indexed.number = plan_draft.number and version = 0 and rule = {FoldedText.Rule})
                order by number
                """
            )
            .ToListAsync(cancel);

    /// <summary>Lets all of a government's be indexed anew; until they are, what the index holds is still found.</summary>
    internal static Task ForgetAsync(ShirubeDb db, GovernmentCode government, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"update search_version set rule = 0 where government_code = {government.Value}",
            cancel
        );
}
