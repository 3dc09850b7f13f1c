namespace Shirube.Search;

/// <summary>What two names have in common: neighbouring characters that stand in both.</summary>
internal static class SharedPairs
{
    /// <summary>Dice's measure: twice the common pairs over the pairs of both, 0 to 1.</summary>
    public static double Likeness(string folded, string other)
    {
        if (folded == other)
            return 1;
        var (mine, theirs) = (Pairs(folded), Pairs(other));
        return mine.Count + theirs.Count == 0 ? 0 : 2.0 * mine.Intersect(theirs).Count() / (mine.Count + theirs.Count);
    }

    /// <summary>The name as written, what the other one has too marked.</summary>
    public static IReadOnlyList<PassagePart> In(string written, string other)
    {
        var folded = FoldedText.Of(written);
        var theirs = Pairs(other);
        var isShared = new bool[written.Length];
        for (var i = 0; i + 1 < folded.Text.Length; i++)
        {
            if (!theirs.Contains((folded.Text[i], folded.Text[i + 1])))
                continue;
            var (start, end) = folded.Written(i, 2);
            isShared.AsSpan(start..end).Fill(true);
        }
        var parts = new List<PassagePart>();
        for (var at = 0; at < written.Length; )
        {
            var end = at + 1;
            while (end < written.Length && isShared[end] == isShared[at])
                end++;
            parts.Add(new(written[at..end], isShared[at]));
            at = end;
        }
        return parts;
    }

    private static HashSet<(char, char)> Pairs(string folded) => [.. folded.Zip(folded.Skip(1))];
}
