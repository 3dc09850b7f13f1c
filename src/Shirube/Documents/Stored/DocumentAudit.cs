using Shirube.Audit;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Documents.Stored;

/// <summary>
/// What is done to a document stands in the trail of the government whose document it is; what another one does to its
/// part of a joint plan stands in both trails.
/// </summary>
internal sealed class DocumentAudit(ShirubeDb db, TimeProvider clock)
{
    /// <param name="act">As docs/audit.md lists it.</param>
    public async Task AppendAsync(
        Asker asker,
        string act,
        VersionKey version,
        Func<AuditEntry, AuditEntry> filled,
        CancellationToken cancel
    )
    {
        var subject = Document.AddressOf(version.Government, version.Document);
        var entry = filled(asker.Entry(act, $"{subject}?version={version.Version}"));
        // Always in the same order, or two that wait for each other's trail would wait for ever.
        foreach (
            var trail in new[] { version.Government, asker.Government ?? version.Government }
                .Distinct()
                .OrderBy(code => code.Value, StringComparer.Ordinal)
        )
            await new AuditTrail(db, clock).AppendAsync(entry with { Government = trail }, cancel);
    }
}
