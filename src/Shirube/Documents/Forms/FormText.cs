using System.Globalization;
using System.Resources;

namespace Shirube.Documents.Forms;

/// <summary>How places of a form are called, from <c>Resources/Forms.resx</c>.</summary>
internal static class FormText
{
    private const int Longest = 40;
    private static readonly ResourceManager Words = new("Shirube.Resources.Forms", typeof(FormText).Assembly);

    public static string Cell(int table, int row, int column) => Of("Cell", table, row, column);

    public static string Line(string text) => Of("Line", Short(text));

    public static string Below(string text) => Of("Below", Short(text));

    public static string Control(string name) => Of("Control", Short(name));

    /// <summary>A word of the list of fields: Kpi.Name, Kpi.Baseline …</summary>
    public static string Of(string key, params object[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, Words.GetString(key, CultureInfo.CurrentUICulture) ?? key, arguments);

    private static string Short(string text)
    {
        var line = FindingText.Plain(text.Trim());
        return line.Length <= Longest
            ? line
            : line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }
}
