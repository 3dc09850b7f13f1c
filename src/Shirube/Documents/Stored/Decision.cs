namespace Shirube.Documents.Stored;

/// <summary>Why somebody decided something about a value: said, or it is refused.</summary>
internal static class Decision
{
    /// <param name="reason">At most <see cref="Correction.ReasonMaxLength"/> characters.</param>
    /// <param name="pointer">Of the value, for the words of the refusal.</param>
    /// <exception cref="DocumentRefusedException">No reason, or a longer one than it may be.</exception>
    public static void Check(string reason, string pointer)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new DocumentRefusedException("CORRECT003", pointer);
        if (reason.Length > Correction.ReasonMaxLength)
            throw new DocumentRefusedException("CORRECT006", pointer, Correction.ReasonMaxLength);
    }
}
