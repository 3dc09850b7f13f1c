using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Shirube.Tests.Support.Rendering;

/// <summary>Word with real headings and merged cells (gridSpan, vMerge).</summary>
internal static class DocxRendering
{
    public static byte[] Write(RenderedDocument document)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles(document.Font);
            var body = new Body();
            foreach (var block in document.Blocks)
                Append(body, block, document);
            body.Append(Section(main, document));
            main.Document = new Document(body);
        }
        return stream.ToArray();
    }

    private static void Append(Body body, Block block, RenderedDocument document)
    {
        switch (block)
        {
            case Heading heading:
                var style = new ParagraphStyleId
                {
                    Val = string.Create(CultureInfo.InvariantCulture, $"Heading{heading.Level}"),
                };
                body.Append(new W.Paragraph(new ParagraphProperties(style), RunOf(heading.Text)));
                break;
            case Paragraph paragraph:
                body.Append(new W.Paragraph(RunOf(paragraph.Text)));
                break;
            case PageBreak:
                body.Append(new W.Paragraph(new Run(new Break { Type = BreakValues.Page })));
                break;
            case RenderedTable table:
                body.Append(DocxTable.Of(table, document.Paper));
                // Word joins two tables that touch.
                if (!table.Floating)
                    body.Append(new W.Paragraph());
                break;
        }
    }

    internal static Run RunOf(string text)
    {
        var run = new Run();
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (index > 0)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    private static Styles Styles(string font)
    {
        var fonts = new RunFonts
        {
            Ascii = font,
            HighAnsi = font,
            EastAsia = font,
        };
        var styles = new Styles(
            new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(fonts, new FontSize { Val = "21" }))),
            new Style(new StyleName { Val = "Normal" })
            {
                Type = StyleValues.Paragraph,
                StyleId = "Normal",
                Default = true,
            }
        );
        for (var level = 1; level <= 6; level++)
            styles.Append(
                new Style(
                    new StyleName { Val = string.Create(CultureInfo.InvariantCulture, $"heading {level}") },
                    new BasedOn { Val = "Normal" },
                    new StyleParagraphProperties(
                        new SpacingBetweenLines { Before = "240", After = "60" },
                        new OutlineLevel { Val = level - 1 }
                    ),
                    new StyleRunProperties(new Bold(), new FontSize { Val = level == 1 ? "32" : "24" })
                )
                {
                    Type = StyleValues.Paragraph,
                    StyleId = string.Create(CultureInfo.InvariantCulture, $"Heading{level}"),
                }
            );
        return styles;
    }

    private static SectionProperties Section(MainDocumentPart main, RenderedDocument document)
    {
        var section = new SectionProperties();
        if (document.RunningHead is { } head)
        {
            var part = main.AddNewPart<HeaderPart>();
            part.Header = new Header(new W.Paragraph(RunOf(head)));
            section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) });
        }
        if (document.PageNumbers)
        {
            var part = main.AddNewPart<FooterPart>();
            part.Footer = new Footer(new W.Paragraph(new SimpleField(RunOf("1")) { Instruction = "PAGE" }));
            section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) });
        }
        var (width, height) = PaperSize.Millimetres(document.Paper);
        section.Append(
            new PageSize
            {
                Width = PaperSize.Twips(width),
                Height = PaperSize.Twips(height),
                Orient = width > height ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
            },
            new PageMargin
            {
                Top = 1134,
                Bottom = 1134,
                Left = 1134,
                Right = 1134,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );
        return section;
    }
}

internal static class PaperSize
{
    public static (double Width, double Height) Millimetres(Paper paper) =>
        paper switch
        {
            Paper.A4 => (210, 297),
            Paper.A4Landscape => (297, 210),
            _ => (420, 297),
        };

    public static uint Twips(double millimetres) => (uint)Math.Round(millimetres * 1440 / 25.4);
}
