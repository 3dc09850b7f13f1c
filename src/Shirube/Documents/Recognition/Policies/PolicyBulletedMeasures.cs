using System.Text.RegularExpressions;
using Shirube.Documents.Recognition.Sheets;

namespace Shirube.Documents.Recognition.Policies;

/// <summary>
/// Ⅰ … or 基本目標１ … with its measures as bullets right below it. They count only where every policy has such a list
/// and nothing parts it from the policy's name: bullets behind a text may be anything.
/// </summary>
internal static partial class PolicyBulletedMeasures
{
    private const int FewestPolicies = 2;
    private const int LongestMeasure = 60;

    private sealed record Bullet(string Mark, string Text);

    /// <summary>Policies and measures in their order; <paramref name="labels"/> where there are no such lists.</summary>
    public static IReadOnlyList<PolicyItem> Under(IReadOnlyList<Line> lines, IReadOnlyList<PolicyItem> labels)
    {
        var policies = labels.Where(label => label.Rank == 1 && !label.SideBySide).ToList();
        if (policies.Count == 0)
            policies = PolicyBareItems.Romans(lines);
        if (policies.Count < FewestPolicies || policies.Exists(policy => policy.Name is null))
            return labels;
        var items = new List<PolicyItem>();
        for (var i = 0; i < policies.Count; i++)
        {
            var end = i + 1 < policies.Count ? policies[i + 1].Line : lines.Count;
            if (Measures(lines, policies[i].LastLine + 1, end) is not { Count: > 0 } own)
                return labels;
            items.Add(policies[i]);
            items.AddRange(own);
        }
        return items;
    }

    /// <summary>The list that begins at a line; null when a bullet is a sentence, or something stands before the list.</summary>
    private static List<PolicyItem>? Measures(IReadOnlyList<Line> lines, int from, int to)
    {
        var found = new List<PolicyItem>();
        string? mark = null;
        var others = 0;
        for (var i = from; i < to; i++)
        {
            if (lines[i].IsRunning || string.IsNullOrWhiteSpace(lines[i].Text))
                continue;
            if (Read(lines[i]) is not { } bullet)
            {
                // One line may be the rest of a measure that did not fit.
                if (
                    found.Count == 0
                    || lines[i].Heading > 0
                    || PolicyWords.Opening().IsMatch(lines[i].Text)
                    || ++others > 1
                )
                    break;
                continue;
            }
            mark ??= bullet.Mark;
            if (bullet.Mark != mark)
                continue;
            if (bullet.Text.Length is 0 or > LongestMeasure || bullet.Text.Contains('。', StringComparison.Ordinal))
                return null;
            others = 0;
            found.Add(Item(lines, i, bullet.Text, found.Count + 1));
        }
        return found;
    }

    private static PolicyItem Item(IReadOnlyList<Line> lines, int at, string text, int nth)
    {
        var line = lines[at];
        var passage = new Passage(
            line.Page,
            line.Number,
            line.Number,
            line.Text.IndexOf(text, StringComparison.Ordinal),
            text
        );
        var name = new Read<string>(CellText.Join(text), passage, Certainty.PlaceInferred);
        return new PolicyItem("施策", nth.ToString(System.Globalization.CultureInfo.InvariantCulture), name, at);
    }

    /// <summary>A line with a bullet, printed or marked by the format; bullets of one level have one mark.</summary>
    private static Bullet? Read(Line line)
    {
        var match = Marked().Match(line.Text);
        var mark = match.Groups["mark"].Value;
        if (line.Bullet == 0 && mark.Length == 0)
            return null;
        return new Bullet($"{line.Bullet}{mark}", match.Groups["text"].Value.Trim());
    }

    [GeneratedRegex(
        @"^\s*(?<mark>[・･•‣▪◦●○◎■□◆◇▶➢✓⚫\uE000-\uF8FF]|[-*+](?=\s))?\s*(?<text>.*)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Marked();
}
