using System.Text;
using System.Xml;
using Shirube.Documents.Formats;

namespace Shirube.Documents.Forms;

/// <summary>A place of a form at which something can stand.</summary>
/// <param name="Where">As people name it: a cell (様式!C8), a row of a table, a paragraph.</param>
/// <param name="Text">What stands there now.</param>
internal sealed record FormPlace(int Id, string Where, string Text)
{
    /// <summary>Nothing stands there that a form would miss, so it may be filled.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The form works out by itself what stands there.</summary>
    public bool IsFormula { get; init; }

    /// <summary>The file holds an element for it; else one is inserted.</summary>
    public bool Exists { get; init; } = true;
}

/// <summary>A cell of a form; rows and columns count from 0.</summary>
internal sealed record FormCell(int Row, int Column, int RowSpan, int ColumnSpan, FormPlace Place)
{
    public string Text => Place.Text;
}

/// <summary>A table or a sheet of a form.</summary>
/// <param name="missing">Makes the place for a cell that the file leaves out because it is blank and without a look.</param>
internal sealed class FormGrid(IReadOnlyList<FormCell> cells, Func<int, int, FormPlace>? missing = null)
{
    private readonly Dictionary<(int, int), FormCell> at = Lay(cells);
    private readonly int width = cells.Select(cell => cell.Column + cell.ColumnSpan).DefaultIfEmpty().Max();

    public IReadOnlyList<FormCell> Cells { get; } = cells;

    public FormCell? At(int row, int column) => at.GetValueOrDefault((row, column));

    public FormCell? RightOf(FormCell cell) => At(cell.Row, cell.Column + cell.ColumnSpan);

    public FormCell? Below(FormCell cell) => At(cell.Row + cell.RowSpan, cell.Column);

    /// <summary>The place right of a cell that the file leaves out; null where there is a cell, or the table ends.</summary>
    public FormPlace? MissingRightOf(FormCell cell) =>
        RightOf(cell) is null ? PlaceAt(cell.Row, cell.Column + cell.ColumnSpan) : null;

    /// <summary>The place at a row and column, also one that the file leaves out within the columns of the table.</summary>
    public FormPlace? PlaceAt(int row, int column) =>
        At(row, column)?.Place ?? (column < width ? missing?.Invoke(row, column) : null);

    private static Dictionary<(int, int), FormCell> Lay(IEnumerable<FormCell> cells)
    {
        var laid = new Dictionary<(int, int), FormCell>();
        foreach (var cell in cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                laid.TryAdd((row, column), cell);
        }
        return laid;
    }
}

/// <summary>A line of running text that may be a label, and the place below it.</summary>
/// <param name="Next">The text that follows it, empty at the end and before a table.</param>
internal sealed record FormLine(FormPlace Place, FormPlace? Below, string Next)
{
    public string Text => Place.Text;
}

/// <summary>What is written at a place.</summary>
/// <param name="Text">Lines parted by <c>\n</c>.</param>
internal sealed record FormValue(string Text)
{
    /// <summary>The number that the text shows, for cells that hold numbers.</summary>
    public decimal? Number { get; init; }
}

/// <summary>An empty form of a ministry, as Word or Excel: its places, and the same file with some of them filled.</summary>
internal abstract class FormFile(byte[] content)
{
    private readonly FormSize size = new();

    public List<FormGrid> Grids { get; } = [];
    public List<FormLine> Lines { get; } = [];

    /// <summary>Content controls by their tag and by their title.</summary>
    public Dictionary<string, FormPlace> Controls { get; } = new(StringComparer.Ordinal);

    /// <exception cref="DocumentRefusedException">Damaged, protected, or not safe to open.</exception>
    /// <exception cref="FormSizeException">Larger than any form.</exception>
    /// <param name="format">Word or Excel: what <see cref="FormGuard"/> found.</param>
    public static FormFile Open(string fileName, DocumentFormat format, byte[] content)
    {
        try
        {
            using var zip = ZipParts.Open(fileName, content);
            return format == DocumentFormat.Word ? new WordFormFile(content, zip) : new ExcelFormFile(content, zip);
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException)
        {
            throw new DocumentRefusedException("FILE006", fileName);
        }
    }

    /// <summary>The file with these places filled and everything else as it was.</summary>
    /// <param name="values">By <see cref="FormPlace.Id"/>.</param>
    public byte[] Fill(IReadOnlyDictionary<int, FormValue> values) => ZipCopy.Replace(content, Changed(values));

    protected abstract IReadOnlyDictionary<string, byte[]> Changed(IReadOnlyDictionary<int, FormValue> values);

    /// <summary>A part as text, with its byte order mark.</summary>
    protected string Read(ZipParts zip, string part)
    {
        size.Spend(bytes: zip.SizeOf(part));
        return Encoding.UTF8.GetString(zip.Bytes(part, FormSize.MostBytes));
    }

    protected XmlSpan Parse(string source) => XmlSpan.Parse(source, size);

    protected void Add(FormLine line)
    {
        size.Spend(lines: 1);
        Lines.Add(line);
    }

    protected void Add(IReadOnlyList<FormCell> cells, Func<int, int, FormPlace>? missing = null)
    {
        size.Spend(cells: cells.Sum(cell => cell.RowSpan * (long)cell.ColumnSpan));
        Grids.Add(new FormGrid(cells, missing));
    }

    /// <summary>With the byte order mark, which is a character of the text here.</summary>
    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
