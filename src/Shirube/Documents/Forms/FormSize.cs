namespace Shirube.Documents.Forms;

/// <summary>How much a file may hold before it is no form any more; what it holds is counted while it is opened.</summary>
internal sealed class FormSize
{
    /// <summary>Of the parts that are filled, unpacked.</summary>
    public const long MostBytes = 32 * 1024 * 1024;
    private const long MostElements = 500_000;
    private const long MostLines = 20_000;

    /// <summary>Cells of tables and sheets, a merged one for each that it covers.</summary>
    private const long MostCells = 200_000;

    private long bytes;
    private long elements;
    private long lines;
    private long cells;

    /// <exception cref="FormSizeException">More than a form holds.</exception>
    public void Spend(long bytes = 0, long elements = 0, long lines = 0, long cells = 0)
    {
        this.bytes += bytes;
        this.elements += elements;
        this.lines += lines;
        this.cells += cells;
        if (this.bytes > MostBytes || this.elements > MostElements || this.lines > MostLines || this.cells > MostCells)
            throw new FormSizeException();
    }
}

/// <summary>The file holds more than any form does.</summary>
internal sealed class FormSizeException() : Exception("More than a form holds.");
