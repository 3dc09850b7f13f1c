namespace Shirube.Documents.Formats.Pdf;

/// <summary>A drawn straight line: at <see cref="At"/> across, from <see cref="From"/> to <see cref="To"/> along.</summary>
internal readonly record struct PdfRuling(double At, double From, double To)
{
    public double Length => To - From;
}

/// <summary>The straight lines of one page, in points as the words.</summary>
internal sealed class PdfRulings
{
    /// <summary>A page with more pieces of lines is a drawing or a map.</summary>
    private const int MostPieces = 30_000;
    private const double Thin = 3;

    private readonly List<PdfBox> fills = [];
    private readonly List<(bool Across, PdfRuling Ruling)> white = [];

    public List<PdfRuling> Horizontal { get; } = [];
    public List<PdfRuling> Vertical { get; } = [];

    /// <summary>True when lines were left out because there are too many.</summary>
    public bool Cut { get; private set; }

    public void AddStroke(double x0, double y0, double x1, double y1, double width, bool isWhite)
    {
        if (width > 6)
            return;
        if (Math.Abs(y1 - y0) <= 0.5 && Math.Abs(x1 - x0) > 0.2)
            Add(true, new PdfRuling((y0 + y1) / 2, Math.Min(x0, x1), Math.Max(x0, x1)), isWhite);
        else if (Math.Abs(x1 - x0) <= 0.5 && Math.Abs(y1 - y0) > 0.2)
            Add(false, new PdfRuling((x0 + x1) / 2, Math.Min(y0, y1), Math.Max(y0, y1)), isWhite);
    }

    /// <summary>A filled rectangle: thin ones are lines, a small square is a dot of a dotted line either way.</summary>
    public void AddFill(PdfBox box, bool isWhite)
    {
        if (box.Height <= Thin)
            Add(true, new PdfRuling(box.CentreY, box.Left, box.Right), isWhite);
        if (box.Width <= Thin)
            Add(false, new PdfRuling(box.CentreX, box.Top, box.Bottom), isWhite);
        if (box.Height > Thin && box.Width > Thin && !isWhite && fills.Count < 500)
            fills.Add(box);
    }

    /// <summary>White lines part cells only where they lie on a coloured ground; on white paper they are unseen.</summary>
    public void Finish()
    {
        foreach (var (across, line) in white)
        {
            var along = (line.From + line.To) / 2;
            var (x, y) = across ? (along, line.At) : (line.At, along);
            if (fills.Any(fill => x > fill.Left - 2 && x < fill.Right + 2 && y > fill.Top - 2 && y < fill.Bottom + 2))
                (across ? Horizontal : Vertical).Add(line);
        }
        white.Clear();
        fills.Clear();
        Join(Horizontal);
        Join(Vertical);
    }

    private void Add(bool across, PdfRuling ruling, bool isWhite)
    {
        if (Horizontal.Count + Vertical.Count >= MostPieces)
            Cut = true;
        else if (!isWhite)
            (across ? Horizontal : Vertical).Add(ruling);
        else if (white.Count < 1000)
            white.Add((across, ruling));
    }

    /// <summary>Joins the pieces of one line: a cell's edges, dashes, and rows of dots.</summary>
    private static void Join(List<PdfRuling> rulings)
    {
        rulings.Sort((a, b) => a.At.CompareTo(b.At));
        var joined = new List<PdfRuling>();
        for (var i = 0; i < rulings.Count; )
        {
            var first = rulings[i].At;
            var next = i + 1;
            while (
                next < rulings.Count
                && rulings[next].At - rulings[next - 1].At <= 0.8
                && rulings[next].At - first <= 1.6
            )
                next++;
            JoinCollinear(rulings.GetRange(i, next - i), joined);
            i = next;
        }
        rulings.Clear();
        rulings.AddRange(joined);
    }

    private static void JoinCollinear(List<PdfRuling> pieces, List<PdfRuling> joined)
    {
        pieces.Sort((a, b) => a.From.CompareTo(b.From));
        for (var i = 0; i < pieces.Count; )
        {
            var (from, to, longest, at, count) = (pieces[i].From, pieces[i].To, pieces[i].Length, pieces[i].At, 1);
            var next = i + 1;
            for (; next < pieces.Count; next++, count++)
            {
                var gap = pieces[next].From - to;
                var isDash = pieces[next].Length < 12 && pieces[next - 1].Length < 12;
                if (gap > (isDash ? 4 : 2))
                    break;
                to = Math.Max(to, pieces[next].To);
                if (pieces[next].Length > longest)
                    (longest, at) = (pieces[next].Length, pieces[next].At);
            }
            if (to - from >= 5 && (longest >= 5 || count >= 5))
                joined.Add(new PdfRuling(at, from, to));
            i = next;
        }
    }
}
