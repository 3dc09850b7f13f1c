namespace Shirube.Documents.Formats;

/// <summary>
/// A document in the making: lines in order with page and block, the tables over them, and notices. It counts what
/// it holds, and says when the limits are reached; a reader then stops, and the document carries a notice.
/// </summary>
internal sealed class RunningText(string fileName, DocumentFormat format)
{
    private bool HasMarksOfItsOwn =>
        format is DocumentFormat.Word or DocumentFormat.Html or DocumentFormat.Excel or DocumentFormat.Pdf;

    private readonly List<Line> lines = [];
    private readonly List<Table> tables = [];
    private readonly List<Finding> notices = [];
    private int characters;
    private int cells;
    private int block = 1;
    private bool isGap = true;

    public int Page { get; set; } = 1;
    public int PageCount { get; set; } = 1;

    /// <summary>Depth of the bullets of the lines that follow, 0 for other lines.</summary>
    public int Bullet { get; set; }
    public bool IsFull { get; private set; }
    public IReadOnlyList<Line> Lines => lines;
    public int NextLine => lines.Count + 1;

    /// <summary>The next line belongs to a new block.</summary>
    public void BeginBlock()
    {
        if (isGap)
            return;
        block++;
        isGap = true;
    }

    /// <summary>Adds one line; white space alone parts blocks. Adds nothing once the text is full.</summary>
    /// <param name="isLiteral">Its marks of Markdown are text; all lines are literal where the format has marks of its own.</param>
    public void AddLine(string text, int heading = 0, bool isRunning = false, bool isLiteral = false)
    {
        if (IsFull || lines.Count >= ReadingLimits.Lines || characters + text.Length > ReadingLimits.Characters)
        {
            IsFull = true;
            return;
        }
        if (string.IsNullOrWhiteSpace(text))
            BeginBlock();
        else
            isGap = false;
        characters += text.Length + 1;
        PageCount = Math.Max(PageCount, Page);
        lines.Add(
            new Line(lines.Count + 1, Page, text, heading)
            {
                Block = block,
                Bullet = Bullet,
                IsRunning = isRunning,
                IsLiteral = isLiteral || HasMarksOfItsOwn,
            }
        );
    }

    /// <summary>Counts cells before they are made. False, and the text full, when there are too many.</summary>
    public bool TryCount(int moreCells)
    {
        if (cells + moreCells > ReadingLimits.Cells)
            IsFull = true;
        else
            cells += moreCells;
        return !IsFull;
    }

    public void AddTable(Table table)
    {
        if (table.Cells.Count > 0)
            tables.Add(table);
    }

    /// <summary>The file holds more than was handed over.</summary>
    public void StopEarly() => IsFull = true;

    public void Notice(Finding finding) => notices.Add(finding);

    public SourceDocument Build()
    {
        LostGlyphs.Report(lines, notices);
        if (IsFull)
            notices.Add(new Finding("DOC005", Severity.Error, LastLine(), lines.Count));
        return new SourceDocument(fileName, format, lines, tables)
        {
            Notices = notices,
            PageCount = Math.Max(1, PageCount),
        };
    }

    private Evidence? LastLine() =>
        lines.Count == 0
            ? null
            : new Evidence(new Passage(lines[^1].Page, lines[^1].Number, lines[^1].Number, 0, lines[^1].Text));
}
