using System.Globalization;
using System.Text;
using Shirube.Documents.Stored;
using static Shirube.Web.Texts;

namespace Shirube.Web.Documents;

/// <summary>
/// Head and foot of a document's printed pages, as a style sheet of its own: margin boxes cannot take words from the
/// page, and the site's policy allows no style in it.
/// </summary>
internal static class PrintFrame
{
    public static string Of(OpenDocument open) =>
        $$"""
            @page {
              @top-left { content: {{Quoted($"{open.Government.Name}　{open.Document.Name}")}}; }
              @top-right { content: {{Quoted(T("Versions.Number", open.Version.VersionNumber))}}; }
              @bottom-left { content: {{Quoted(T("Print.Hash", open.Version.Sha256[..12]))}}; }
            }
            """;

    /// <summary>A CSS string: whatever is not a letter or a digit is written by its number.</summary>
    private static string Quoted(string text)
    {
        var css = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                css.Append(rune.ToString());
            else
                css.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x6}");
        }
        return css.Append('"').ToString();
    }
}
