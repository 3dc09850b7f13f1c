using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Governments;

namespace Shirube.Approvals;

/// <summary>
/// 決裁による凍結: while an approval of a subject is in review, and after it was decided, the subject changes only after a
/// new approval of it was drafted. The database refuses it too, <c>0010_approvals.sql</c>.
/// </summary>
public static class ApprovalFreeze
{
    /// <summary>The number of the approval that freezes the subject; null when it may change.</summary>
    public static Task<int?> FrozenByAsync(
        ShirubeDb db,
        GovernmentCode government,
        string address,
        CancellationToken cancel = default
    ) =>
        db.Database.SqlQuery<int?>($"select frozen_by({government.Value}, {address}) as \"Value\"").SingleAsync(cancel);

    /// <summary>Called under <see cref="VersionLock"/> by whatever is about to change the version.</summary>
    /// <exception cref="DocumentRefusedException">An approval freezes the version.</exception>
    internal static async Task RequireOpenAsync(
        ShirubeDb db,
        VersionKey version,
        string pointer,
        CancellationToken cancel
    )
    {
        var address = DocumentVersionSubject.AddressOf(version);
        if (await FrozenByAsync(db, version.Government, address, cancel) is { } number)
            throw new DocumentRefusedException("CORRECT012", pointer, number);
    }
}
