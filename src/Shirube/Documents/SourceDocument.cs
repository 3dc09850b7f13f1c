using Shirube.Documents.Text;

namespace Shirube.Documents;

/// <summary>The formats that Shirube reads.</summary>
public enum DocumentFormat
{
    Text,
    Markdown,
    Html,
    Csv,
    Word,
    Excel,
    Pdf,
}

/// <summary>How the grid of a table is known. Later kinds are weaker witnesses of which cell a text stands in.</summary>
public enum TableSource
{
    /// <summary>The format itself holds rows and cells (Word, Excel, HTML, CSV, Markdown pipes).</summary>
    Given,

    /// <summary>Cells of one text line parted by tab characters.</summary>
    Tabs,

    /// <summary>Drawn lines around the words of a page.</summary>
    Ruled,

    /// <summary>Wide gaps between words only.</summary>
    Gaps,
}

/// <summary>
/// One document as read, before anyone asks what it means: its running text, line by line, and its tables.
/// A table's rows stand in the running text too, one line a row with the cells parted by tabs, so that every
/// passage can be shown in one text.
/// </summary>
public sealed record SourceDocument(
    string FileName,
    DocumentFormat Format,
    IReadOnlyList<Line> Lines,
    IReadOnlyList<Table> Tables
)
{
    /// <summary>What the reader of the format wants a person to know: lost glyphs, hidden rows, repaired parts.</summary>
    public IReadOnlyList<Finding> Notices { get; init; } = [];

    /// <summary>Number of pages, or of sheets for Excel; at least 1.</summary>
    public int PageCount { get; init; } = 1;

    /// <summary>More than one page: only then does a place say on which. A text file has lines, but no pages.</summary>
    public bool HasPages => PageCount > 1;
}

/// <summary>One line of the running text. <paramref name="Number"/> and <paramref name="Page"/> count from 1.</summary>
/// <param name="Text">As written, without the line end; trailing white space is kept.</param>
/// <param name="Heading">Level 1 to 6 where the format itself marks a heading, else 0.</param>
public sealed record Line(int Number, int Page, string Text, int Heading = 0)
{
    /// <summary>
    /// The block of the page's layout that the line belongs to, where the format tells (PDF, blank lines in text);
    /// lines of one block are one paragraph or one cell. 0 when unknown.
    /// </summary>
    public int Block { get; init; }

    /// <summary>Depth of the list of bullets that the format itself marks, 1 for the outermost; 0 for any other line.</summary>
    public int Bullet { get; init; }

    /// <summary>A running head or foot: the same words at the same height of several pages.</summary>
    public bool IsRunning { get; init; }

    /// <summary>The format keeps its marks apart from the text: what looks like a mark of Markdown is text.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>The text without Markdown's marks (#, **, list dashes) and surrounding white space.</summary>
    public string Plain => IsLiteral ? Text.Trim() : Markup.Strip(Text);

    /// <summary>Level of a heading that the format or Markdown's marks say, else 0.</summary>
    public int Level =>
        Heading > 0 ? Heading
        : IsLiteral ? 0
        : Markup.HeadingLevel(Text);
}

/// <summary>A table as found, with <see cref="Cells"/> in reading order; rows and columns count from 0.</summary>
public sealed record Table(TableSource FoundBy, IReadOnlyList<Cell> Cells)
{
    /// <summary>Name of the sheet, or the caption that the format itself gives.</summary>
    public string? Caption { get; init; }

    /// <summary>Rows from the first that the format itself marks as heads (Word); 0 where it marks none.</summary>
    public int HeadRows { get; init; }

    public int RowCount => Cells.Count == 0 ? 0 : Cells.Max(cell => cell.Row + cell.RowSpan);
    public int ColumnCount => Cells.Count == 0 ? 0 : Cells.Max(cell => cell.Column + cell.ColumnSpan);
    public int FirstLine => Cells.Count == 0 ? 0 : Cells.Min(cell => cell.At.Line);
    public int LastLine => Cells.Count == 0 ? 0 : Cells.Max(cell => cell.At.EndLine);
}

/// <summary>
/// One cell. <paramref name="Text"/> is what a reader sees, line breaks inside the cell as <c>\n</c>.
/// A merged cell is one cell with spans; the places that it covers have no cell of their own.
/// </summary>
public sealed record Cell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, Passage At)
{
    /// <summary>The stored number behind the shown text, unscaled, where the format has one (Excel).</summary>
    public decimal? Number { get; init; }

    /// <summary>True when the format hides the cell's row or column.</summary>
    public bool Hidden { get; init; }
}

/// <summary>
/// A place in the running text: page and lines count from 1, <paramref name="Column"/> is the UTF-16 offset of
/// <paramref name="Text"/> in the first line, or -1 where only the lines are known.
/// </summary>
public sealed record Passage(int Page, int Line, int EndLine, int Column, string Text);
