namespace Shirube.Documents.Writing;

/// <summary>
/// Style of a written page, on screen and on paper. No face is made bold that has none of its own: a PDF would then
/// hold drawings in place of letters.
/// </summary>
internal static class HtmlStyle
{
    public static string Of(WrittenDocument document)
    {
        var size = document.Paper switch
        {
            WrittenPaper.A4Landscape => "A4 landscape",
            WrittenPaper.A3Landscape => "A3 landscape",
            _ => "A4 portrait",
        };
        var head = string.IsNullOrEmpty(document.RunningHead)
            ? ""
            : $"  @top-right {{ content: \"{Quoted(document.RunningHead)}\"; font-size: 8pt }}\n";
        var foot = document.PageNumbers
            ? "  @bottom-center { content: counter(page) \" / \" counter(pages); font-size: 9pt }\n"
            : "";
        return Common + $"@page {{\n  size: {size};\n  margin: 18mm 16mm;\n{head}{foot}}}\n";
    }

    private const string Common = """
        * { font-synthesis: none; box-sizing: border-box }
        html { background: #fff; color: #1a1a1c }
        body {
          max-width: 60rem; margin: 0 auto; padding: 1rem; font-size: 10.5pt; line-height: 1.7;
          font-family: "BIZ UDPGothic", "BIZ UDPゴシック", "Yu Gothic", "Hiragino Sans", "IPAexGothic", "Noto Sans CJK JP", sans-serif;
          overflow-wrap: anywhere; line-break: strict;
        }
        h1, h2, h3, h4, h5, h6 { line-height: 1.4; margin: 1.2em 0 .4em; break-after: avoid }
        h1 { font-size: 16pt } h2 { font-size: 13pt } h3 { font-size: 12pt } h4, h5, h6 { font-size: 10.5pt }
        p { margin: 0 0 .6em; white-space: pre-wrap }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: .6em 0 1em }
        th, td { border: 1px solid #333; padding: .25em .4em; vertical-align: top; text-align: left; white-space: pre-wrap }
        th { background: #ededed; font-weight: normal }
        td p, th p { margin: 0 }
        table[data-small] { font-size: 8pt }
        thead { display: table-header-group }
        tr { break-inside: avoid }
        .page { break-before: page }
        @media print { body { max-width: none; padding: 0 } }

        """;

    private static string Quoted(string text) =>
        WrittenText
            .Clean(text)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("<", "\\3c ", StringComparison.Ordinal)
            .Replace("\n", " ", StringComparison.Ordinal);
}
