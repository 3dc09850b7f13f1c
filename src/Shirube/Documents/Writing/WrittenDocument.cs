namespace Shirube.Documents.Writing;

/// <summary>Paper on which a written document is laid out.</summary>
public enum WrittenPaper
{
    A4,
    A4Landscape,
    A3Landscape,
}

/// <summary>
/// A document that Shirube writes, before it has a format: headings, paragraphs and tables in the order of reading.
/// One writer a format turns it into a file; the same document always gives the same bytes (PDF excepted).
/// </summary>
/// <param name="Title">What the file calls itself in its properties. A title that people shall see is a block.</param>
public sealed record WrittenDocument(string Title, IReadOnlyList<WrittenBlock> Blocks)
{
    public WrittenPaper Paper { get; init; } = WrittenPaper.A4;

    /// <summary>Stands at the head of each page; null for none.</summary>
    public string? RunningHead { get; init; }

    /// <summary>Page and number of pages at the foot of each page.</summary>
    public bool PageNumbers { get; init; } = true;
}

/// <summary>One block of a <see cref="WrittenDocument"/>.</summary>
public abstract record WrittenBlock;

/// <param name="Level">1 for the outermost to 6.</param>
public sealed record WrittenHeading(int Level, string Text) : WrittenBlock;

/// <summary>One paragraph. A line break inside it is <c>\n</c> in a run.</summary>
public sealed record WrittenParagraph(IReadOnlyList<WrittenRun> Runs) : WrittenBlock
{
    public WrittenParagraph(string text)
        : this([new WrittenRun(text)]) { }

    public WrittenAlignment Alignment { get; init; }

    /// <summary>Full-width characters by which the whole paragraph is set in.</summary>
    public int Indent { get; init; }

    public string Text => string.Concat(Runs.Select(run => run.Text));
}

/// <summary>The next block begins a page.</summary>
public sealed record WrittenPageBreak : WrittenBlock;

public enum WrittenAlignment
{
    Start,
    Centre,
    End,
}

/// <summary>A piece of text in one look.</summary>
public sealed record WrittenRun(string Text)
{
    public bool IsBold { get; init; }

    /// <summary>下線: in a 新旧対照表 what was changed.</summary>
    public bool IsUnderlined { get; init; }

    /// <summary>Struck through.</summary>
    public bool IsStruck { get; init; }
}
