namespace Shirube.Documents.Formats.Pdf;

/// <summary>The cells that the ruled lines of one table enclose, and which of them holds a point.</summary>
internal sealed class PdfGrid
{
    /// <summary>Lines closer than this are one: the two strokes of a double line.</summary>
    private const double Near = 3;
    private const int LargestLattice = 40_000;
    private readonly int[] owners;

    private readonly double[] latticeXs;
    private readonly double[] latticeYs;

    private PdfGrid(double[] xs, double[] ys, List<Place> cells, int[] owners)
    {
        (latticeXs, latticeYs, this.owners) = (xs, ys, owners);
        // A stub of a line that bounds no cell makes no row or column.
        var columns = cells.SelectMany(c => new[] { c.Column, c.Column + c.ColumnSpan }).Distinct().Order().ToList();
        var rows = cells.SelectMany(c => new[] { c.Row, c.Row + c.RowSpan }).Distinct().Order().ToList();
        Xs = [.. columns.Select(i => xs[i])];
        Ys = [.. rows.Select(i => ys[i])];
        Cells =
        [
            .. cells.Select(cell =>
            {
                var (row, column) = (rows.IndexOf(cell.Row), columns.IndexOf(cell.Column));
                return new Place(
                    row,
                    column,
                    rows.IndexOf(cell.Row + cell.RowSpan) - row,
                    columns.IndexOf(cell.Column + cell.ColumnSpan) - column
                );
            }),
        ];
    }

    public readonly record struct Place(int Row, int Column, int RowSpan, int ColumnSpan);

    public double[] Xs { get; }
    public double[] Ys { get; }
    public IReadOnlyList<Place> Cells { get; }
    public PdfBox Box => new(Xs[0], Ys[0], Xs[^1], Ys[^1]);

    /// <summary>Index of the cell at the point, or -1.</summary>
    public int CellAt(double x, double y)
    {
        var (column, row) = (IndexOf(latticeXs, x), IndexOf(latticeYs, y));
        return column < 0 || row < 0 ? -1 : owners[row * (latticeXs.Length - 1) + column];
    }

    /// <summary>The tables of a page: lines that touch one another belong together.</summary>
    public static IEnumerable<PdfGrid> FindAll(PdfRulings rulings) =>
        PdfRulingGroups.Of(rulings).Select(group => Of(group.Horizontal, group.Vertical)).OfType<PdfGrid>();

    private static PdfGrid? Of(List<PdfRuling> horizontal, List<PdfRuling> vertical)
    {
        var columns = new Lines(vertical, horizontal);
        var rows = new Lines(horizontal, vertical);
        var (width, height) = (columns.At.Length - 1, rows.At.Length - 1);
        if (width < 1 || height < 1 || width * height < 2 || width * height > LargestLattice)
            return null;
        var outside = width * height;
        var sets = new DisjointSets(outside + 1);
        for (var row = 0; row < height; row++)
        for (var column = 0; column < width; column++)
        {
            var cell = row * width + column;
            var (top, bottom) = (rows.At[row], rows.At[row + 1]);
            var (left, right) = (columns.At[column], columns.At[column + 1]);
            if (!columns.Covers(column, top, bottom))
                sets.Union(cell, column == 0 ? outside : cell - 1);
            if (column == width - 1 && !columns.Covers(width, top, bottom))
                sets.Union(cell, outside);
            if (!rows.Covers(row, left, right))
                sets.Union(cell, row == 0 ? outside : cell - width);
            if (row == height - 1 && !rows.Covers(height, left, right))
                sets.Union(cell, outside);
        }
        return Collect(columns.At, rows.At, sets);
    }

    /// <summary>Cells are rectangles; an area of another shape is no cell, and a table made of such areas is a drawing.</summary>
    private static PdfGrid? Collect(double[] xs, double[] ys, DisjointSets sets)
    {
        var (width, height) = (xs.Length - 1, ys.Length - 1);
        var areas = new Dictionary<int, (int Top, int Left, int Bottom, int Right, int Count)>();
        var outside = sets.Find(width * height);
        for (var i = 0; i < width * height; i++)
        {
            var set = sets.Find(i);
            if (set == outside)
                continue;
            var (row, column) = (i / width, i % width);
            areas[set] = areas.TryGetValue(set, out var area)
                ? (
                    Math.Min(area.Top, row),
                    Math.Min(area.Left, column),
                    Math.Max(area.Bottom, row),
                    Math.Max(area.Right, column),
                    area.Count + 1
                )
                : (row, column, row, column, 1);
        }
        var whole = areas
            .Where(a => (a.Value.Bottom - a.Value.Top + 1) * (a.Value.Right - a.Value.Left + 1) == a.Value.Count)
            .OrderBy(a => (a.Value.Top, a.Value.Left))
            .ToList();
        var covered = whole.Sum(a =>
            (xs[a.Value.Right + 1] - xs[a.Value.Left]) * (ys[a.Value.Bottom + 1] - ys[a.Value.Top])
        );
        if (whole.Count < 2 || covered < 0.7 * (xs[^1] - xs[0]) * (ys[^1] - ys[0]))
            return null;
        var index = whole.Select((a, i) => (a.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i);
        var owners = Enumerable
            .Range(0, width * height)
            .Select(i => index.GetValueOrDefault(sets.Find(i), -1))
            .ToArray();
        var cells = whole
            .Select(a => a.Value)
            .Select(a => new Place(a.Top, a.Left, a.Bottom - a.Top + 1, a.Right - a.Left + 1))
            .ToList();
        return new PdfGrid(xs, ys, cells, owners);
    }

    private static int IndexOf(double[] sorted, double value)
    {
        if (value < sorted[0] || value > sorted[^1])
            return -1;
        var at = Array.BinarySearch(sorted, value);
        return Math.Min(at >= 0 ? at : ~at - 1, sorted.Length - 2);
    }

    /// <summary>The positions of the lines of one direction, and what each of them covers.</summary>
    private sealed class Lines
    {
        private readonly List<PdfRuling>?[] parts;

        /// <param name="others">The lines across: where they stick out beyond the last line, the side is open.</param>
        public Lines(List<PdfRuling> own, List<PdfRuling> others)
        {
            var positions = new List<(double At, List<PdfRuling>? Parts)>();
            var last = double.NegativeInfinity;
            foreach (var ruling in own.OrderBy(ruling => ruling.At))
            {
                if (ruling.At - last > Near)
                    positions.Add((ruling.At, []));
                positions[^1].Parts!.Add(ruling);
                last = ruling.At;
            }
            var (from, to) = (others.Min(ruling => ruling.From), others.Max(ruling => ruling.To));
            if (positions[0].At - from > 2 * Near && others.Count(ruling => ruling.From - from < Near) > 1)
                positions.Insert(0, (from, null));
            if (to - positions[^1].At > 2 * Near && others.Count(ruling => to - ruling.To < Near) > 1)
                positions.Add((to, null));
            At = [.. positions.Select(position => position.At)];
            parts = [.. positions.Select(position => position.Parts)];
        }

        public double[] At { get; }

        public bool Covers(int index, double from, double to)
        {
            if (parts[index] is not { } lines)
                return true;
            var covered = lines.Sum(line => Math.Max(0, Math.Min(line.To, to) - Math.Max(line.From, from)));
            return covered > 0.6 * (to - from);
        }
    }
}
