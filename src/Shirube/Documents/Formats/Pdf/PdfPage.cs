namespace Shirube.Documents.Formats.Pdf;

/// <summary>A box on a page, in points, origin top left.</summary>
internal readonly record struct PdfBox(double Left, double Top, double Right, double Bottom)
{
    public double CentreX => (Left + Right) / 2;
    public double CentreY => (Top + Bottom) / 2;
    public double Width => Right - Left;
    public double Height => Bottom - Top;

    public PdfBox Union(PdfBox other) =>
        new(
            Math.Min(Left, other.Left),
            Math.Min(Top, other.Top),
            Math.Max(Right, other.Right),
            Math.Max(Bottom, other.Bottom)
        );

    public bool Holds(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;
}

/// <summary>What stands between two spaces: in Japanese often a whole line.</summary>
/// <param name="Block">Number of poppler's block, one paragraph or cell at best; unique in the document.</param>
/// <param name="Line">Number of poppler's line; unique in the document.</param>
internal readonly record struct PdfWord(string Text, PdfBox Box, int Block, int Line)
{
    /// <summary>The width of a full-width character, as the word's own length tells it, in points.</summary>
    public double Em
    {
        get
        {
            var units = 0.0;
            foreach (var c in Text)
                units += UnitsOf(c);
            return units == 0 ? Box.Height : Math.Min(Box.Height, Box.Width / units);
        }
    }

    public bool IsSingle => Text.Length == 1 || (Text.Length == 2 && char.IsSurrogatePair(Text, 0));

    /// <summary>Share of an em that a character takes, about.</summary>
    public static double UnitsOf(char c) => c < 0x2000 || c is >= '\uFF61' and <= '\uFF9F' ? 0.55 : 1;
}

/// <summary>One page with its words in poppler's reading order. Pages count from 1, sizes are points.</summary>
internal sealed record PdfPage(int Number, double Width, double Height)
{
    public List<PdfWord> Words { get; } = [];
}
