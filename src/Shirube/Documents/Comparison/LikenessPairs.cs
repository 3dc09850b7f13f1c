using System.Runtime.InteropServices;

namespace Shirube.Documents.Comparison;

/// <summary>
/// Which texts of one side are which of the other, by the bigrams that they share (Dice). Two texts that are alike share
/// one of the rarest bigrams of either, so only those are looked up; where even that would cost more than
/// <see cref="MostLooks"/>, common ones are left out.
/// </summary>
internal sealed class LikenessPairs
{
    /// <summary>Least share of common bigrams for two texts to be one text in two wordings.</summary>
    public const double Least = 0.6;

    /// <summary>How many times a bigram of one text may be met in one of the other side, in all.</summary>
    private const long MostLooks = 20_000_000;

    /// <summary>A bigram of so few texts is always looked up.</summary>
    private const int Few = 16;

    /// <summary>Likest texts kept of each, from which the best pairs are then chosen.</summary>
    private const int Kept = 8;

    /// <summary>What two texts of one place are more alike than others.</summary>
    private const double Nearness = 0.1;

    private readonly int[][] left;
    private readonly int[][] right;
    private readonly int[] starts;
    private readonly int[] postings;
    private long looks;

    private LikenessPairs(IReadOnlyList<string> leftTexts, IReadOnlyList<string> rightTexts)
    {
        var ids = new Dictionary<int, int>();
        left = [.. leftTexts.Select(text => Bigrams(text, ids))];
        right = [.. rightTexts.Select(text => Bigrams(text, ids))];
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
            var unseen = LookUp(left[i], common, met);
            foreach (var other in met)
            {
                var all = left[i].Length + right[other].Length;
                var atMost = common[other] + unseen;
                common[other] = 0;
                if (
                    Dice(atMost, all) < Least
                    || Dice(Shared(left[i], right[other]), all) is var likeness && likeness < Least
                )
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

    /// <summary>Counts, for each text of the right that has one of the rarest bigrams, how many of them it has.</summary>
    /// <returns>How many bigrams were not looked up.</returns>
    private int LookUp(int[] text, int[] common, List<int> met)
    {
        var rarest = (int[])text.Clone();
        Array.Sort(Array.ConvertAll(text, PostingsOf), rarest);
        // Dice of at least t with a text of any size asks for t / (2 - t) of this text's own bigrams.
        var looked = text.Length - (int)Math.Ceiling(Least / (2 - Least) * text.Length) + 1;
        var unseen = text.Length - Math.Min(looked, text.Length);
        foreach (var bigram in rarest.AsSpan(0, text.Length - unseen))
        {
            var count = PostingsOf(bigram);
            if (looks + count > MostLooks && count > Few)
            {
                IsCapped = true;
                unseen++;
                continue;
            }
            looks += count;
            foreach (var other in postings.AsSpan(starts[bigram], count))
                if (common[other]++ == 0)
                    met.Add(other);
        }
        return unseen;
    }

    private static double Dice(int shared, int all) => 2.0 * shared / all;

    private int PostingsOf(int bigram) => starts[bigram + 1] - starts[bigram];

    /// <summary>Of two sorted lists.</summary>
    private static int Shared(int[] a, int[] b)
    {
        var shared = 0;
        for (int i = 0, k = 0; i < a.Length && k < b.Length; )
            if (a[i] == b[k])
            {
                shared++;
                i++;
                k++;
            }
            else if (a[i] < b[k])
                i++;
            else
                k++;
        return shared;
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
}
