namespace Shirube.Documents.Text;

/// <summary>
/// How large and how fine a figure may be, wherever it comes from: below 10^18 either way and with 10 decimals at
/// most. Whatever is added up, scaled by a unit of money or drawn within these bounds stays exact and never overflows.
/// </summary>
public static class FigureSize
{
    /// <summary>Digits before the point.</summary>
    public const int WholeDigits = 18;

    /// <summary>Digits behind the point; zeros at the end do not count.</summary>
    public const int Decimals = 10;

    /// <summary>10^18: no figure reaches it.</summary>
    public const decimal Limit = 1_000_000_000_000_000_000m;

    public static bool Fits(decimal value) => value is > -Limit and < Limit && decimal.Round(value, Decimals) == value;

    /// <summary>The value when it fits.</summary>
    public static decimal? OrNull(decimal value) => Fits(value) ? value : null;

    /// <param name="digits">A number without signs and commas; digits beyond a decimal's own are looked at, too.</param>
    public static bool Fits(ReadOnlySpan<char> digits)
    {
        var point = digits.IndexOf('.');
        var whole = (point < 0 ? digits : digits[..point]).TrimStart('0');
        var behind = point < 0 ? [] : digits[(point + 1)..].TrimEnd('0');
        return whole.Length <= WholeDigits && behind.Length <= Decimals;
    }
}
