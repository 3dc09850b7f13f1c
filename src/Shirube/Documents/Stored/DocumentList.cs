using Npgsql;
using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>A government that keeps documents here, with all of its own, and those made jointly that another keeps.</summary>
public sealed record GovernmentDocuments(GovernmentCode Code, string Name, IReadOnlyList<ListedDocument> Documents);

/// <summary>
/// What the lists show. Asked as plain SQL: making the whole model of the database for it would more than double
/// the time that the site takes to open.
/// </summary>
public static class DocumentList
{
    private const string Question = """
        select document.government_code, government.name,
               document.number, document.kind, document.name, document.folded_name, document.created_at,
               newest.version_number,
               (select count(*) from indicator part where part.government_code = document.government_code and part.document_number = document.number and part.version_number = newest.version_number)
                 + (select count(*) from sheet_indicator part where part.government_code = document.government_code and part.document_number = document.number and part.version_number = newest.version_number),
               (select count(*) from stored_finding part where part.government_code = document.government_code and part.document_number = document.number and part.version_number = newest.version_number and severity = 'Error'),
               (select count(*) from stored_finding part where part.government_code = document.government_code and part.document_number = document.number and part.version_number = newest.version_number and severity = 'Warning'),
               (select count(*) from correction part where part.government_code = document.government_code and part.document_number = document.number and part.version_number = newest.version_number),
               array(select author_code from author part
                     where part.government_code = document.government_code and part.document_number = document.number and part.version_number = newest.version_number
                       and author_code <> document.government_code
                     order by position),
               newest.approval_number
        from document
        join government using (government_code)
        cross join lateral (
            select version_number, approval_number
            from document_version version
            where version.government_code = document.government_code and version.document_number = document.number
            order by version_number desc
            limit 1
        ) newest
        order by document.government_code, document.number
        """;

    /// <summary>Every government that keeps documents which the connection's scope may see.</summary>
    public static async Task<IReadOnlyList<GovernmentDocuments>> ReadAsync(
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        var found = await RowsAsync(connection, cancel);
        return
        [
            .. found
                .DistinctBy(entry => entry.Document.Document.GovernmentCode)
                .Select(entry => (Code: entry.Document.Document.GovernmentCode, entry.Name))
                .Select(government => new GovernmentDocuments(
                    government.Code,
                    government.Name,
                    Of(government.Code, found.Select(entry => entry.Document))
                )),
        ];
    }

    /// <summary>Those of one government, whether it keeps them or another with which it made them.</summary>
    public static async Task<IReadOnlyList<ListedDocument>> OfAsync(
        NpgsqlConnection connection,
        GovernmentCode government,
        CancellationToken cancel
    ) => Of(government, (await RowsAsync(connection, cancel)).Select(entry => entry.Document));

    /// <summary>Its own before those that others keep.</summary>
    private static IReadOnlyList<ListedDocument> Of(GovernmentCode government, IEnumerable<ListedDocument> all) =>
        [
            .. all.Where(listed => listed.IsOf(government))
                .OrderBy(listed => listed.Document.GovernmentCode != government),
        ];

    private static async Task<List<(string Name, ListedDocument Document)>> RowsAsync(
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        var found = new List<(string, ListedDocument)>();
        await using var command = new NpgsqlCommand(Question, connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            found.Add((row.GetString(1), Listed(row)));
        return found;
    }

    private static ListedDocument Listed(NpgsqlDataReader row) =>
        new()
        {
            Document = DocumentOf(row),
            Version = row.GetInt32(7),
            Indicators = (int)row.GetInt64(8),
            Errors = (int)row.GetInt64(9),
            Warnings = (int)row.GetInt64(10),
            Corrections = (int)row.GetInt64(11),
            Approval = row.IsDBNull(13) ? null : row.GetInt32(13),
            JointWith = [.. row.GetFieldValue<string[]>(12).Distinct().Select(code => GovernmentCode.Parse(code))],
        };

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
