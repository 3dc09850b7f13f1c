using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Annexes;

/// <summary>
/// What stands below the name of a node: its text, and under it line by line its weight, its KPIs and its links. Read from
/// the last line up; where a line is none of these, the text has begun.
/// </summary>
internal sealed partial class NodeFacts
{
    private readonly List<ReadTie> ties = [];
    private readonly List<ReadLink> links = [];
    private readonly List<ReadLink> wholeLinks = [];
    private readonly List<Finding> findings = [];
    private bool isWeighed;

    private NodeFacts() { }

    public Read<string>? Text { get; private set; }

    /// <summary>Null where none is printed, and where what is printed is no weight.</summary>
    public Read<decimal>? Weight { get; private set; }
    public IReadOnlyList<ReadTie> Ties => ties;
    public IReadOnlyList<ReadLink> Links => links;

    /// <summary>Links of the whole plan, which stand below its last node.</summary>
    public IReadOnlyList<ReadLink> WholeLinks => wholeLinks;
    public IReadOnlyList<Finding> Findings => findings;

    /// <param name="indicators">The places of the document's KPIs by their <see cref="Names"/>.</param>
    public static NodeFacts Of(IReadOnlyList<Line> lines, IReadOnlyDictionary<string, int> indicators)
    {
        var facts = new NodeFacts();
        var last = lines.Count;
        while (last > 0 && facts.Take(lines[last - 1], indicators))
            last--;
        var body = lines.Take(last).ToList();
        if (body.Count > 0)
            facts.Text = new Read<string>(
                string.Join('\n', body.Select(line => line.Plain)),
                new Passage(body[0].Page, body[0].Number, body[^1].Number, -1, body[0].Text)
            );
        return facts;
    }

    /// <summary>name（unit） of each KPI, as a node names it; of two that are called the same the first.</summary>
    public static IReadOnlyDictionary<string, int> Names(IReadOnlyList<ReadIndicator> indicators)
    {
        var names = new Dictionary<string, int>();
        for (var at = 0; at < indicators.Count; at++)
            names.TryAdd(Folding.Squeeze($"{indicators[at].Name?.Value}（{indicators[at].Unit?.Value}）"), at);
        return names;
    }

    public static Passage At(Line line, string stretch) =>
        new(line.Page, line.Number, line.Number, line.Text.IndexOf(stretch, StringComparison.Ordinal), stretch);

    /// <summary>From the last line up, so that each goes before those that were there.</summary>
    private bool Take(Line line, IReadOnlyDictionary<string, int> indicators)
    {
        var plain = line.Plain;
        if (WeightLine().Match(plain) is { Success: true } weighed && !isWeighed)
        {
            isWeighed = true;
            Weight = WeightOf(weighed.Groups["weight"].Value, line);
        }
        else if (LinkLine().Match(plain) is { Success: true } linked)
        {
            var name = linked.Groups["name"].Value;
            var link = new ReadLink(
                RelationWord.RelationOf(linked.Groups["relation"].Value),
                new Read<string>(name, At(line, name))
            );
            (linked.Groups["whole"].Success ? wholeLinks : links).Insert(0, link);
        }
        else if (
            TieLine().Match(plain) is { Success: true } tied
            && indicators.TryGetValue(Folding.Squeeze(tied.Groups["name"].Value), out var indicator)
            && ties.TrueForAll(one => one.Indicator.Value != indicator)
        )
            ties.Insert(
                0,
                new ReadTie(
                    new Read<int>(indicator, At(line, tied.Groups["name"].Value)),
                    tied.Groups["weight"].Success ? WeightOf(tied.Groups["weight"].Value, line) : null
                )
            );
        else
            return false;
        return true;
    }

    private Read<decimal>? WeightOf(string written, Line line)
    {
        var weight = decimal.Parse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (weight is > 0 and <= ReadNode.MostWeight)
            return new Read<decimal>(weight, At(line, written));
        findings.Add(
            new Finding("PLAN013", Severity.Warning, new Evidence(At(line, written)), line.Plain, ReadNode.MostWeight)
            {
                Pointer = "/tree",
            }
        );
        return null;
    }

    [GeneratedRegex(@"^（評価の重み）\s*(?<weight>\d{1,4}(?:\.\d{1,10})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex WeightLine();

    [GeneratedRegex(
        @"^（指標）(?<name>.+?)(?:[\s\u3000]重み[\s\u3000]?(?<weight>\d{1,4}(?:\.\d{1,10})?))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TieLine();

    [GeneratedRegex(
        @"^（(?<whole>計画全体の)?(?<relation>" + RelationWord.Pattern + @")）(?<name>.+)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LinkLine();
}
