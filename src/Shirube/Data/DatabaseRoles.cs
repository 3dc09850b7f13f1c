namespace Shirube.Data;

/// <summary>The two roles of the database: who owns and migrates it, and who serves from it.</summary>
public static class DatabaseRoles
{
    /// <summary>Owns every table. Never used to serve.</summary>
    public const string Owner = "shirube_owner";

    /// <summary>Serves: no superuser, no bypass of row-level security, no right to change tables.</summary>
    public const string App = "shirube_app";

    public const string Database = "shirube";
}
