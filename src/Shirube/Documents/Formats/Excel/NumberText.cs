using System.Globalization;
using System.Text;

namespace Shirube.Documents.Formats.Excel;

/// <summary>A number under one section of a number format.</summary>
internal static class NumberText
{
    public static string Show(FormatSection section, decimal number)
    {
        var tokens = section.Tokens;
        var digits = string.Concat(tokens.Where(t => t.Kind == FormatToken.Digits).Select(t => t.Text));
        // A fraction (# ?/?) or an exponent has no counterpart in documents of this kind: its plain number will do.
        if (tokens.Exists(t => t.Kind == FormatToken.Exponent) || IsFraction(section))
            return General(number);
        var percents = tokens.Count(t => t.Kind == FormatToken.Percent);
        var thousands = digits.Length - digits.TrimEnd(',').Length;
        try
        {
            for (var i = 0; i < percents; i++)
                number *= 100;
            for (var i = 0; i < thousands; i++)
                number /= 1000;
        }
        catch (OverflowException)
        {
            return General(number);
        }
        return Write(section, digits.TrimEnd(','), number);
    }

    /// <summary>As a cell without a format shows it: at most eleven signs.</summary>
    public static string General(decimal number)
    {
        var whole = decimal.Truncate(Math.Abs(number)).ToString(CultureInfo.InvariantCulture).Length;
        var rounded = Math.Round(number, Math.Clamp(10 - whole, 0, 9), MidpointRounding.AwayFromZero);
        return (rounded == 0 ? number : rounded).ToString(
            "0.############################",
            CultureInfo.InvariantCulture
        );
    }

    private static bool IsFraction(FormatSection section) =>
        section.Tokens.Exists(t => t is { Kind: FormatToken.Literal, Text: "/" })
        && section.Tokens.Count(t => t.Kind == FormatToken.Digits) > 1;

    private static string Write(FormatSection section, string digits, decimal number)
    {
        var text = new StringBuilder();
        var isWritten = false;
        foreach (var (kind, written) in section.Tokens)
        {
            if (kind == FormatToken.Literal)
                text.Append(written);
            else if (kind == FormatToken.Percent)
                text.Append('%');
            else if (kind is FormatToken.General or FormatToken.Text)
                text.Append(General(Math.Abs(number)));
            else if (kind == FormatToken.Digits && !isWritten)
            {
                text.Append(Digits(digits, Math.Abs(number)));
                isWritten = true;
            }
        }
        // Only a section that must show both signs gets a negative number.
        return number < 0 && text.Length > 0 && !IsZero(digits, section, number)
            ? "-" + text.ToString().TrimStart()
            : text.ToString();
    }

    /// <summary>What rounds to zero carries no sign.</summary>
    private static bool IsZero(string digits, FormatSection section, decimal number) =>
        section.Tokens.Exists(t => t.Kind == FormatToken.Digits)
        && Math.Round(number, Decimals(digits), MidpointRounding.AwayFromZero) == 0;

    private static int Decimals(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        return point < 0
            ? 0
            : Math.Min(
                digits.AsSpan(point + 1).Count('0')
                    + digits.AsSpan(point + 1).Count('#')
                    + digits.AsSpan(point + 1).Count('?'),
                28
            );
    }

    private static string Digits(string digits, decimal number)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? "" : digits[(point + 1)..];
        var least = Math.Min(whole.AsSpan().Count('0'), 28);
        var pattern = (whole.Contains(',') ? "#,##" : "#") + (least == 0 ? "#" : new string('0', least));
        if (Decimals(digits) > 0)
            pattern +=
                "."
                + new string('0', Math.Min(fraction.AsSpan().Count('0'), 28))
                + new string('#', Math.Min(fraction.Length - fraction.AsSpan().Count('0'), 28));
        var rounded = Math.Round(number, Decimals(digits), MidpointRounding.AwayFromZero);
        return rounded.ToString(pattern, CultureInfo.InvariantCulture);
    }
}
