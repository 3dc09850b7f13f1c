namespace Shirube.Audit;

/// <summary>What is looked for in a trail; what is null does not narrow.</summary>
/// <param name="Act">The act, or the beginning of several: <c>person.</c></param>
/// <param name="Subject">The address, or its beginning.</param>
/// <param name="From">The first day, in Japan.</param>
/// <param name="Until">The last day.</param>
public sealed record AuditQuery(
    Guid? Person = null,
    string? Act = null,
    string? Subject = null,
    DateOnly? From = null,
    DateOnly? Until = null
)
{
    /// <summary>As the trail records a search.</summary>
    internal string Recorded =>
        AuditValues.Of(("person", Person), ("act", Act), ("subject", Subject), ("from", From), ("until", Until));
}
