using Npgsql;

namespace Shirube.Data;

/// <summary>Whether work failed because the database ended or cannot be reached, rather than over what was stored.</summary>
public static class DatabaseEnded
{
    /// <summary>Operator intervention (57) and connection exceptions (08), as PostgreSQL classes its errors.</summary>
    public static bool IsWhy(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException said)
                return said.SqlState.StartsWith("57", StringComparison.Ordinal)
                    || said.SqlState.StartsWith("08", StringComparison.Ordinal);
            if (cause is NpgsqlException)
                return true;
        }
        return false;
    }
}
