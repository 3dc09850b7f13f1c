namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>A piece of a line between spaces with its display columns and what it says.</summary>
internal sealed record AlignedPiece(Line Line, int Start, int Length, int From, int To, CellSense Sense)
{
    public string Text => Line.Text.Substring(Start, Length);

    public bool IsFigure => Sense.Figure is not null;

    public static AlignedPiece Of(Line line, int start, int end) =>
        new(
            line,
            start,
            end - start,
            DisplayWidth.Of(line.Text.AsSpan(0, start)),
            DisplayWidth.Of(line.Text.AsSpan(0, end)),
            CellSense.Of(line.Text[start..end])
        );
}

/// <summary>Takes a line of text that is laid out by spaces into pieces.</summary>
internal static class AlignedLine
{
    /// <summary>Every run of characters without white space.</summary>
    public static List<AlignedPiece> Words(Line line)
    {
        var words = new List<AlignedPiece>();
        for (var at = 0; at < line.Text.Length; )
        {
            while (at < line.Text.Length && char.IsWhiteSpace(line.Text[at]))
                at++;
            var start = at;
            while (at < line.Text.Length && !char.IsWhiteSpace(line.Text[at]))
                at++;
            if (at > start)
                words.Add(AlignedPiece.Of(line, start, at));
        }
        return words;
    }

    /// <summary>Cells of a row with figures: words of one text are parted by one space, figures and units stand alone.</summary>
    public static List<AlignedPiece> Cells(Line line)
    {
        var cells = new List<AlignedPiece>();
        foreach (var word in Words(line))
        {
            if (
                cells.Count > 0
                && cells[^1] is var last
                && word.Start - (last.Start + last.Length) == 1
                && IsWords(last)
                && IsWords(word)
            )
                cells[^1] = AlignedPiece.Of(line, last.Start, word.Start + word.Length);
            else
                cells.Add(word);
        }
        return cells;
    }

    private static bool IsWords(AlignedPiece piece) =>
        piece.Sense.Kind == CellKind.Text && !UnitText.IsKnown(CellText.Key(piece.Text).Trim('(', ')'));
}
