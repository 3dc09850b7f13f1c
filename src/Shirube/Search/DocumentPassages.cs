using Npgsql;
using Shirube.Calendar;
using Shirube.Documents.Stored;

namespace Shirube.Search;

/// <summary>
/// What is found of one version of a document: its values as they hold now, and of the source text the lines that no
/// chapter, row or policy says already.
/// </summary>
internal static class DocumentPassages
{
    private const string Values = """
        select 'Title', '/title', coalesce(version.title, document.name)
            from document_version version join document on document.government_code = version.government_code
                and document.number = version.document_number
            where version.government_code = $1 and document_number = $2 and version_number = $3
        union all select 'Project', '/projectName', project_name from plan_version
            where government_code = $1 and document_number = $2 and version_number = $3
        union all select 'Indicator', '/indicators/' || position || '/name', name from indicator
            where government_code = $1 and document_number = $2 and version_number = $3
        union all select 'Chapter', '/chapters/' || position || '/title', concat_ws(' ', number, title) from chapter
            where government_code = $1 and document_number = $2 and version_number = $3
        union all select 'Chapter', '/chapters/' || position || '/text', text from chapter
            where government_code = $1 and document_number = $2 and version_number = $3
        union all select 'Policy', '/policies/' || position || '/name', concat_ws(' ', no, name) from policy
            where government_code = $1 and document_number = $2 and version_number = $3
        union all select 'Measure', '/policies/' || policy_position || '/measures/' || position, text from measure
            where government_code = $1 and document_number = $2 and version_number = $3
        union all select 'Verification', '/verification/' || position || '/' || part.field, part.text
            from plan_verification, lateral (values ('body', body), ('participants', participants),
                ('method', method), ('publication', publication))
                part (field, text)
            where government_code = $1 and document_number = $2 and version_number = $3
        union all select part.kind, '/rows/' || position || '/' || part.field, part.text
            from sheet_row, lateral (values
                ('Project', 'project', project), ('SheetText', 'basicGoal', basic_goal),
                ('SheetText', 'department', department), ('SheetText', 'content', content),
                ('SheetText', 'selfEvaluation', self_evaluation), ('SheetText', 'nextStep', next_step),
                ('SheetText', 'reason', reason), ('SheetText', 'review', review),
                ('Opinion', 'expertEvaluation', expert_evaluation), ('Opinion', 'expertOpinion', expert_opinion))
                part (kind, field, text)
            where government_code = $1 and document_number = $2 and version_number = $3
        union all select 'Indicator', '/rows/' || row_position || '/indicators/' || position || '/name', name
            from sheet_indicator
            where government_code = $1 and document_number = $2 and version_number = $3
        """;

    private const string Frame = """
        select version.imported_at,
            not exists (select from document_version later
                where later.government_code = $1 and later.document_number = $2 and later.version_number > $3),
            coalesce(plan.plan_start, plan.period_start, plan.project_start, sheet.period_start),
            coalesce(plan.plan_end, plan.period_end, plan.project_end, sheet.period_end)
        from document_version version
        left join plan_version plan using (government_code, document_number, version_number)
        left join verification_sheet sheet using (government_code, document_number, version_number)
        where government_code = $1 and document_number = $2 and version_number = $3
        """;

    private const string Pages = """
        select page.first_line, page.text from source_page page join document_version version using (government_code, sha256)
        where government_code = $1 and document_number = $2 and version_number = $3 order by page.page
        """;

    /// <summary>Null when there is no such version.</summary>
    public static async Task<IndexedSubject?> OfAsync(
        NpgsqlConnection connection,
        VersionKey version,
        CancellationToken cancel
    )
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { Ask(Frame, version), Ask(Values, version), Ask(Pages, version) },
        };
        await using var row = await batch.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel))
            return null;
        var subject = new IndexedSubject(
            SubjectKey.Of(version),
            new DateTimeOffset(row.GetDateTime(0)),
            row.GetBoolean(1),
            (YearOf(row, 2), YearOf(row, 3)),
            []
        );
        await row.NextResultAsync(cancel);
        var entries = new List<SearchEntry>();
        while (await row.ReadAsync(cancel))
        {
            if (!await row.IsDBNullAsync(2, cancel) && row.GetString(2) is { Length: > 0 } text)
                entries.Add(new SearchEntry(Enum.Parse<SearchKind>(row.GetString(0)), row.GetString(1), text));
        }
        RemoveRepeated(entries);
        await row.NextResultAsync(cancel);
        var rest = new RestOfText(entries);
        while (await row.ReadAsync(cancel))
            entries.AddRange(rest.Of(row.GetInt32(0), row.GetString(1)));
        return subject with { Entries = [.. entries.Where(entry => entry.Folded.Length > 0)] };
    }

    /// <summary>A chapter that is but the plan's title or the project's name is found as these.</summary>
    private static void RemoveRepeated(List<SearchEntry> entries)
    {
        var names = entries
            .Where(entry => entry.Kind is SearchKind.Title or SearchKind.Project)
            .Select(entry => entry.Folded)
            .ToHashSet();
        entries.RemoveAll(entry => entry.Kind == SearchKind.Chapter && names.Contains(entry.Folded));
    }

    private static NpgsqlBatchCommand Ask(string sql, VersionKey version) =>
        new(sql)
        {
            Parameters =
            {
                new() { Value = version.Government.Value },
                new() { Value = version.Document },
                new() { Value = version.Version },
            },
        };

    private static int? YearOf(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : FiscalYear.Of(row.GetFieldValue<DateOnly>(column)).Year;
}
