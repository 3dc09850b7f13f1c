using System.Globalization;
using System.Resources;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Audit;

/// <summary>
/// 監査記録を取り出す: as CSV, the oldest first, one record a row with all that its hash covers, so that the rows can be
/// held against each other elsewhere. UTF-8 with BOM, CRLF. That it was taken out is recorded before the first byte.
/// </summary>
public sealed class ExportAudit(ShirubeDb db, TimeProvider clock)
{
    private static readonly ResourceManager Words = new("Shirube.Resources.AuditCsv", typeof(ExportAudit).Assembly);

    private static readonly string[] Heads =
    [
        "Number",
        "At",
        "Person",
        "Name",
        "From",
        "Act",
        "ActName",
        "Subject",
        "Why",
        "Before",
        "After",
        "PreviousHash",
        "Hash",
    ];

    /// <returns>How many records.</returns>
    /// <exception cref="NotPermittedException">The asker does not read the audit trail.</exception>
    public async Task<long> ExecuteAsync(
        Asker asker,
        AuditQuery query,
        Stream output,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ReadAudit);
        var found = SearchAudit.Found(db, query);
        var last = await found.MaxAsync(record => (long?)record.Number, cancel) ?? 0;
        var count = await found.LongCountAsync(record => record.Number <= last, cancel);
        await RecordAsync(asker, query, count, last, cancel);
        await using var csv = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        await csv.WriteLineAsync(string.Join(',', Heads.Select(Head)));
        var names = new Dictionary<Guid, string>();
        var rows = found.Where(record => record.Number <= last).OrderBy(record => record.Number);
        // Page by page: the names are asked for on the connection that the rows would hold.
        for (var after = 0L; after < last; )
        {
            var page = await rows.Where(record => record.Number > after).Take(1000).ToListAsync(cancel);
            if (page.Count == 0)
                break;
            foreach (var (person, name) in await SearchAudit.NamesAsync(db, page, cancel))
                names[person] = name;
            foreach (var record in page)
                await csv.WriteLineAsync(Row(record, SearchAudit.NameOf(names, record)).AsMemory(), cancel);
            after = page[^1].Number;
        }
        return count;
    }

    private async Task RecordAsync(Asker asker, AuditQuery query, long count, long last, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("audit.exported", AuditAddress.Of(asker)) with
            {
                Before = query.Recorded,
                After = AuditValues.Of(("records", count), ("last", last)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
    }

    private static string Head(string column) =>
        CsvCell.Of(Words.GetString(column, CultureInfo.CurrentUICulture) ?? column);

    private static string Row(AuditRecord record, string? name) =>
        string.Join(
            ',',
            (
                (string?[])
                    [
                        record.Number.ToString(CultureInfo.InvariantCulture),
                        JapanDay
                            .TimeAt(record.At)
                            .ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture),
                        record.Person?.ToString("D"),
                        name,
                        record.From,
                        record.Act,
                        AuditAct.NameOf(record.Act),
                        record.Subject,
                        record.Why,
                        record.Before,
                        record.After,
                        record.PreviousHash,
                        record.Hash,
                    ]
            ).Select(CsvCell.Of)
        );
}
