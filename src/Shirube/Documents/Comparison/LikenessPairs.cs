using System.Runtime.InteropServices;

namespace Shirube.Documents.Comparison;

/// <summary>
/// Which texts of one side are which of the other, by the bigrams that they share (Dice). Only texts that share one are
/// ever looked at, and the commonest bigrams are left out where looking would cost more than <see cref="MostLooks"/>.
/// </summary>
internal sealed class LikenessPairs
{
    /// <summary>Least share of common bigrams for two texts to be one text in two wordings.</summary>
    public const double Least = 0.6;

    /// <summary>How many times a bigram of one text may be met in one of the other side, in all.</summary>
    private const long MostLooks = 100_000_000;

    /// <summary>Likest texts kept of each, from which the best pairs are then chosen.</summary>
    private const int Kept = 8;

    /// <summary>What two texts of one place are more alike than others.</summary>
    private const double Nearness = 0.1;

    private readonly int[][] left;
    private readonly int[][] right;
    private readonly int[] starts;
    private readonly int[] postings;

    private LikenessPairs(IReadOnlyList<string> leftTexts, IReadOnlyList<string> rightTexts)
    {
        var ids = new Dictionary<int, int>();
        left = [.. leftTexts.Select(text => Bigrams(text, ids))];
        right = [.. rightTexts.Select(text => Bigrams(text, ids))];
        LeaveOutCommonest(ids.Count);
        starts = new int[ids.Count + 1];
        foreach (var bigram in right.SelectMany(text => text))
            starts[bigram + 1]++;
        for (var i = 0; i < ids.Count; i++)
            starts[i + 1] += starts[i];
        postings = new int[starts[^1]];
        var next = starts.ToArray();
        for (var i = 0; i < right.Length; i++)
            foreach (var bigram in right[i])
                postings[next[bigram]++] = i;
    }

    /// <summary>Some bigrams were too common to be looked at: texts that share nothing else are not paired.</summary>
    public bool IsCapped { get; private set; }

    /// <summary>Best pairs first; each text is in one pair at most.</summary>
    /// <param name="isNear">Of a left and a right place: the two are rather each other's than likelier others.</param>
    public static (IReadOnlyList<(int Left, int Right)> Pairs, bool IsCapped) Of(
        IReadOnlyList<string> left,
        IReadOnlyList<string> right,
        Func<int, int, bool>? isNear = null
    )
    {
        if (left.Count == 0 || right.Count == 0)
            return ([], false);
        var search = new LikenessPairs(left, right);
        var candidates = search.Candidates(isNear ?? ((_, _) => false));
        var (leftTaken, rightTaken) = (new bool[left.Count], new bool[right.Count]);
        var pairs = new List<(int, int)>();
        foreach (
            var (_, a, b) in candidates
                .OrderByDescending(candidate => candidate.Likeness)
                .ThenBy(candidate => candidate.Left)
                .ThenBy(candidate => candidate.Right)
        )
            if (!leftTaken[a] && !rightTaken[b])
            {
                leftTaken[a] = rightTaken[b] = true;
                pairs.Add((a, b));
            }
        return (pairs, search.IsCapped);
    }

    private List<(double Likeness, int Left, int Right)> Candidates(Func<int, int, bool> isNear)
    {
        var found = new List<(double, int, int)>();
        var common = new int[right.Length];
        var met = new List<int>();
        var best = new PriorityQueue<(double, int, int), double>();
        for (var i = 0; i < left.Length; i++)
        {
            foreach (var bigram in left[i])
            foreach (var other in postings.AsSpan(starts[bigram], starts[bigram + 1] - starts[bigram]))
                if (common[other]++ == 0)
                    met.Add(other);
            foreach (var other in met)
            {
                var likeness = 2.0 * common[other] / (left[i].Length + right[other].Length);
                common[other] = 0;
                if (likeness < Least)
                    continue;
                likeness += isNear(i, other) ? Nearness : 0;
                best.Enqueue((likeness, i, other), likeness);
                if (best.Count > Kept)
                    best.Dequeue();
            }
            met.Clear();
            while (best.TryDequeue(out var candidate, out _))
                found.Add(candidate);
        }
        return found;
    }

    private static int[] Bigrams(string text, Dictionary<int, int> ids)
    {
        var bigrams = new int[Math.Max(0, text.Length - 1)];
        for (var i = 0; i < bigrams.Length; i++)
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(
                ids,
                (text[i] << 16) | text[i + 1],
                out var known
            );
            if (!known)
                id = ids.Count - 1;
            bigrams[i] = id;
        }
        Array.Sort(bigrams);
        var length = 0;
        foreach (var id in bigrams)
            if (length == 0 || bigrams[length - 1] != id)
                bigrams[length++] = id;
        return bigrams[..length];
    }

    private void LeaveOutCommonest(int count)
    {
        var (ofLeft, ofRight) = (new long[count], new long[count]);
        foreach (var bigram in left.SelectMany(text => text))
            ofLeft[bigram]++;
        foreach (var bigram in right.SelectMany(text => text))
            ofRight[bigram]++;
        var looks = 0L;
        for (var i = 0; i < count; i++)
            looks += ofLeft[i] * ofRight[i];
        if (looks <= MostLooks)
            return;
        IsCapped = true;
        var without = new HashSet<int>();
        foreach (var id in Enumerable.Range(0, count).OrderByDescending(id => ofLeft[id] * ofRight[id]))
        {
            if (looks <= MostLooks)
                break;
            looks -= ofLeft[id] * ofRight[id];
            without.Add(id);
        }
        foreach (var side in (int[][][])[left, right])
            for (var i = 0; i < side.Length; i++)
                side[i] = Array.FindAll(side[i], id => !without.Contains(id));
    }
}
