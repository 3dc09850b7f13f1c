using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Audit;

/// <summary>監査記録を探す: the newest first, a page at a time. What was looked for is recorded: the trail says what persons did.</summary>
public sealed class SearchAudit(ShirubeDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <param name="Name">Of the person today; null where nobody was signed in, empty where the person was erased.</param>
    public sealed record Line(AuditRecord Record, string? Name);

    /// <param name="Next">Number before which the next page begins; null on the last one.</param>
    public sealed record Page(IReadOnlyList<Line> Lines, long? Next);

    /// <param name="before">Only records with a smaller number; null for the newest.</param>
    /// <exception cref="NotPermittedException">The asker does not read the audit trail.</exception>
    public async Task<Page> ExecuteAsync(
        Asker asker,
        AuditQuery query,
        long? before = null,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ReadAudit);
        var records = await Found(db, query)
            .Where(record => before == null || record.Number < before)
            .OrderByDescending(record => record.Number)
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        var shown = records.Take(PageSize).ToList();
        var names = await NamesAsync(db, shown, cancel);
        if (before is null && query != new AuditQuery())
            await RecordAsync(asker, query, cancel);
        return new(
            [.. shown.Select(record => new Line(record, NameOf(names, record)))],
            records.Count > PageSize ? shown[^1].Number : null
        );
    }

    private async Task RecordAsync(Asker asker, AuditQuery query, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("audit.searched", AuditAddress.Of(asker)) with
            {
                After = query.Recorded,
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
    }

    internal static IQueryable<AuditRecord> Found(ShirubeDb db, AuditQuery query)
    {
        var found = db.AuditRecords.AsNoTracking();
        if (query.Person is { } person)
            found = found.Where(record => record.Person == person);
        if (query.Act is { Length: > 0 } act)
            found = found.Where(record => record.Act.StartsWith(act));
        if (query.Subject is { Length: > 0 } subject)
            found = found.Where(record => record.Subject.StartsWith(subject));
        if (query.From is { } from)
            found = found.Where(record => record.At >= JapanDay.StartOf(from));
        if (query.Until is { } until)
            found = found.Where(record => record.At < JapanDay.StartOf(until.AddDays(1)));
        return found;
    }

    internal static async Task<Dictionary<Guid, string>> NamesAsync(
        ShirubeDb db,
        IEnumerable<AuditRecord> records,
        CancellationToken cancel
    )
    {
        var numbers = records.Select(record => record.Person).OfType<Guid>().Distinct().ToList();
        return await db
            .People.Where(person => numbers.Contains(person.PersonId))
            .ToDictionaryAsync(person => person.PersonId, person => person.Name, cancel);
    }

    internal static string? NameOf(Dictionary<Guid, string> names, AuditRecord record) =>
        record.Person is { } person ? names.GetValueOrDefault(person, "") : null;
}
