using System.Net.Sockets;
using Npgsql;

namespace Shirube.Data;

/// <summary>
/// A PostgreSQL server that others run, reached by a connection string whose login is a member of both roles. The site
/// then acts as <see cref="DatabaseRoles.App"/> whatever the login may do besides.
/// </summary>
internal static class GivenServer
{
    public static string RolesSql
    {
        get
        {
            using var stream = typeof(GivenServer).Assembly.GetManifestResourceStream("Shirube.Data.sql.roles.sql")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    public static async Task<NpgsqlDataSource> OpenAsync(string connectionString, CancellationToken cancel)
    {
        var given = Parse(connectionString);
        await CheckAsync(given, cancel);
        var app = NpgsqlDataSource.Create(As(given, DatabaseRoles.App));
        try
        {
            if (!await Migrations.AreAppliedAsync(app, cancel))
                await MigrateAsync(given, cancel);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        NpgsqlConnectionStringBuilder given;
        try
        {
            given = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException error)
        {
            throw new DatabaseRefusedException(
                "ConnectionStringUnreadable",
                StorePlace.EnvironmentVariable,
                error.Message
            );
        }
        // Both would hand one government's session settings to another's request.
        if (given.Multiplexing)
            throw new DatabaseRefusedException("SettingForbidden", StorePlace.EnvironmentVariable, "Multiplexing");
        if (given.NoResetOnClose)
            throw new DatabaseRefusedException("SettingForbidden", StorePlace.EnvironmentVariable, "No Reset On Close");
        return given;
    }

    private static async Task CheckAsync(NpgsqlConnectionStringBuilder given, CancellationToken cancel)
    {
        var once = new NpgsqlConnectionStringBuilder(given.ConnectionString) { Pooling = false };
        await using var connections = NpgsqlDataSource.Create(once);
        try
        {
            var roles = await connections.CountAsync(
                $"from pg_roles where rolname in ('{DatabaseRoles.Owner}', '{DatabaseRoles.App}')",
                cancel
            );
            if (roles < 2)
                throw new DatabaseRefusedException("RolesMissing", given.Host, Preparation(given));
            if (await connections.CountAsync($"where pg_has_role('{DatabaseRoles.App}', 'member')", cancel) == 0)
                throw new DatabaseRefusedException("NotMember", given.Username, DatabaseRoles.App, Preparation(given));
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            throw new DatabaseRefusedException("DatabaseMissing", given.Host, given.Database, Preparation(given));
        }
        catch (NpgsqlException error)
        {
            throw new DatabaseRefusedException("ServerUnreachable", given.Host, given.Port, error.Message);
        }
        catch (SocketException error)
        {
            throw new DatabaseRefusedException("ServerUnreachable", given.Host, given.Port, error.Message);
        }
    }

    private static async Task MigrateAsync(NpgsqlConnectionStringBuilder given, CancellationToken cancel)
    {
        var asOwner = As(given, DatabaseRoles.Owner);
        asOwner.Pooling = false;
        await using var owner = NpgsqlDataSource.Create(asOwner);
        try
        {
            await Migrations.ApplyAsync(owner, cancel);
        }
        catch (PostgresException error)
            when (error.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidParameterValue
            )
        {
            throw new DatabaseRefusedException("NotMember", given.Username, DatabaseRoles.Owner, Preparation(given));
        }
    }

    /// <summary>The role stands among the session's own start options, so that a reset returns to it, not to the login.</summary>
    private static NpgsqlConnectionStringBuilder As(NpgsqlConnectionStringBuilder given, string role) =>
        new(given.ConnectionString)
        {
            Options = $"{given.Options} -c role={role}".TrimStart(),
            MaxAutoPrepare = given.MaxAutoPrepare > 0 ? given.MaxAutoPrepare : PreparedPlans.AtMost,
            AutoPrepareMinUsages = PreparedPlans.After,
        };

    private static string Preparation(NpgsqlConnectionStringBuilder given) =>
        $"""
            {RolesSql}grant shirube_owner, shirube_app to "{given.Username}";
            create database "{given.Database}" owner shirube_owner template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8';
            """;
}
