using System.Xml.Linq;
using static Shirube.Documents.Writing.ExcelMarkup;

namespace Shirube.Documents.Writing;

/// <summary>Paper, margins and heights of rows of a sheet.</summary>
internal static class ExcelPage
{
    private const int LineHeight = 15;

    /// <summary>Half-width characters of 10.5 points between the margins.</summary>
    public static int TextWidth(WrittenPaper paper) =>
        paper switch
        {
            WrittenPaper.A4Landscape => 136,
            WrittenPaper.A3Landscape => 200,
            _ => 92,
        };

    /// <summary>Points that a text takes in a column of so many half-width characters.</summary>
    public static int Height(string text, int width, int heading)
    {
        var room = Math.Max(2, width - 2);
        var lines = 0;
        foreach (var line in text.Split('\n'))
        {
            var length = line.Sum(c => c < 0x100 || c is >= '\uFF61' and <= '\uFF9F' ? 1 : 2);
            lines += Math.Max(1, (length + room - 1) / room);
        }
        return (lines * LineHeight) + (heading is 1 or 2 ? 12 : 4);
    }

    /// <summary>Margins, paper, head and foot: the last elements of a sheet, in the order of the schema.</summary>
    public static IEnumerable<XElement?> Setup(WrittenDocument document)
    {
        yield return new XElement(
            X + "pageMargins",
            new XAttribute("left", "0.6"),
            new XAttribute("right", "0.6"),
            new XAttribute("top", "0.7"),
            new XAttribute("bottom", "0.7"),
            new XAttribute("header", "0.3"),
            new XAttribute("footer", "0.3")
        );
        yield return new XElement(
            X + "pageSetup",
            new XAttribute("paperSize", document.Paper == WrittenPaper.A3Landscape ? 8 : 9),
            new XAttribute("fitToHeight", 0),
            new XAttribute("orientation", document.Paper == WrittenPaper.A4 ? "portrait" : "landscape")
        );
        yield return Running(document);
    }

    private static XElement? Running(WrittenDocument document)
    {
        var head = string.IsNullOrEmpty(document.RunningHead)
            ? null
            : new XElement(
                X + "oddHeader",
                "&R" + WrittenText.Clean(document.RunningHead).Replace("&", "&&", StringComparison.Ordinal)
            );
        var foot = document.PageNumbers ? new XElement(X + "oddFooter", "&C&P / &N") : null;
        return head is null && foot is null ? null : new XElement(X + "headerFooter", head, foot);
    }
}
