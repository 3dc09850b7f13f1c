using System.Globalization;

namespace Shirube.Documents.Writing;

/// <summary>ファイル名: what a file may be called on every system.</summary>
public static class FileName
{
    private const int LongestTitle = 60;

    /// <summary>いきいき計画_施策体系表.csv</summary>
    /// <param name="title">Of what the file is taken from, of any length and with any signs.</param>
    /// <param name="what">What it holds, in the reader's language.</param>
    /// <param name="ending">.csv</param>
    public static string Of(string title, string what, string ending) => $"{Of(title)}_{Plain(what)}{ending}";

    /// <summary>A title without an ending.</summary>
    public static string Of(string title)
    {
        var name = Plain(title);
        if (name.Length > LongestTitle)
            name = name[..(char.IsHighSurrogate(name[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)]
                .TrimEnd(' ', '.');
        return name.Length == 0 ? "計画" : name;
    }

    private static string Plain(string text) =>
        string.Concat(
                text.Select(c =>
                    char.IsControl(c)
                    || char.GetUnicodeCategory(c) == UnicodeCategory.Format
                    || "\\/:*?\"<>|".Contains(c)
                        ? '_'
                        : c
                )
            )
            .Trim(' ', '.');
}
