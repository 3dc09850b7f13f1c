namespace Shirube.Documents.Formats.Pdf;

/// <summary>Parts the lines of a page into groups that touch one another, each a table, a frame or a drawing.</summary>
internal static class PdfRulingGroups
{
    private const double Touch = 2;

    public static IEnumerable<(List<PdfRuling> Horizontal, List<PdfRuling> Vertical)> Of(PdfRulings rulings)
    {
        var (across, down) = (rulings.Horizontal, rulings.Vertical);
        var sets = new DisjointSets(across.Count + down.Count);
        // A sweep down the page: upright lines are in the list, ordered by x, while the sweep crosses them.
        var starting = Enumerable.Range(0, down.Count).OrderBy(i => down[i].From).ToArray();
        var ending = new PriorityQueue<int, double>();
        var open = new SortedSet<(double X, int Index)>();
        var next = 0;
        foreach (var i in Enumerable.Range(0, across.Count).OrderBy(i => across[i].At))
        {
            var line = across[i];
            for (; next < starting.Length && down[starting[next]].From <= line.At + Touch; next++)
            {
                open.Add((down[starting[next]].At, starting[next]));
                ending.Enqueue(starting[next], down[starting[next]].To);
            }
            while (ending.TryPeek(out var ended, out var bottom) && bottom < line.At - Touch)
            {
                open.Remove((down[ended].At, ended));
                ending.Dequeue();
            }
            foreach (var (_, index) in open.GetViewBetween((line.From - Touch, -1), (line.To + Touch, int.MaxValue)))
                sets.Union(i, across.Count + index);
        }
        return Enumerable
            .Range(0, across.Count + down.Count)
            .GroupBy(sets.Find)
            .Select(group =>
                (
                    group.Where(i => i < across.Count).Select(i => across[i]).ToList(),
                    group.Where(i => i >= across.Count).Select(i => down[i - across.Count]).ToList()
                )
            )
            .Where(group => group.Item1.Count > 1 && group.Item2.Count > 0);
    }
}

/// <summary>Union-find.</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] parents = [.. Enumerable.Range(0, count)];

    public int Find(int item)
    {
        while (parents[item] != item)
            item = parents[item] = parents[parents[item]];
        return item;
    }

    public void Union(int a, int b) => parents[Find(a)] = Find(b);
}
