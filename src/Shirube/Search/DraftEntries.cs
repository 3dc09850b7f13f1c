using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Npgsql;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Plans.Writing;

namespace Shirube.Search;

/// <summary>
/// What is found of plans that are being written: passages, KPIs, nodes of the policy tree, steps of the schedule. Whoever saves one of them
/// through the context saves what is found of it too, in the same transaction, and of nothing else.
/// </summary>
internal static class DraftEntries
{
    /// <summary>A place that changed; without text where it is gone.</summary>
    internal sealed record Change(GovernmentCode Government, int Draft, SearchEntry Entry);

    /// <summary>What the next save will change.</summary>
    public static List<Change> Changed(ChangeTracker tracker) =>
        [
            .. tracker
                .Entries<DraftPart>()
                .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                .SelectMany(entry =>
                    Of(entry.Entity)
                        .Select(found =>
                            entry.State == EntityState.Deleted ? new SearchEntry(found.Kind, found.Place, "") : found
                        )
                        .Select(found => new Change(entry.Entity.GovernmentCode, entry.Entity.DraftNumber, found))
                ),
        ];

    /// <summary>Plans that the next save begins: all that is ever written of them is found.</summary>
    public static List<PlanDraft> Begun(ChangeTracker tracker) =>
        [
            .. tracker
                .Entries<PlanDraft>()
                .Where(entry => entry.State == EntityState.Added)
                .Select(entry => entry.Entity),
        ];

    public static async Task WriteAsync(
        ShirubeDb db,
        List<PlanDraft> begun,
        List<Change> changes,
        CancellationToken cancel
    )
    {
        if (begun.Count + changes.Count == 0)
            return;
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
            foreach (var draft in begun)
                batch.BatchCommands.Add(Note(draft));
            foreach (var change in changes)
                batch.BatchCommands.Add(change.Entry.Folded.Length == 0 ? Delete(change) : Put(change));
            await batch.ExecuteNonQueryAsync(cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>All of one plan.</summary>
    public static async Task<IndexedSubject> AllAsync(
        ShirubeDb db,
        GovernmentCode government,
        int number,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var parts = new List<DraftPart>();
        parts.AddRange(await PartsAsync(db.DraftPassages));
        parts.AddRange(await PartsAsync(db.DraftIndicators));
        parts.AddRange(await PartsAsync(db.DraftNodes));
        parts.AddRange(await PartsAsync(db.DraftSchedule));
        return new(
            new SubjectKey(government, SearchSubject.Draft, number, 0),
            now,
            true,
            (null, null),
            [.. parts.SelectMany(Of).Where(entry => entry.Folded.Length > 0)]
        );

        Task<List<T>> PartsAsync<T>(IQueryable<T> rows)
            where T : DraftPart =>
            rows.AsNoTracking()
                .Where(row => row.GovernmentCode == government && row.DraftNumber == number)
                .ToListAsync(cancel);
    }

    private static IEnumerable<SearchEntry> Of(DraftPart part) =>
        part switch
        {
            DraftPassage passage => [new(KindOf(passage.Key), "/passages/" + passage.Key, passage.Text)],
            DraftIndicator indicator =>
            [
                new(SearchKind.Indicator, Place("indicators", indicator.Number, "name"), indicator.Name),
                new(SearchKind.Section, Place("indicators", indicator.Number, "definition"), indicator.Definition),
            ],
            DraftNode node =>
            [
                new(
                    node.Parent is null ? SearchKind.Policy : SearchKind.Measure,
                    Place("nodes", node.Number, "name"),
                    node.Name
                ),
                new(SearchKind.Section, Place("nodes", node.Number, "text"), node.Text),
            ],
            DraftScheduleItem item =>
            [
                new(SearchKind.Section, Place("schedule", item.Number, "name"), item.Name),
                new(SearchKind.Section, Place("schedule", item.Number, "note"), item.Note),
            ],
            _ => [],
        };

    private static SearchKind KindOf(string passage) =>
        passage switch
        {
            PlanOutline.Title => SearchKind.Title,
            PlanOutline.ProjectName => SearchKind.Project,
            _ => SearchKind.Section,
        };

    private static string Place(string list, int number, string field) =>
        string.Create(CultureInfo.InvariantCulture, $"/{list}/{number}/{field}");

    private static NpgsqlBatchCommand Note(PlanDraft draft) =>
        new(
            """
            insert into search_version (government_code, subject, number, version, rule, indexed_at)
            values ($1, 'Draft', $2, 0, $3, now())
            """
        )
        {
            Parameters =
            {
                new() { Value = draft.GovernmentCode.Value },
                new() { Value = draft.Number },
                new() { Value = FoldedText.Rule },
            },
        };

    private static NpgsqlBatchCommand Delete(Change change) =>
        new(
            """
            delete from search_entry
            where government_code = $1 and subject = 'Draft' and number = $2 and version = 0 and place = $3
            """
        )
        {
            Parameters =
            {
                new() { Value = change.Government.Value },
                new() { Value = change.Draft },
                new() { Value = change.Entry.Place },
            },
        };

    private static NpgsqlBatchCommand Put(Change change)
    {
        var (entry, put) = (change.Entry, Delete(change));
        put.CommandText = """
            insert into search_entry (government_code, subject, number, version, place, kind, rank, is_newest, keys, folded,
                written)
            values ($1, 'Draft', $2, 0, $3, $4, $5 + extract(epoch from now())::bigint, true, $6, $7, $8)
            on conflict (government_code, subject, number, version, place)
                do update set kind = $4, rank = excluded.rank, keys = $6, folded = $7, written = $8
            """;
        put.Parameters.Add(new() { Value = entry.Kind.ToString() });
        put.Parameters.Add(new() { Value = entry.RankAt(DateTimeOffset.UnixEpoch) });
        put.Parameters.Add(new() { Value = entry.KeysIn(change.Government) });
        put.Parameters.Add(new() { Value = entry.Folded });
        put.Parameters.Add(new() { Value = entry.Written });
        return put;
    }
}
