using System.Buffers;
using System.Text;
using Shirube.Documents.Text;

namespace Shirube.Documents.Formats.Pdf;

/// <summary>One block of a tagged PDF outside its tables.</summary>
/// <param name="Level">1 to 6 of a heading, 0 of anything else.</param>
/// <param name="Text">Without white space, folded.</param>
internal readonly record struct PdfBlock(int Level, string Text);

/// <summary>
/// The tags of a PDF that say what is a heading, as <c>pdfinfo -struct-text</c> prints them: an element a line, indented
/// by its depth, and below it its text in quotes. A PDF without tags prints nothing. Asked for where a browser printed
/// the PDF, as ours are: its tags are those of the page, while other makers tag what only looks like a heading.
/// </summary>
internal static class PdfStructure
{
    /// <summary>A document with more has no use for its tags here.</summary>
    private const int MostBlocks = 50_000;
    private const int LongestText = 2_000;

    /// <summary>Reading the tags costs some 25 ms of processor time a page, ten times what its words cost.</summary>
    public const int MostPages = 60;

    private static readonly SearchValues<byte> VersionLetters = SearchValues.Create(" m.0123456789"u8);

    /// <summary>
    /// Printed by a browser of the Chromium family, whose library writes its name and version uncompressed and nothing
    /// behind them. Word processors on the web that print with it add a name of their own: they tag what has one of their
    /// styles, which writers use for some headings and not for others.
    /// </summary>
    public static bool IsTold(ReadOnlySpan<byte> content)
    {
        for (var at = content.IndexOf("(Skia/PDF"u8); at >= 0; at = content.IndexOf("(Skia/PDF"u8))
        {
            content = content[(at + "(Skia/PDF"u8.Length)..];
            var behind = content.IndexOfAnyExcept(VersionLetters);
            if (behind >= 0 && content[behind] == ')')
                return true;
        }
        return false;
    }

    public static IReadOnlyList<PdfBlock> Of(PdfPoppler poppler)
    {
        if (!PdfPoppler.IsInstalled("pdfinfo"))
            return [];
        var end = poppler.Run("pdfinfo", ["-struct-text", poppler.File], Read, out var blocks);
        return end.Status == 0 ? blocks : [];
    }

    public static IReadOnlyList<PdfBlock> Read(Stream output)
    {
        var blocks = new List<PdfBlock>();
        var open = new Stack<(int Indent, string Name)>();
        var text = new StringBuilder();
        var level = 0;
        var lines = new PdfOutputLines(output);
        while (lines.Next(out var line))
        {
            var plain = line.TrimStart((byte)' ');
            var indent = line.Length - plain.Length;
            if (plain.StartsWith("\""u8))
            {
                if (text.Length < LongestText && plain.Length > 1 && open.All(element => element.Name != "Table"))
                    text.Append(Encoding.UTF8.GetString(plain[1..^1]));
                continue;
            }
            var name = Name(plain);
            while (open.Count > 0 && open.Peek().Indent >= indent)
                open.Pop();
            open.Push((indent, name));
            if (!IsBlock(name))
                continue;
            Close();
            level = name is ['H', >= '1' and <= '6'] ? name[1] - '0' : 0;
            if (blocks.Count > MostBlocks)
                return [];
        }
        Close();
        return blocks;

        void Close()
        {
            if (text.Length > 0)
                blocks.Add(new PdfBlock(level, Folding.Squeeze(text.ToString())));
            text.Clear();
        }
    }

    /// <summary>Parts of a line, which begin no block of their own.</summary>
    private static bool IsBlock(string name) =>
        name is not ("NonStruct" or "Span" or "Link" or "Quote" or "Code" or "Em" or "Strong");

    private static string Name(ReadOnlySpan<byte> line)
    {
        var length = line.IndexOf((byte)' ');
        return Encoding.ASCII.GetString(length < 0 ? line : line[..length]);
    }
}
