using Shirube.Documents.Text;

namespace Shirube.Governments;

/// <summary>
/// 全国地方公共団体コード: five digits and a check digit, kept as six characters because the first one may be 0.
/// The check digit is 11 − (Σ digit × weight 6,5,4,3,2) mod 11, last digit.
/// </summary>
public readonly record struct GovernmentCode
{
    private readonly string? value;

    private GovernmentCode(string value) => this.value = value;

    /// <summary>The six digits.</summary>
    public string Value => value ?? throw new InvalidOperationException("No government code.");

    /// <summary>The two digits of the prefecture, 01 to 47.</summary>
    public string Prefecture => Value[..2];

    public bool IsPrefecture => Value.AsSpan(2, 3).SequenceEqual("000");

    /// <summary>Reads six digits with a right check digit, or five digits, which it completes. Full width is accepted.</summary>
    public static bool TryParse(string? text, out GovernmentCode code)
    {
        code = default;
        if (text is null)
            return false;
        var digits = Folding.Squeeze(text);
        if (digits.Length is not (5 or 6) || digits.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return false;
        if (digits[..2] is "00" || string.CompareOrdinal(digits[..2], "47") > 0)
            return false;
        var complete = digits[..5] + CheckDigit(digits);
        if (digits.Length == 6 && digits != complete)
            return false;
        code = new GovernmentCode(complete);
        return true;
    }

    public static GovernmentCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"Not a government code: {text}");

    public override string ToString() => Value;

    private static char CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 5; i++)
            sum += (digits[i] - '0') * (6 - i);
        return (char)('0' + ((11 - (sum % 11)) % 10));
    }
}
