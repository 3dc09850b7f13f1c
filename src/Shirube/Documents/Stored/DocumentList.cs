using Npgsql;
using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>A government that has documents here, with all of them in the order in which they came.</summary>
public sealed record GovernmentDocuments(GovernmentCode Code, string Name, IReadOnlyList<Document> Documents);

/// <summary>
/// What the first page shows. Asked as plain SQL: making the whole model of the database for it would more than double
/// the time that the site takes to open.
/// </summary>
public static class DocumentList
{
    private const string Question = """
        select government.government_code, government.name,
               document.number, document.kind, document.name, document.folded_name, document.created_at
        from government join document using (government_code)
        order by government.government_code, document.number
        """;

    public static async Task<IReadOnlyList<GovernmentDocuments>> ReadAsync(
        NpgsqlDataSource connections,
        CancellationToken cancel
    )
    {
        var found = new List<(string Name, Document Document)>();
        await using var command = connections.CreateCommand(Question);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            found.Add((row.GetString(1), DocumentOf(row)));
        return
        [
            .. found
                .GroupBy(entry => entry.Document.GovernmentCode)
                .Select(group => new GovernmentDocuments(
                    group.Key,
                    group.First().Name,
                    [.. group.Select(entry => entry.Document)]
                )),
        ];
    }

    private static Document DocumentOf(NpgsqlDataReader row) =>
        new()
        {
            GovernmentCode = GovernmentCode.Parse(row.GetString(0)),
            Number = row.GetInt32(2),
            Kind = Enum.Parse<ReadingKind>(row.GetString(3)),
            Name = row.GetString(4),
            FoldedName = row.GetString(5),
            CreatedAt = new DateTimeOffset(row.GetDateTime(6)),
        };
}
