namespace Shirube.Faults;

/// <summary>What is wrong with what somebody entered, where, in words that the resource files hold under the code.</summary>
/// <param name="Field">Name of the field, or null for the whole.</param>
/// <param name="Row">Counts from 1 in a pasted list; null outside lists.</param>
public sealed record Fault(string? Field, string Code, int? Row = null, params IReadOnlyList<object?> Arguments)
{
    /// <summary>Another saved first, and the words say what holds now: whoever sends the same again has read it.</summary>
    public bool IsConflict { get; init; }
}
