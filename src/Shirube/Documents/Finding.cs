namespace Shirube.Documents;

public enum Severity
{
    /// <summary>Worth knowing; nothing need be done.</summary>
    Note,

    /// <summary>Likely a mistake of the document or of the reading; a person should look.</summary>
    Warning,

    /// <summary>The figure or the document cannot stand as it is.</summary>
    Error,
}

/// <summary>
/// Something that a check or a reader noticed, like one line of a compiler's output. The words come from the
/// resource files under the code, with <see cref="Arguments"/> filled in; <c>docs/checks.md</c> explains each code.
/// </summary>
/// <param name="Code">Stable, for example <c>KPI001</c>.</param>
public sealed record Finding(string Code, Severity Severity, Evidence? At, params IReadOnlyList<object?> Arguments)
{
    /// <summary>JSON pointer of the value that the finding speaks of, in the reading's own JSON; null for the whole. A * stands for each of a list.</summary>
    public string? Pointer { get; init; }

    /// <summary>Speaks of the value at the pointer, alone or with the same value of every other indicator.</summary>
    public bool IsOf(string pointer) =>
        Pointer == pointer
        || (
            Pointer?.Split('*') is [var before, var behind]
            && pointer.StartsWith(before, StringComparison.Ordinal)
            && pointer.EndsWith(behind, StringComparison.Ordinal)
        );

    /// <summary>Said by a check on what was read (numbers from 101), not by a reader while it read (numbers below).</summary>
    public bool IsOfCheck => int.TryParse(Code.AsSpan(Math.Max(0, Code.Length - 3)), out var number) && number > 100;
}
