namespace Shirube.Documents.Formats.Pdf;

/// <summary>A table of one page: its grid, and the words in each of its cells.</summary>
internal sealed class PdfTable(PdfGrid grid)
{
    private readonly List<PdfWord>[] words = [.. grid.Cells.Select(_ => new List<PdfWord>())];

    public PdfGrid Grid => grid;
    public PdfBox Box => grid.Box;

    /// <summary>Takes the page's words into its tables, the innermost first; what is left is the page's prose.</summary>
    public static (List<PdfTable> Tables, List<PdfWord> Prose) Fill(PdfPage page, PdfRulings? rulings)
    {
        if (rulings is null || page.Words.Count == 0)
            return ([], page.Words);
        var prose = page.Words;
        var tables = new List<PdfTable>();
        foreach (var grid in PdfGrid.FindAll(rulings).OrderBy(grid => grid.Box.Width * grid.Box.Height))
        {
            var table = new PdfTable(grid);
            var left = table.Take(prose);
            if (table.words.Count(cell => cell.Count > 0) < 2)
                continue;
            tables.Add(table);
            prose = left;
        }
        return (tables, prose);
    }

    public IEnumerable<PdfCell> Cells() =>
        grid.Cells.Select((place, i) => new PdfCell(place, PdfText.OfCell(words[i])));

    /// <returns>The words that stand in no cell.</returns>
    private List<PdfWord> Take(List<PdfWord> from)
    {
        var left = new List<PdfWord>();
        foreach (var word in from)
        {
            var y = word.Box.CentreY;
            if (y < Box.Top || y > Box.Bottom || word.Box.Right < Box.Left || word.Box.Left > Box.Right)
                left.Add(word);
            else if (grid.CellAt(word.Box.CentreX, y) is var cell && IsWithin(word, cell, y))
                (cell < 0 ? left : words[cell]).Add(word);
            else
                Cut(word, left);
        }
        return left;
    }

    /// <summary>All but the outer third of its first and last characters lies in the one cell.</summary>
    private bool IsWithin(PdfWord word, int cell, double y)
    {
        var slack = Math.Min(word.Em / 3, word.Box.Width / 3);
        return grid.CellAt(word.Box.Left + slack, y) == cell && grid.CellAt(word.Box.Right - slack, y) == cell;
    }

    /// <summary>A word runs on where a number at the right edge of a cell touches the text of the next: cut at the line.</summary>
    private void Cut(PdfWord word, List<PdfWord> left)
    {
        var units = word.Text.Sum(PdfWord.UnitsOf);
        var x = word.Box.Left;
        var (from, fromX, cell) = (0, x, -2);
        for (var i = 0; i <= word.Text.Length; i++)
        {
            var width = i < word.Text.Length ? PdfWord.UnitsOf(word.Text[i]) / units * word.Box.Width : 0;
            var at = i < word.Text.Length ? grid.CellAt(x + width / 2, word.Box.CentreY) : -3;
            if (at != cell && i > 0)
            {
                var part = word with { Text = word.Text[from..i], Box = word.Box with { Left = fromX, Right = x } };
                (cell < 0 ? left : words[cell]).Add(part);
                (from, fromX) = (i, x);
            }
            cell = at;
            x += width;
        }
    }
}

/// <summary>A cell with its text, before the pages of its table are joined.</summary>
internal sealed record PdfCell(PdfGrid.Place Place, string Text);
