using Npgsql;

namespace Shirube.Benchmarks;

/// <summary>1,788 governments with ten departments and 28 people each, and one plan each: what a whole country has.</summary>
internal static class CrowdedDatabase
{
    /// <summary>Rows beside those of the first government, whose plan is copied to all others.</summary>
    /// <param name="owner">As the role that owns the tables; row-level security is lifted for the filling alone.</param>
    public static async Task FillAsync(NpgsqlDataSource owner, IEnumerable<string> codes, string first)
    {
        await ExecuteAsync(owner, "create table crowd (code text primary key, n serial)");
        await using (var add = owner.CreateCommand("insert into crowd (code) select unnest($1::text[])"))
        {
            add.Parameters.AddWithValue(codes.Where(code => code != first).ToArray());
            await add.ExecuteNonQueryAsync();
        }
        await GuardAsync(owner, isOn: false);
        await ExecuteAsync(
            owner,
            """
            insert into government (government_code, name, kind)
                select code, code, 'Municipality' from crowd on conflict do nothing;
            insert into department (government_code, number, name, valid_from)
                select code, number, '課' || number, '2020-04-01' from crowd, generate_series(1, 10) number;
            create temporary table someone as
                select gen_random_uuid() as person_id, code, number from crowd, generate_series(1, 28) number;
            insert into person (person_id, name, mail, created_at)
                select person_id, '職員' || number, code || '-' || number || '@example.jp', now() from someone;
            insert into post (government_code, number, person_id, department_number, role, valid_from)
                select code, number, person_id, number % 10 + 1, 'DepartmentOfficer', '2020-04-01' from someone;
            drop table someone;
            """
        );
        // Parents before children, as their numbers in the catalogue say.
        foreach (var table in await TablesOfDocumentsAsync(owner))
        {
            var columns = await ColumnsAsync(owner, table);
            var names = string.Join(", ", columns);
            var values = string.Join(", ", columns.Select(column => "source." + column));
            await ExecuteAsync(
                owner,
                $"insert into {table} (government_code, {names}) select crowd.code, {values} from crowd, {table} source where source.government_code = '{first}'"
            );
        }
        await ExecuteAsync(owner, "drop table crowd");
        await GuardAsync(owner, isOn: true);
        await ExecuteAsync(owner, "analyze");
    }

    /// <summary>Switches row-level security of every table that has it on or off.</summary>
    public static Task GuardAsync(NpgsqlDataSource owner, bool isOn) =>
        ExecuteAsync(
            owner,
            $"""
            do $$ declare t record; begin
                for t in select oid::regclass as name from pg_class where relkind = 'r' and relforcerowsecurity <> {isOn}
                    and oid in (select polrelid from pg_policy) loop
                    execute format('alter table %s {(isOn ? "" : "no ")}force row level security', t.name);
                    execute format('alter table %s {(isOn ? "enable" : "disable")} row level security', t.name);
                end loop;
            end $$
            """
        );

    private static async Task<List<string>> TablesOfDocumentsAsync(NpgsqlDataSource owner) =>
        await ListAsync(
            owner,
            """
            select relname from pg_class where relkind = 'r' and relname in (
                'source_file', 'source_page', 'document', 'document_version', 'plan_version', 'author', 'chapter',
                'indicator', 'indicator_figure', 'plan_verification', 'council_seat', 'stored_finding')
            order by oid
            """
        );

    private static Task<List<string>> ColumnsAsync(NpgsqlDataSource owner, string table) =>
        ListAsync(
            owner,
            $"""
            select quote_ident(column_name) from information_schema.columns
            where table_name = '{table}' and column_name <> 'government_code' order by ordinal_position
            """
        );

    private static async Task<List<string>> ListAsync(NpgsqlDataSource owner, string sql)
    {
        var found = new List<string>();
        await using var command = owner.CreateCommand(sql);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            found.Add(row.GetString(0));
        return found;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }
}
