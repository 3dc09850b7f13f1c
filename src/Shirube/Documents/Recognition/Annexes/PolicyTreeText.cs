using System.Globalization;
using Shirube.Plans.Writing;

namespace Shirube.Documents.Recognition.Annexes;

/// <param name="Links">Of the whole plan.</param>
internal sealed record ReadTree(
    IReadOnlyList<ReadNode> Nodes,
    IReadOnlyList<ReadLink> Links,
    IReadOnlyList<Finding> Findings
)
{
    public static readonly ReadTree None = new([], [], []);
}

/// <summary>
/// 施策体系 as an outline to any depth: 基本理念　…, 基本方針Ⅰ　…, 施策1-2　…, 事業1-2-1　…. A line is a node where its number
/// is one that can come next and its level is called as before; where the format marks headings, only a marked line is.
/// </summary>
internal sealed class PolicyTreeText
{
    private readonly List<int> path = [];
    private readonly Dictionary<int, string> levels = [];
    private readonly List<ReadNode> nodes = [];
    private readonly List<Line> text = [];
    private readonly List<ReadLink> links = [];
    private readonly List<Finding> findings = [];
    private readonly IReadOnlyDictionary<string, int> indicators;
    private readonly bool isMarked;
    private bool hasRoot;

    private PolicyTreeText(IReadOnlyList<Line> lines, IReadOnlyList<ReadIndicator> indicators)
    {
        this.indicators = NodeFacts.Names(indicators);
        isMarked = lines.Any(line => line.Level > 0);
    }

    public static ReadTree Read(IReadOnlyList<Line> lines, IReadOnlyList<ReadIndicator> indicators)
    {
        var tree = new PolicyTreeText(lines, indicators);
        foreach (var line in lines)
        {
            if (line.IsRunning || string.IsNullOrWhiteSpace(line.Text))
                continue;
            if (tree.Node(line) is { } node)
            {
                tree.Close();
                tree.nodes.Add(node);
            }
            else
                tree.text.Add(line);
        }
        tree.Close();
        return new ReadTree(tree.nodes, tree.links, tree.findings);
    }

    private ReadNode? Node(Line line)
    {
        if (isMarked && line.Level == 0)
            return null;
        var plain = line.Plain;
        var cut = plain.AsSpan().IndexOfAny('\u3000', ' ');
        var head = cut < 0 ? "" : plain[..cut];
        var name = cut < 0 ? "" : plain[(cut + 1)..].Trim();
        if (name.Length == 0)
            return null;
        foreach (var next in Next())
        {
            if (NumberOf(head, next) is not { } level || !IsLevel(next.Length - 1 + (hasRoot ? 1 : 0), level))
                continue;
            path.Clear();
            path.AddRange(next);
            return Node(line, next.Length - 1 + (hasRoot ? 1 : 0), level, name);
        }
        if (nodes.Count > 0 || text.Count > 0 || !IsLevelName(head))
            return null;
        hasRoot = true;
        return Node(line, 0, head, name);
    }

    private ReadNode Node(Line line, int depth, string level, string name)
    {
        if (level.Length > 0)
            levels.TryAdd(depth, level);
        return new ReadNode(depth, level.Length > 0 ? level : null, new Read<string>(name, NodeFacts.At(line, name)));
    }

    /// <summary>The numbers that can come next: the first child, the next of the same level, the next above.</summary>
    private IEnumerable<int[]> Next()
    {
        yield return [.. path, 1];
        for (var length = path.Count; length > 0; length--)
            yield return [.. path.Take(length - 1), path[length - 1] + 1];
    }

    /// <summary>What stands before the number; null where the head does not end with it.</summary>
    private static string? NumberOf(string head, int[] number)
    {
        var arabic = string.Join('-', number.Select(part => part.ToString(CultureInfo.InvariantCulture)));
        if (head.EndsWith(arabic, StringComparison.Ordinal))
            return head[..^arabic.Length] is var before && before.Length > 0 && before[^1] == '-' ? null : before;
        return
            number is [>= 1 and var only]
            && only <= TreeLevels.Romans.Length
            && head.Length > 0
            && head[^1] == TreeLevels.Romans[only - 1]
            ? head[..^1]
            : null;
    }

    private bool IsLevel(int depth, string level) =>
        levels.TryGetValue(depth, out var known) ? known == level
        : level.Length == 0 ? depth > 0
        : IsLevelName(level);

    private static bool IsLevelName(string level) => level.Length is > 0 and <= TreeLevels.NameMaxLength;

    /// <summary>Gives the lines since the last node to it: its text, then its weight, its KPIs and its links.</summary>
    private void Close()
    {
        var facts = NodeFacts.Of(text, indicators);
        text.Clear();
        links.AddRange(facts.WholeLinks);
        findings.AddRange(facts.Findings);
        if (nodes.Count > 0)
            nodes[^1] = nodes[^1] with
            {
                Text = facts.Text,
                Weight = facts.Weight,
                Indicators = facts.Ties,
                Links = facts.Links,
            };
    }
}
