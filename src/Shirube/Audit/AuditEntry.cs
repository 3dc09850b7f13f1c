using Shirube.Governments;

namespace Shirube.Audit;

/// <summary>What one operation says of itself to the audit trail.</summary>
/// <param name="Act">What was done: <c>value.corrected</c>, <c>person.invited</c>. docs/audit.md lists them all.</param>
/// <param name="Subject">To what, as the site addresses it: <c>/governments/100005/documents/3</c>.</param>
/// <param name="Government">Whose trail; null for what concerns the whole installation.</param>
public sealed record AuditEntry(string Act, string Subject, GovernmentCode? Government)
{
    /// <summary>Null when nobody was signed in.</summary>
    public Guid? Person { get; init; }

    /// <summary>Network address, or the command and the login it ran under.</summary>
    public required string From { get; init; }

    /// <summary>The reason that the person gave.</summary>
    public string? Why { get; init; }

    /// <summary>What was and what is, as JSON; never a secret, and of a person only the number.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }
}
