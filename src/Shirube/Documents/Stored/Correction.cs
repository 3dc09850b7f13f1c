using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>訂正: a value that a person put in place of what was read. Never changed, never removed.</summary>
public sealed class Correction : VersionPart
{
    public const int ReasonMaxLength = 1000;
    public const int ValueMaxLength = 20_000;

    /// <summary>Counts from 1 within the version.</summary>
    public int Number { get; init; }

    /// <summary>JSON pointer of the value in the reading.</summary>
    public required string Pointer { get; init; }

    /// <summary>As the reading contract writes it, numbers plain and dates ISO; null for no value.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }

    /// <summary>
    /// As lists show it. Stored only for what was done before people signed in; else the person's number is, and the
    /// name is filled in when it is read.
    /// </summary>
    public required string Author { get; set; }

    /// <summary>Null for a command that no person stands behind.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The government for which it was done: of a joint plan's part not the one whose document it is.</summary>
    public GovernmentCode? ActingFor { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset CorrectedAt { get; init; }

    /// <summary>The version of the document in which it was made, where that is an earlier one.</summary>
    public int? CarriedFrom { get; init; }
}
