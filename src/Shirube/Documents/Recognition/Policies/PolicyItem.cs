using System.Text.RegularExpressions;
using Shirube.Documents.Recognition.Sheets;

namespace Shirube.Documents.Recognition.Policies;

/// <summary>A numbered label of the outline and the name behind it; the name may stand on the next lines or nowhere.</summary>
/// <param name="Line">Index of its line.</param>
internal sealed record PolicyItem(string Word, string No, Read<string>? Name, int Line)
{
    public int Number => PolicyNumber.Last(No);
    public int Rank => Word.Length == 0 ? 1 : PolicyWords.RankOf(Word);

    /// <summary>Last line of the name.</summary>
    public int LastLine { get; init; } = Line;

    /// <summary>A line in which several labels stand side by side: names follow in an order that the text does not keep.</summary>
    public bool SideBySide { get; init; }
}

/// <summary>Finds the numbered labels of an outline in its running text.</summary>
internal static partial class PolicyItems
{
    public static IReadOnlyList<PolicyItem> Find(IReadOnlyList<Line> lines)
    {
        var items = new List<PolicyItem>();
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            if (lines[i].IsRunning || text.Length > 200)
                continue;
            if (PolicyWords.Labels().Matches(text) is { Count: > 1 } labels)
                items.AddRange(labels.Select(label => Bare(label, i) with { SideBySide = true }));
            else if (PolicyWords.RomanAlone().Match(text) is { Success: true } roman)
                items.Add(new PolicyItem("", roman.Groups["no"].Value, null, i));
            else if (
                PolicyWords.Labelled().Match(MarksOff(text)) is { Success: true } match
                && Item(match, lines, i) is { } item
            )
                items.Add(item);
        }
        return items;
    }

    private static PolicyItem Bare(Match label, int line) =>
        new(label.Groups["word"].Value, label.Groups["no"].Value, null, line);

    /// <summary>Markdown's marks become spaces, so that offsets stay.</summary>
    private static string MarksOff(string text) => Marks().Replace(text, match => new string(' ', match.Length));

    private static PolicyItem? Item(Match match, IReadOnlyList<Line> lines, int at)
    {
        var name = match.Groups["name"];
        var text = Leaders().Replace(name.Value, "").TrimEnd('*', ' ', '　', '】', '》');
        if (text.Contains('。', StringComparison.Ordinal) || text.StartsWith("から", StringComparison.Ordinal))
            return null;
        if (text.Length == 0)
            return Bare(match, at);
        var column = lines[at]
            .Text.IndexOf(text, Math.Min(name.Index, lines[at].Text.Length), StringComparison.Ordinal);
        var passage = new Passage(lines[at].Page, lines[at].Number, lines[at].Number, column, text);
        return Bare(match, at) with { Name = new Read<string>(CellText.Join(text), passage) };
    }

    [GeneratedRegex(@"^\s*(?:#{1,6}\s+|[-*+]\s+|[•‣▪◦\uE000-\uF8FF]\s*)?(?:\*\*)?", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    /// <summary>The dots and page number of a table of contents.</summary>
    [GeneratedRegex(@"\s*(?:[.．・‥]{3,}|…+|\s{3,})\s*[0-9０-９]{1,3}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Leaders();
}
