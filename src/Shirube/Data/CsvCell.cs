using System.Buffers;
using System.Globalization;

namespace Shirube.Data;

/// <summary>A cell of a CSV that people open in a spreadsheet: RFC 4180, and no text that a spreadsheet takes for a formula.</summary>
public static class CsvCell
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r");

    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        // A negative number stays a number.
        var safe =
            Formula.Contains(text[0]) && !decimal.TryParse(text, CultureInfo.InvariantCulture, out _)
                ? "'" + text
                : text;
        return safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
