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
        Of(
            $"{open.Government.Name}　{open.Document.Name}",
            T("Versions.Number", open.Version.VersionNumber),
            T("Print.Hash", open.Version.Sha256[..12])
        );

    public static string Of(string topLeft, string topRight, string bottomLeft) =>
        $$"""
            @page {
              @top-left { content: {{Quoted(topLeft)}}; }
              @top-right { content: {{Quoted(topRight)}}; }
              @bottom-left { content: {{Quoted(bottomLeft)}}; }
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
