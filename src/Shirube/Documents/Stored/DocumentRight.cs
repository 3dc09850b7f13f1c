using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Documents.Stored;

/// <summary>
/// Who may put a value of a version right: the government whose document it is, and of a joint plan's part the one that
/// keeps it, and nobody else. Asked under <see cref="VersionLock"/>: the part may change hands.
/// </summary>
internal static class DocumentRight
{
    /// <exception cref="NotPermittedException">The asker puts no values right.</exception>
    /// <exception cref="DocumentRefusedException">The value is kept by another government.</exception>
    public static async Task RequireAsync(
        ShirubeDb db,
        Asker asker,
        VersionKey version,
        string pointer,
        CancellationToken cancel
    )
    {
        asker.Require(Act.CorrectValues);
        var parts = await db.DocumentParts.AsNoTracking().In(version).ToListAsync(cancel);
        var keeper = parts.Find(part => part.Holds(pointer))?.KeptBy ?? version.Government;
        if (keeper != asker.Government)
            throw new DocumentRefusedException("CORRECT010", pointer, keeper.Value);
    }
}
