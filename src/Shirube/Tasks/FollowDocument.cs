using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Tasks;

/// <summary>見守る: wants to know what changes in a document, no longer does, or has seen it. Concerns the person alone, so no trail is kept.</summary>
public sealed class FollowDocument(ShirubeDb db, TimeProvider clock)
{
    /// <param name="follow">False to stop.</param>
    /// <returns>What stands in the way, or null when it is done.</returns>
    public async Task<Fault?> ExecuteAsync(
        Asker asker,
        GovernmentCode documentOf,
        int number,
        bool follow,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ReadDocuments);
        var (government, now) = (asker.Government!.Value, clock.GetUtcNow());
        // Also what is no longer shared with us.
        if (!follow)
        {
            await db
                .FollowedDocuments.Where(row => row.DocumentOf == documentOf && row.DocumentNumber == number)
                .ExecuteDeleteAsync(cancel);
            return null;
        }
        if (!await db.Documents.AnyAsync(row => row.GovernmentCode == documentOf && row.Number == number, cancel))
            return new Fault(null, "TASK006");
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into followed_document (government_code, person_id, document_of, document_number, seen_at)
            values ({government.Value}, {asker.Person}, {documentOf.Value}, {number}, {now})
            on conflict (government_code, person_id, document_of, document_number) do update set seen_at = excluded.seen_at
            """,
            cancel
        );
        return null;
    }
}
