namespace Shirube.Documents.Comparison;

/// <summary>A stretch of one side of a row.</summary>
/// <param name="IsChanged">The other side has it not, or otherwise: it is underlined.</param>
public readonly record struct Run(string Text, bool IsChanged)
{
    /// <summary>The cells of a table's row parted by bars.</summary>
    public string Shown => Text.Replace('\t', '｜');

    /// <summary>
    /// Put together again they are the runs; each of at most so many letters, cut behind the end of a line or sentence
    /// where one is near. One piece without a limit.
    /// </summary>
    internal static IReadOnlyList<IReadOnlyList<Run>> Pieces(IReadOnlyList<Run> runs, int? longest)
    {
        if (longest is not { } most || runs.Sum(run => run.Text.Length) <= most)
            return [runs];
        var pieces = new List<IReadOnlyList<Run>>();
        var open = new List<Run>();
        var room = most;
        foreach (var run in runs)
            for (var rest = run.Text; rest.Length > 0; )
            {
                var cut = rest.Length <= room ? rest.Length : CutOf(rest, room);
                if (cut == 0 && open.Count > 0)
                {
                    // A pair stands where there is room for one: it begins the next piece.
                    pieces.Add(open);
                    (open, room) = ([], most);
                    continue;
                }
                // No piece is shorter than a pair.
                cut = cut == 0 ? 2 : cut;
                open.Add(run with { Text = rest[..cut] });
                room -= cut;
                rest = rest[cut..];
                if (rest.Length == 0 && room > 0)
                    continue;
                pieces.Add(open);
                (open, room) = ([], most);
            }
        if (open.Count > 0)
            pieces.Add(open);
        return pieces;
    }

    /// <summary>
    /// Behind the last end of a line or sentence in the later half, else where the room ends, never within a pair: 0 where
    /// one stands first and does not fit.
    /// </summary>
    private static int CutOf(string text, int room)
    {
        var end = text.AsSpan(room / 2, room - (room / 2)).LastIndexOfAny('\n', '。');
        var cut = end < 0 ? room : (room / 2) + end + 1;
        return char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut;
    }

    /// <summary>Neighbours of one kind put together.</summary>
    internal static IReadOnlyList<Run> Joined(IEnumerable<Run> runs)
    {
        var joined = new List<Run>();
        foreach (var run in runs.Where(run => run.Text.Length > 0))
            if (joined.Count > 0 && joined[^1].IsChanged == run.IsChanged)
                joined[^1] = run with { Text = joined[^1].Text + run.Text };
            else
                joined.Add(run);
        return joined;
    }
}
