namespace Shirube.Documents.Comparison;

/// <summary>The sentences of two plans, each beside its other self.</summary>
internal sealed class TextAlignment
{
    /// <summary>Shorter sentences (該当なし。) are not the same sentence when they stand in different parts.</summary>
    private const int ShortestMoved = 10;

    /// <summary>What a heading counts among sentences: a passage moves rather than the heading that it passes.</summary>
    private const int HeadingWeight = 1000;

    private readonly string[] oldLabels;
    private readonly string[] newLabels;
    private readonly int[] oldOfNew;
    private readonly int[] newOfOld;

    private TextAlignment(IReadOnlyList<ComparedPart> old, IReadOnlyList<ComparedPart> now)
    {
        (OldParts, NewParts) = (old, now);
        oldLabels = [.. old.Select(part => part.Place.Label)];
        newLabels = [.. now.Select(part => part.Place.Label)];
        (Old, New) = (PlanSentence.Of(old), PlanSentence.Of(now));
        (oldOfNew, newOfOld) = (new int[New.Count], new int[Old.Count]);
        Array.Fill(oldOfNew, -1);
        Array.Fill(newOfOld, -1);
    }

    public IReadOnlyList<ComparedPart> OldParts { get; }
    public IReadOnlyList<ComparedPart> NewParts { get; }
    public IReadOnlyList<PlanSentence> Old { get; }
    public IReadOnlyList<PlanSentence> New { get; }

    /// <summary>As <see cref="PlanComparison.IsPairingCapped"/>.</summary>
    public bool IsCapped { get; private set; }

    public static TextAlignment Of(IReadOnlyList<ComparedPart> old, IReadOnlyList<ComparedPart> now)
    {
        var alignment = new TextAlignment(old, now);
        alignment.PairEqual((place, sentence) => $"{place}\n{sentence.Key}");
        alignment.PairEqual((_, sentence) => sentence.Key.Length < ShortestMoved ? null : sentence.Key);
        alignment.PairAlike();
        alignment.PairBeside();
        return alignment;
    }

    /// <summary>
    /// In the order of the new plan: sentences beside each other, -1 for a side without one. What the new plan has no
    /// more stands behind what it stood behind. A moved one is not where the order of all others would have it.
    /// </summary>
    public IEnumerable<(int Old, int New, bool IsMoved)> InOrder()
    {
        var moved = Moved();
        var next = 0;
        for (var now = 0; now < New.Count; now++)
        {
            var old = oldOfNew[now];
            if (old >= 0 && !moved[now])
            {
                for (; next < old; next++)
                    if (newOfOld[next] < 0)
                        yield return (next, -1, false);
                next = old + 1;
            }
            yield return (old, now, moved[now]);
        }
        for (; next < Old.Count; next++)
            if (newOfOld[next] < 0)
                yield return (next, -1, false);
    }

    private void PairEqual(Func<string, PlanSentence, string?> keyOf)
    {
        var waiting = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var old = 0; old < Old.Count; old++)
            if (newOfOld[old] < 0 && keyOf(oldLabels[Old[old].Part], Old[old]) is { } key)
            {
                if (!waiting.TryGetValue(key, out var queue))
                    waiting.Add(key, queue = new Queue<int>());
                queue.Enqueue(old);
            }
        for (var now = 0; now < New.Count; now++)
            if (
                oldOfNew[now] < 0
                && keyOf(newLabels[New[now].Part], New[now]) is { } key
                && waiting.TryGetValue(key, out var queue)
                && queue.TryDequeue(out var old)
            )
                Pair(old, now);
    }

    private void PairAlike()
    {
        var old = Enumerable.Range(0, Old.Count).Where(at => newOfOld[at] < 0).ToArray();
        var now = Enumerable.Range(0, New.Count).Where(at => oldOfNew[at] < 0).ToArray();
        var (left, right) = (Keys(old, Old), Keys(now, New));
        // One pairing whichever plan is called the old one.
        var isTurned =
            left.Concat(right.Reverse())
                .Zip(right.Concat(left.Reverse()), string.CompareOrdinal)
                .FirstOrDefault(order => order != 0) > 0;
        var (pairs, isCapped) = isTurned
            ? LikenessPairs.Of(right, left, (b, a) => AreInOnePart(old[a], now[b]))
            : LikenessPairs.Of(left, right, (a, b) => AreInOnePart(old[a], now[b]));
        foreach (var (a, b) in pairs.Select(pair => isTurned ? (pair.Right, pair.Left) : pair))
            if (AreInOnePart(old[a], now[b]) || Math.Min(left[a].Length, right[b].Length) >= ShortestMoved)
                Pair(old[a], now[b]);
        IsCapped = isCapped;
    }

    /// <summary>A short sentence of its own is the one that stands beside the same neighbour, wherever that is.</summary>
    private void PairBeside()
    {
        for (var now = 1; now < New.Count; now++)
            PairWithNeighbour(now, -1);
        for (var now = New.Count - 2; now >= 0; now--)
            PairWithNeighbour(now, 1);
    }

    private void PairWithNeighbour(int now, int step)
    {
        if (oldOfNew[now] >= 0 || oldOfNew[now + step] < 0)
            return;
        var old = oldOfNew[now + step] - step;
        if (old >= 0 && old < Old.Count && newOfOld[old] < 0 && Old[old].Key == New[now].Key)
            Pair(old, now);
    }

    private static string[] Keys(int[] places, IReadOnlyList<PlanSentence> sentences) =>
        Array.ConvertAll(places, at => sentences[at].Key);

    private bool AreInOnePart(int old, int now) => oldLabels[Old[old].Part] == newLabels[New[now].Part];

    private void Pair(int old, int now) => (oldOfNew[now], newOfOld[old]) = (old, now);

    /// <summary>
    /// The weightiest run of pairs that have kept their order stays, headings before all; the others moved. Each pair is
    /// put behind the best run that ends before it in the old plan, found in a tree of maxima.
    /// </summary>
    private bool[] Moved()
    {
        var best = new (long Weight, int Last)[Old.Count + 1];
        Array.Fill(best, (0, -1));
        var before = new int[New.Count];
        for (var now = 0; now < New.Count; now++)
        {
            if (oldOfNew[now] < 0)
                continue;
            var behind = (Weight: 0L, Last: -1);
            for (var at = oldOfNew[now]; at > 0; at -= at & -at)
                behind = best[at].Weight > behind.Weight ? best[at] : behind;
            before[now] = behind.Last;
            var own = (behind.Weight + (New[now].IsHeading ? HeadingWeight : 1), now);
            for (var at = oldOfNew[now] + 1; at <= Old.Count; at += at & -at)
                if (own.Item1 > best[at].Weight)
                    best[at] = own;
        }
        var end = (Weight: 0L, Last: -1);
        for (var at = Old.Count; at > 0; at -= at & -at)
            end = best[at].Weight > end.Weight ? best[at] : end;
        var moved = Array.ConvertAll(oldOfNew, old => old >= 0);
        for (var at = end.Last; at >= 0; at = before[at])
            moved[at] = false;
        return moved;
    }
}
