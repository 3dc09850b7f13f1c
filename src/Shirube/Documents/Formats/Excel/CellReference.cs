using System.Globalization;

namespace Shirube.Documents.Formats.Excel;

/// <summary>References such as C8, which people and files use for row 7, column 2 counted from 0.</summary>
internal static class CellReference
{
    private const int MostColumns = 16_384;
    private const int MostRows = 1_048_576;

    public static bool TryParse(ReadOnlySpan<char> text, out int row, out int column)
    {
        column = 0;
        row = -1;
        var i = 0;
        for (; i < text.Length && char.IsAsciiLetter(text[i]) && i < 3; i++)
            column = (column * 26) + (char.ToUpperInvariant(text[i]) - 'A' + 1);
        column--;
        if (i == 0 || !int.TryParse(text[i..], NumberStyles.None, CultureInfo.InvariantCulture, out row))
            return false;
        row--;
        return row is >= 0 and < MostRows && column is >= 0 and < MostColumns;
    }

    public static bool TryParseRange(string text, out CellRange range)
    {
        range = default;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (
            colon < 0
            || !TryParse(text.AsSpan(0, colon), out var top, out var left)
            || !TryParse(text.AsSpan(colon + 1), out var bottom, out var right)
        )
            return false;
        range = new CellRange(top, left, bottom, right);
        return bottom >= top && right >= left;
    }

    public static string Of(int row, int column) =>
        ColumnName(column) + (row + 1).ToString(CultureInfo.InvariantCulture);

    public static string ColumnName(int column)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            name = (char)('A' + ((rest - 1) % 26)) + name;
        return name;
    }
}
