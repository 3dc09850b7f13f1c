using Shirube.Data;

namespace Shirube.Documents.Stored;

/// <summary>What a person said of a value before its version was made.</summary>
/// <param name="Pointer">Of the value in the version.</param>
public sealed record EarlierChoice(
    string Pointer,
    string? Before,
    string? After,
    Doer By,
    DateTimeOffset At,
    string Reason
);

/// <summary>選択の引き継ぎ: keeps choices made elsewhere as those of a new version, with who made them, when and why.</summary>
internal sealed class RecordChoices(ShirubeDb db)
{
    /// <summary>In the transaction that stores the version; the caller has put the values themselves.</summary>
    public void Add(VersionKey version, int last, IEnumerable<EarlierChoice> choices) =>
        db.AddRange(
            choices.Select(
                (choice, at) =>
                    version.Own(
                        new Correction
                        {
                            Number = last + at + 1,
                            Pointer = choice.Pointer,
                            Before = choice.Before,
                            After = choice.After,
                            Author = "",
                            PersonId = choice.By.Person,
                            ActingFor = choice.By.ActingFor,
                            Reason = Storable.Text(Short(choice.Reason)),
                            CorrectedAt = choice.At,
                        }
                    )
            )
        );

    private static string Short(string reason)
    {
        if (reason.Length <= Correction.ReasonMaxLength)
            return reason;
        var end = Correction.ReasonMaxLength - 1;
        return reason[..(char.IsHighSurrogate(reason[end - 1]) ? end - 1 : end)] + "…";
    }
}
