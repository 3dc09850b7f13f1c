using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;
using Shirube.Plans.Writing;

namespace Shirube.Documents.Recognition.Annexes;

/// <summary>
/// 施策体系 as an outline to any depth: 基本理念　…, 基本方針Ⅰ　…, 施策1-2　…, 事業1-2-1　…. A line is a node where its number
/// is one that can come next and its level is called as before; where the format marks headings, only a marked line is.
/// </summary>
internal sealed partial class PolicyTreeText
{
    private const string Romans = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ";

    private readonly List<int> path = [];
    private readonly Dictionary<int, string> levels = [];
    private readonly List<ReadNode> nodes = [];
    private readonly List<Line> text = [];
    private readonly IReadOnlyList<ReadIndicator> indicators;
    private readonly bool isMarked;
    private bool hasRoot;

    private PolicyTreeText(IReadOnlyList<Line> lines, IReadOnlyList<ReadIndicator> indicators)
    {
        this.indicators = indicators;
        isMarked = lines.Any(line => line.Level > 0);
    }

    public List<ReadLink> Links { get; } = [];

    public static (IReadOnlyList<ReadNode> Nodes, IReadOnlyList<ReadLink> Links) Read(
        IReadOnlyList<Line> lines,
        IReadOnlyList<ReadIndicator> indicators
    )
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
        return (tree.nodes, tree.Links);
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
        return new ReadNode(depth, level.Length > 0 ? level : null, new Read<string>(name, At(line, name)));
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
        return number is [>= 1 and <= 12 and var only] && head.Length > 0 && head[^1] == Romans[only - 1]
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
        var ties = new List<ReadTie>();
        var links = new List<ReadLink>();
        var whole = new List<ReadLink>();
        Read<decimal>? weight = null;
        var last = text.Count;
        while (last > 0 && Fact(text[last - 1]))
            last--;
        var body = text.Take(last).ToList();
        text.Clear();
        ties.Reverse();
        links.Reverse();
        whole.Reverse();
        Links.AddRange(whole);
        if (nodes.Count == 0)
            return;
        nodes[^1] = nodes[^1] with
        {
            Text =
                body.Count == 0
                    ? null
                    : new Read<string>(
                        string.Join('\n', body.Select(line => line.Plain)),
                        new Passage(body[0].Page, body[0].Number, body[^1].Number, -1, body[0].Text)
                    ),
            Weight = weight,
            Indicators = ties,
            Links = links,
        };

        bool Fact(Line line)
        {
            var plain = line.Plain;
            if (WeightLine().Match(plain) is { Success: true } weighed && weight is null)
                weight = Number(weighed.Groups["weight"].Value, line);
            else if (LinkLine().Match(plain) is { Success: true } linked)
            {
                var link = new ReadLink(
                    RelationOf(linked.Groups["relation"].Value),
                    new Read<string>(linked.Groups["name"].Value, At(line, linked.Groups["name"].Value))
                );
                (linked.Groups["whole"].Success ? whole : links).Add(link);
            }
            else if (Tie(line, plain) is { } tie && ties.TrueForAll(one => one.Indicator.Value != tie.Indicator.Value))
                ties.Add(tie);
            else
                return false;
            return true;
        }
    }

    /// <summary>（指標）name（unit）　重み 2, where a KPI of the document is called so.</summary>
    private ReadTie? Tie(Line line, string plain)
    {
        if (TieLine().Match(plain) is not { Success: true } match)
            return null;
        var name = Folding.Squeeze(match.Groups["name"].Value);
        for (var at = 0; at < indicators.Count; at++)
        {
            if (Folding.Squeeze($"{indicators[at].Name?.Value}（{indicators[at].Unit?.Value}）") != name)
                continue;
            return new ReadTie(
                new Read<int>(at, At(line, match.Groups["name"].Value)),
                match.Groups["weight"].Success ? Number(match.Groups["weight"].Value, line) : null
            );
        }
        return null;
    }

    private static Read<decimal> Number(string written, Line line) =>
        new(decimal.Parse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), At(line, written));

    private static Passage At(Line line, string stretch) =>
        new(line.Page, line.Number, line.Number, line.Text.IndexOf(stretch, StringComparison.Ordinal), stretch);

    private static PlanRelation RelationOf(string word) =>
        word switch
        {
            "上位計画" => PlanRelation.Above,
            "下位計画" => PlanRelation.Below,
            "根拠条例" => PlanRelation.Ordinance,
            _ => PlanRelation.Beside,
        };

    [GeneratedRegex(@"^（評価の重み）\s*(?<weight>\d{1,4}(?:\.\d{1,10})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex WeightLine();

    [GeneratedRegex(
        @"^（指標）(?<name>.+?)(?:[\s\u3000]重み[\s\u3000]?(?<weight>\d{1,4}(?:\.\d{1,10})?))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TieLine();

    [GeneratedRegex(
        @"^（(?<whole>計画全体の)?(?<relation>上位計画|下位計画|関連計画|根拠条例)）(?<name>.+)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LinkLine();
}
