using Shirube.Data;
using Shirube.Documents.Stored;
using Shirube.Permissions;

namespace Shirube.Tests.Support;

/// <summary>Documents put in place as the command does it, without a person.</summary>
internal static class Importing
{
    public static Asker AskerOf(ShirubeDb db) => Asker.Installer(db.Scope.Government, "test");

    public static async Task<ImportOutcome> ImportAsync(this ShirubeDb db, ImportedFile file, CancellationToken cancel)
    {
        var read = await ReadFile.ReadAsync(file, cancel);
        return await new ImportDocument(db, TimeProvider.System).ExecuteAsync(AskerOf(db), read, cancel);
    }
}
