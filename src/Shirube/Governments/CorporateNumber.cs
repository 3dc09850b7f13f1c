using Shirube.Documents.Text;

namespace Shirube.Governments;

/// <summary>
/// 法人番号: thirteen digits of which the first is a check digit, 9 − (Σ Pn × Qn mod 9) with n counted from the right
/// and Qn 1 for odd, 2 for even n. It is 1 to 9, never 0, and does not tell 0 from 9 in the other digits.
/// </summary>
public readonly record struct CorporateNumber
{
    private readonly string? value;

    private CorporateNumber(string value) => this.value = value;

    /// <summary>The thirteen digits.</summary>
    public string Value => value ?? throw new InvalidOperationException("No corporate number.");

    /// <summary>Reads thirteen digits with a right check digit; spaces, hyphens, a leading T and full width are accepted.</summary>
    public static bool TryParse(string? text, out CorporateNumber number)
    {
        number = default;
        if (text is null)
            return false;
        var digits = Folding
            .Squeeze(Folding.FoldNumeric(text))
            .Replace("-", "", StringComparison.Ordinal)
            .TrimStart('T');
        if (
            digits.Length != 13
            || digits.AsSpan().ContainsAnyExceptInRange('0', '9')
            || digits[0] != CheckDigit(digits)
        )
            return false;
        number = new CorporateNumber(digits);
        return true;
    }

    public override string ToString() => Value;

    private static char CheckDigit(string digits)
    {
        var sum = 0;
        for (var n = 1; n <= 12; n++)
            sum += (digits[13 - n] - '0') * (n % 2 == 1 ? 1 : 2);
        return (char)('0' + (9 - (sum % 9)));
    }
}
