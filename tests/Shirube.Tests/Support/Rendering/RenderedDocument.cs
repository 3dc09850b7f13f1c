namespace Shirube.Tests.Support.Rendering;

/// <summary>
/// A made-up document that can be written in every format that Shirube reads, so that the truth of what a reader
/// should return is known: <c>new RenderedDocument(new Heading(1, "…"), new Paragraph("…"), RenderedTable.Of(…))</c>.
/// </summary>
public sealed record RenderedDocument(params IReadOnlyList<Block> Blocks)
{
    public Paper Paper { get; init; } = Paper.A4;

    /// <summary>Printed at the head of every page, in HTML-made PDF and Word; null for none.</summary>
    public string? RunningHead { get; init; }

    /// <summary>Printed at the foot of every page as <c>3</c>.</summary>
    public bool PageNumbers { get; init; }

    /// <summary>Font of the text; both families of BIZ UD Gothic embed as TrueType.</summary>
    public string Font { get; init; } = "BIZ UDPGothic";

    public IEnumerable<RenderedTable> Tables => Blocks.OfType<RenderedTable>();

    public string ToHtml() => HtmlRendering.Write(this);

    public string ToMarkdown() => MarkdownRendering.Write(this);

    /// <summary>Plain text, a table's cells parted by tab characters.</summary>
    public string ToPlainText() => TextRendering.Write(this);

    /// <summary>The tables alone, RFC 4180, with an empty row between two tables.</summary>
    public string ToCsv() => CsvRendering.Write(this);

    public byte[] ToDocx() => DocxRendering.Write(this);

    /// <summary>One sheet; texts that are numbers become numbers unless <paramref name="numbers"/> is false.</summary>
    public byte[] ToXlsx(bool numbers = true) => XlsxRendering.Write(this, numbers);

    public byte[] ToPdf(PdfMaker maker) => PdfRendering.Write(this, maker);
}

public enum Paper
{
    A4,
    A4Landscape,
    A3Landscape,
}

public enum Borders
{
    Solid,
    Dotted,

    /// <summary>Lines above and below the heading rows and at the end only.</summary>
    Rows,
    None,
}

public abstract record Block;

/// <param name="Level">1 to 6.</param>
public sealed record Heading(int Level, string Text) : Block;

public sealed record Paragraph(string Text) : Block;

public sealed record PageBreak : Block;

/// <summary>Rows hold only the cells that begin in them, as in HTML; spans cover the rest.</summary>
public sealed record RenderedTable(IReadOnlyList<IReadOnlyList<RenderedCell>> Rows) : Block
{
    /// <summary>Column widths in millimetres; null shares the page evenly.</summary>
    public IReadOnlyList<double>? Widths { get; init; }
    public Borders Borders { get; init; } = Borders.Solid;

    /// <summary>Rows that are headings: repeated after a page break and shaded.</summary>
    public int HeaderRows { get; init; }

    /// <summary>Stands at the left with the following paragraphs beside it (HTML and Word).</summary>
    public bool Floating { get; init; }

    public static RenderedTable Of(params RenderedCell[][] rows) => new(rows);

    /// <summary>Every cell with the row and column of its top left corner, from 0: the truth that a reader must find.</summary>
    public IReadOnlyList<PlacedCell> Cells => PlacedCell.Place(Rows);

    public int ColumnCount => Cells.Max(cell => cell.Column + cell.ColumnSpan);
}

/// <summary>A cell; a string becomes a plain one.</summary>
public sealed record RenderedCell(string Text, int RowSpan = 1, int ColumnSpan = 1, bool Vertical = false)
{
    /// <summary>Excel only: the stored number, shown as <see cref="Text"/> by <see cref="Format"/>.</summary>
    public decimal? Number { get; init; }

    /// <summary>Excel's number format, for example <c>#,##0;"▲"#,##0</c>; null derives one from the text.</summary>
    public string? Format { get; init; }
    public Alignment Alignment { get; init; }

    public static implicit operator RenderedCell(string text) => new(text);
}

public enum Alignment
{
    Left,
    Centre,
    Right,
}

public sealed record PlacedCell(int Row, int Column, RenderedCell Cell)
{
    public int RowSpan => Cell.RowSpan;
    public int ColumnSpan => Cell.ColumnSpan;
    public string Text => Cell.Text;

    public static IReadOnlyList<PlacedCell> Place(IReadOnlyList<IReadOnlyList<RenderedCell>> rows)
    {
        var taken = new HashSet<(int Row, int Column)>();
        var placed = new List<PlacedCell>();
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row])
            {
                while (taken.Contains((row, column)))
                    column++;
                placed.Add(new PlacedCell(row, column, cell));
                for (var r = 0; r < cell.RowSpan; r++)
                for (var c = 0; c < cell.ColumnSpan; c++)
                    taken.Add((row + r, column + c));
            }
        }
        return placed;
    }
}
