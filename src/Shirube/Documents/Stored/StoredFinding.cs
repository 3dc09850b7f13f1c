using System.Globalization;

namespace Shirube.Documents.Stored;

/// <summary>A finding of a reading; its words are put together in the language of the one who looks.</summary>
public sealed class StoredFinding : VersionPart
{
    public int Position { get; init; }
    public required string Code { get; init; }
    public Severity Severity { get; init; }
    public List<string> Arguments { get; init; } = [];
    public string? Pointer { get; init; }
    public int? Page { get; init; }
    public int? Line { get; init; }
    public int? EndLine { get; init; }
    public string? Passage { get; init; }

    public Finding ToFinding() =>
        new(
            Code,
            Severity,
            Page is { } page && Line is { } line
                ? new Evidence(new Passage(page, line, EndLine ?? line, -1, Passage ?? ""))
                : null,
            [.. Arguments.Select(Shown)]
        )
        {
            Pointer = Pointer,
        };

    /// <summary>A number is written as the one who looks writes numbers; 2024 in a text stays what it was.</summary>
    private static object Shown(string argument) =>
        decimal.TryParse(
            argument,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number.ToString(CultureInfo.InvariantCulture) == argument
            ? number
            : argument;
}
