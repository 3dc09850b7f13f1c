namespace Shirube.Documents.Formats.Pdf;

/// <summary>
/// Reads the straight lines out of what <c>pdftocairo -svg -noshrink -nocenter</c> prints. Without -noshrink its
/// coordinates miss those of the words by up to half a point.
/// </summary>
internal static class PdfDrawing
{
    /// <param name="first">Number of the first page that was asked for.</param>
    public static Dictionary<int, PdfRulings> Read(Stream output, int first)
    {
        var pages = new Dictionary<int, PdfRulings>();
        var lines = new PdfOutputLines(output);
        var rulings = pages[first] = new PdfRulings();
        var (page, inDefinitions, sawPage) = (first, false, false);
        while (lines.Next(out var line))
        {
            line = line.TrimStart((byte)' ');
            if (line.StartsWith("<defs"u8))
                inDefinitions = true;
            else if (line.StartsWith("</defs"u8))
                inDefinitions = false;
            else if (line.StartsWith("<page>"u8))
            {
                // A drawing of one page has no page element.
                page = sawPage ? page + 1 : page;
                sawPage = true;
                if (!pages.TryGetValue(page, out rulings!))
                    rulings = pages[page] = new PdfRulings();
            }
            else if (!inDefinitions && line.StartsWith("<path "u8))
                AddPath(line, rulings);
        }
        foreach (var found in pages.Values)
            found.Finish();
        return pages;
    }

    private static void AddPath(ReadOnlySpan<byte> path, PdfRulings rulings)
    {
        var from = path.IndexOf(" d=\""u8);
        if (from < 0)
            return;
        var data = path[(from + 4)..];
        var rest = data[Math.Max(0, data.IndexOf((byte)'"'))..];
        data = data[..^rest.Length];
        var style = path[..from];
        if (data.IndexOf((byte)'C') >= 0 || style.IndexOf("opacity:0;"u8) >= 0)
            return;
        var matrix = MatrixOf(path);
        var strokes = style.IndexOf("fill:none"u8) >= 0 || style.IndexOf("fill=\"none\""u8) >= 0;
        var isWhite = IsWhite(style, strokes ? "stroke"u8 : "fill"u8);
        if (strokes)
            Strokes(data, matrix, WidthOf(style) * matrix.Scale, isWhite, rulings);
        else
            Fills(data, matrix, isWhite, rulings);
    }

    private static void Strokes(ReadOnlySpan<byte> data, Matrix matrix, double width, bool isWhite, PdfRulings rulings)
    {
        var (startX, startY, x, y) = (0.0, 0.0, 0.0, 0.0);
        while (NextCommand(ref data) is var command && command != 0)
        {
            var (nextX, nextY) = command == 'Z' ? (startX, startY) : matrix.Point(ref data);
            if (command == 'M')
                (startX, startY) = (nextX, nextY);
            else
                rulings.AddStroke(x, y, nextX, nextY, width, isWhite);
            (x, y) = (nextX, nextY);
        }
    }

    private static void Fills(ReadOnlySpan<byte> data, Matrix matrix, bool isWhite, PdfRulings rulings)
    {
        var (box, points) = (default(PdfBox), 0);
        while (NextCommand(ref data) is var command && command != 0)
        {
            if (command == 'Z')
                continue;
            var (x, y) = matrix.Point(ref data);
            var point = new PdfBox(x, y, x, y);
            if (command == 'M')
            {
                if (points >= 3)
                    rulings.AddFill(box, isWhite);
                (box, points) = (point, 0);
            }
            box = box.Union(point);
            points++;
        }
        if (points >= 3)
            rulings.AddFill(box, isWhite);
    }

    private static byte NextCommand(ref ReadOnlySpan<byte> data)
    {
        var at = data.IndexOfAny("MLZ"u8);
        if (at < 0)
            return 0;
        var command = data[at];
        data = data[(at + 1)..];
        return command;
    }

    private static double WidthOf(ReadOnlySpan<byte> style)
    {
        var at = style.IndexOf("stroke-width"u8);
        var rest = at < 0 ? default : style[(at + 12)..];
        return at < 0 ? 1 : PdfOutputLines.TakeNumber(ref rest);
    }

    private static bool IsWhite(ReadOnlySpan<byte> style, ReadOnlySpan<byte> property)
    {
        for (var rest = style; rest.IndexOf(property) is var at && at >= 0; )
        {
            rest = rest[(at + property.Length)..];
            if (rest.Length < 6 || rest.IndexOf("rgb("u8) is not (1 or 2))
                continue;
            var lightest =
                PdfOutputLines.TakeNumber(ref rest)
                + PdfOutputLines.TakeNumber(ref rest)
                + PdfOutputLines.TakeNumber(ref rest);
            return lightest >= 294;
        }
        return false;
    }

    private static Matrix MatrixOf(ReadOnlySpan<byte> path)
    {
        var at = path.IndexOf("transform=\"matrix("u8);
        if (at < 0)
            return new Matrix(1, 0, 0, 1, 0, 0);
        var rest = path[(at + 18)..];
        return new Matrix(
            PdfOutputLines.TakeNumber(ref rest),
            PdfOutputLines.TakeNumber(ref rest),
            PdfOutputLines.TakeNumber(ref rest),
            PdfOutputLines.TakeNumber(ref rest),
            PdfOutputLines.TakeNumber(ref rest),
            PdfOutputLines.TakeNumber(ref rest)
        );
    }

    private readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
    {
        public double Scale => Math.Sqrt(Math.Abs(A * D - B * C));

        public (double X, double Y) Point(ref ReadOnlySpan<byte> data)
        {
            var x = PdfOutputLines.TakeNumber(ref data);
            var y = PdfOutputLines.TakeNumber(ref data);
            return (A * x + C * y + E, B * x + D * y + F);
        }
    }
}
