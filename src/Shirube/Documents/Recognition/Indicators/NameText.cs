using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>The name of a KPI without what lists and footnotes hang on it.</summary>
internal static partial class NameText
{
    public static string Clean(string name)
    {
        var text = CellText.Joined(name);
        var view = CellText.OneToOne(text);
        var from = Before().Match(view).Length;
        var behind = Behind().Match(view);
        var to = behind.Success && behind.Index > from ? behind.Index : text.Length;
        return text[from..to].Trim(' ', '　', '：', ':');
    }

    /// <summary>Compares names that differ only in width, spaces and dashes.</summary>
    public static string Key(string name) => CellText.Key(name);

    [GeneratedRegex(@"^(?:[ ・●■◆○◎▼□]+|\(\d{1,2}\) ?|\d{1,2}[).] ?(?=\D)|[①-⑳⑴-⒇] ?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"(?: ?\(?(?:※|\*|†|\(注|注(?=\d))[①-⑳\d]{0,2}\)?)+ *$", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();
}
