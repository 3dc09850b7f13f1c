using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.People;

/// <summary>What of a person one scope sees: rows as the tables hold them, without their secrets.</summary>
internal sealed class PersonExtract(ShirubeDb db)
{
    public async Task<JsonArray> RowsAsync(HeldData held, Guid person, CancellationToken cancel)
    {
        // Table and column come from the program's own list.
#pragma warning disable EF1002
        var rows = await db
            .Database.SqlQueryRaw<string>(
                $"""
                select coalesce(jsonb_agg(to_jsonb(held) - @p1::text[]), '[]')::text as "Value"
                from "{held.Table}" as held where held."{held.Column}" = @p0
                """,
                person,
                held.Secret
            )
            .SingleAsync(cancel);
#pragma warning restore EF1002
        return JsonNode.Parse(rows)!.AsArray();
    }

    public async Task<long> CountAsync(HeldData held, Guid person, CancellationToken cancel)
    {
#pragma warning disable EF1002
        return await db
            .Database.SqlQueryRaw<long>(
                $"""select count(*) as "Value" from "{held.Table}" as held where held."{held.Column}" = @p0""",
                person
            )
            .SingleAsync(cancel);
#pragma warning restore EF1002
    }

    public async Task DeleteAsync(HeldData held, Guid person, CancellationToken cancel)
    {
#pragma warning disable EF1002
        await db.Database.ExecuteSqlRawAsync(
            $"""delete from "{held.Table}" where "{held.Column}" = @p0""",
            [person],
            cancel
        );
#pragma warning restore EF1002
    }
}
