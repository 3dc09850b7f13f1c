using System.Text;

namespace Shirube.Data;

/// <summary>Texts as PostgreSQL takes them: without U+0000, which it refuses, and without halves of surrogate pairs.</summary>
internal static class Storable
{
    private const char Replacement = '\uFFFD';

    public static string Text(string text)
    {
        var whole = text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', Replacement) : text;
        return whole.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
            ? whole
            : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(whole));
    }

    public static string? TextOrNull(string? text) => text is null ? null : Text(text);

    public static string Json(byte[] json) =>
        Encoding.UTF8.GetString(json).Replace("\\u0000", "\\uFFFD", StringComparison.Ordinal);
}
