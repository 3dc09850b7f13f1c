namespace Shirube.Data;

/// <summary>Row-level security makes planning cost more than running: what is asked often is planned once a connection.</summary>
internal static class PreparedPlans
{
    public const int AtMost = 200;

    /// <summary>Times that a statement is asked before it is kept.</summary>
    public const int After = 2;
}
