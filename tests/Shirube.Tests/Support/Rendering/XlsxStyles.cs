using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Shirube.Tests.Support.Rendering;

/// <summary>Collects the cell styles that are asked for and writes them as one stylesheet.</summary>
internal sealed class XlsxStyles(string font)
{
    private readonly List<(string? Format, Borders Borders, Alignment Alignment, bool Vertical)> styles =
    [
        (null, Borders.None, Alignment.Left, false),
    ];

    public uint Index(string? format, Borders borders, Alignment alignment, bool vertical)
    {
        var style = (format, borders, alignment, vertical);
        var index = styles.IndexOf(style);
        if (index >= 0)
            return (uint)index;
        styles.Add(style);
        return (uint)styles.Count - 1;
    }

    public Stylesheet ToStylesheet()
    {
        var formats = styles.Select(style => style.Format).OfType<string>().Distinct().ToList();
        var sheet = new Stylesheet();
        if (formats.Count > 0)
            sheet.Append(
                new NumberingFormats(
                    formats.Select(
                        (code, i) => new NumberingFormat { NumberFormatId = 164U + (uint)i, FormatCode = code }
                    )
                )
            );
        sheet.Append(
            new Fonts(new Font(new FontSize { Val = 10.5 }, new FontName { Val = font })),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new DocumentFormat.OpenXml.Spreadsheet.Borders(Enum.GetValues<Borders>().Select(Lines)),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(styles.Select(style => Format(style, formats)))
        );
        return sheet;
    }

    private static CellFormat Format(
        (string? Format, Borders Borders, Alignment Alignment, bool Vertical) style,
        List<string> formats
    )
    {
        var alignment = new DocumentFormat.OpenXml.Spreadsheet.Alignment
        {
            WrapText = true,
            Vertical = VerticalAlignmentValues.Center,
            Horizontal = style.Alignment switch
            {
                Alignment.Centre => HorizontalAlignmentValues.Center,
                Alignment.Right => HorizontalAlignmentValues.Right,
                _ => HorizontalAlignmentValues.General,
            },
        };
        // 255 is Excel's value for characters stacked upright.
        if (style.Vertical)
            alignment.TextRotation = 255;
        return new CellFormat(alignment)
        {
            NumberFormatId = style.Format is { } code ? 164U + (uint)formats.IndexOf(code) : 0,
            BorderId = (uint)style.Borders,
            ApplyNumberFormat = style.Format is not null,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
    }

    private static Border Lines(Borders borders)
    {
        EnumValue<BorderStyleValues> line = borders switch
        {
            Borders.Solid or Borders.Rows => BorderStyleValues.Thin,
            Borders.Dotted => BorderStyleValues.Dotted,
            _ => BorderStyleValues.None,
        };
        var side = borders == Borders.Rows ? new EnumValue<BorderStyleValues>(BorderStyleValues.None) : line;
        return new Border(
            new LeftBorder { Style = side },
            new RightBorder { Style = side },
            new TopBorder { Style = line },
            new BottomBorder { Style = line },
            new DiagonalBorder()
        );
    }
}
