using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.Governments;

/// <summary>Which governments are registered here, for commands that go through all of them. Codes only.</summary>
public static class RegisteredCodes
{
    public static async Task<IReadOnlyList<GovernmentCode>> AllAsync(
        ShirubeDb db,
        CancellationToken cancel = default
    ) =>
        [
            .. (
                await db
                    .Database.SqlQuery<string>($"select registered_codes as \"Value\" from registered_codes()")
                    .ToListAsync(cancel)
            ).Select(GovernmentCode.Parse),
        ];
}
