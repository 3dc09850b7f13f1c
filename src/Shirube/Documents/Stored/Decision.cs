namespace Shirube.Documents.Stored;

/// <summary>Who decided something about a value, and why. Both are said, or it is refused.</summary>
/// <param name="Author">At most <see cref="Correction.AuthorMaxLength"/> characters.</param>
/// <param name="Reason">At most <see cref="Correction.ReasonMaxLength"/> characters.</param>
public sealed record Decision(string Author, string Reason)
{
    /// <param name="pointer">Of the value, for the words of the refusal.</param>
    /// <exception cref="DocumentRefusedException">No author or reason, or longer than they may be.</exception>
    internal void Check(string pointer)
    {
        if (string.IsNullOrWhiteSpace(Author) || string.IsNullOrWhiteSpace(Reason))
            throw new DocumentRefusedException("CORRECT003", pointer);
        if (Author.Length > Correction.AuthorMaxLength)
            throw new DocumentRefusedException("CORRECT006", pointer, Correction.AuthorMaxLength);
        if (Reason.Length > Correction.ReasonMaxLength)
            throw new DocumentRefusedException("CORRECT006", pointer, Correction.ReasonMaxLength);
    }
}
