using System.Globalization;

namespace Shirube.Documents.Writing;

/// <summary>
/// A table. A cell with spans covers places to its right and below; rows below give no cell for a covered place.
/// </summary>
public sealed record WrittenTable(IReadOnlyList<WrittenRow> Rows) : WrittenBlock
{
    /// <summary>So many rows from the first are its head, and stand again on each page.</summary>
    public int HeadRows { get; init; }

    /// <summary>Shares of the width, one a column; empty for columns alike.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [];

    /// <summary>What the table is called: its caption for screen readers, in Excel nothing.</summary>
    public string? Caption { get; init; }

    /// <summary>Text smaller than that around it, for tables of many columns.</summary>
    public bool IsSmall { get; init; }
}

/// <summary>One row with the cells that begin in it, from left to right.</summary>
public sealed record WrittenRow(IReadOnlyList<WrittenCell> Cells);

/// <summary>One cell; its paragraphs stand below one another.</summary>
public sealed record WrittenCell(IReadOnlyList<WrittenParagraph> Paragraphs)
{
    public WrittenCell(string text)
        : this([new WrittenParagraph(text)]) { }

    public int RowSpan { get; init; } = 1;
    public int ColumnSpan { get; init; } = 1;

    /// <summary>A heading of its column or row.</summary>
    public bool IsHead { get; init; }

    /// <summary>The number that the text shows, for formats that hold numbers; the text is what people see.</summary>
    public decimal? Number { get; init; }

    /// <summary>Decimal places with which <see cref="Number"/> is shown.</summary>
    public int Decimals { get; init; }

    public string Text => string.Join('\n', Paragraphs.Select(paragraph => paragraph.Text));

    /// <summary>A number as plans print it: thousands parted by commas, right-aligned, all the decimals it has.</summary>
    /// <param name="leastDecimals">Decimals that stand even where they are zero.</param>
    public static WrittenCell Of(decimal number, int leastDecimals)
    {
        // Dividing by a long one takes the zeros behind the last decimal away.
        var decimals = Math.Max(leastDecimals, (int)(number / 1.0000000000000000000000000000m).Scale);
        var text = number.ToString($"N{decimals}", CultureInfo.InvariantCulture);
        return new([new WrittenParagraph(text) { Alignment = WrittenAlignment.End }])
        {
            Number = number,
            Decimals = decimals,
        };
    }
}
