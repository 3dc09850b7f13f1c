using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>引き継がなかった訂正: a correction of the version before that this version does not bear out, for a person to decide.</summary>
public sealed class LeftCorrection : VersionPart
{
    /// <summary>Counts from 1 within the version.</summary>
    public int Number { get; init; }
    public CarryResult Result { get; init; }

    /// <summary>JSON pointer of the value in this version's reading; null when it has none.</summary>
    public string? Pointer { get; init; }

    /// <summary>Its pointer in the version before.</summary>
    public required string EarlierPointer { get; init; }

    /// <summary>Name of the indicator, project or government that the value is one of.</summary>
    public string? Item { get; init; }

    /// <summary>What the version before was read to say, as the reading contract writes it.</summary>
    public string? ReadBefore { get; init; }

    /// <summary>What the person put in its place.</summary>
    public string? Corrected { get; init; }

    /// <summary>What this version is read to say.</summary>
    public string? ReadNow { get; init; }

    /// <inheritdoc cref="Correction.Author"/>
    public required string Author { get; set; }

    /// <inheritdoc cref="Correction.PersonId"/>
    public Guid? PersonId { get; init; }

    /// <inheritdoc cref="Correction.ActingFor"/>
    public GovernmentCode? ActingFor { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset CorrectedAt { get; init; }

    /// <summary>Who decided that this version's own value stands, as lists show it; null while nobody did.</summary>
    public string? DecidedBy { get; set; }
    public Guid? DecidedByPerson { get; set; }
    public GovernmentCode? DecidedFor { get; set; }
    public string? DecidedReason { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    public static LeftCorrection Of(CarriedCorrection carried, int position) =>
        new()
        {
            Number = position + 1,
            Result = carried.Result,
            Pointer = carried.Pointer,
            EarlierPointer = carried.Correction.Pointer,
            Item = carried.Item,
            ReadBefore = carried.ReadBefore,
            Corrected = carried.Correction.After,
            ReadNow = carried.ReadNow,
            Author = carried.Correction.Author,
            PersonId = carried.Correction.PersonId,
            ActingFor = carried.Correction.ActingFor,
            Reason = carried.Correction.Reason,
            CorrectedAt = carried.Correction.CorrectedAt,
        };
}
