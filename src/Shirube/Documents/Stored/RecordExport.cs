using Shirube.Audit;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Documents.Stored;

/// <summary>Keeps that somebody took something of a document away as a file.</summary>
public sealed class RecordExport(ShirubeDb db, TimeProvider clock)
{
    /// <param name="what">file, indicators.csv</param>
    /// <exception cref="NotPermittedException">The asker exports no documents.</exception>
    public async Task ExecuteAsync(Asker asker, VersionKey version, string what, CancellationToken cancel = default)
    {
        asker.Require(Act.ExportDocuments);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // In the trail of the one who took it: who shares a document lets the other read it.
        var entry = asker.Entry("document.exported", Document.AddressOf(version.Government, version.Document)) with
        {
            After = AuditValues.Of(("version", version.Version), ("what", what)),
        };
        await new AuditTrail(db, clock).AppendAsync(entry, cancel);
        await transaction.CommitAsync(cancel);
    }
}
