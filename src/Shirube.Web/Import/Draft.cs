namespace Shirube.Web.Import;

/// <summary>
/// A file that was handed in and waits for a person: what they typed, took as right and gave as reason so far.
/// Nothing of it is in the database yet.
/// </summary>
public sealed record Draft(string Id, string FileName, DateTime ReceivedAt)
{
    /// <summary>Typed values by JSON pointer, as typed.</summary>
    public Dictionary<string, string> Typed { get; init; } = [];

    /// <summary>Pointers of doubtful values that a person took as right.</summary>
    public HashSet<string> Accepted { get; init; } = [];

    /// <summary>Keys of findings that a person ticked as seen.</summary>
    public HashSet<string> Seen { get; init; } = [];

    /// <summary>Code or name of the government whose document it is, as typed; null before anything was typed.</summary>
    public string? Government { get; init; }

    public string? Author { get; init; }
    public string? Reason { get; init; }
}
