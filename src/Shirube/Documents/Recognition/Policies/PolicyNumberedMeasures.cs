using System.Text.RegularExpressions;
using Shirube.Documents.Recognition.Sheets;

namespace Shirube.Documents.Recognition.Policies;

/// <summary>
/// 基本目標１ … with its measures as (1), (2) … below it and no word before their numbers. They count only where every
/// policy has such a list that runs on from 1; ア and イ below them are their details.
/// </summary>
internal static partial class PolicyNumberedMeasures
{
    public static IReadOnlyList<PolicyItem> Under(IReadOnlyList<Line> lines, IReadOnlyList<PolicyItem> labels)
    {
        var policies = labels.Where(label => label.Rank == 1 && !label.SideBySide).ToList();
        if (policies.Count < 2 || policies.Exists(policy => policy.Name is null))
            return labels;
        var items = new List<PolicyItem>();
        for (var i = 0; i < policies.Count; i++)
        {
            var end = i + 1 < policies.Count ? policies[i + 1].Line : lines.Count;
            var own = Measures(lines, policies[i].LastLine + 1, end);
            if (own.Count == 0 || own.Where((measure, nth) => measure.Number != nth + 1).Any())
                return labels;
            items.Add(policies[i]);
            items.AddRange(own);
        }
        return items;
    }

    private static List<PolicyItem> Measures(IReadOnlyList<Line> lines, int from, int to)
    {
        var found = new List<PolicyItem>();
        for (var i = from; i < to; i++)
        {
            if (lines[i].IsRunning || lines[i].Text.Length > 120)
                continue;
            var match = Bracketed().Match(lines[i].Plain);
            var name = match.Groups["name"].Value.Trim();
            if (!match.Success || name.Length > 60 || name.Contains('。', StringComparison.Ordinal))
                continue;
            var column = lines[i].Text.IndexOf(name, StringComparison.Ordinal);
            found.Add(
                new PolicyItem(
                    "施策",
                    match.Groups["no"].Value,
                    new Read<string>(
                        CellText.Join(name),
                        new Passage(lines[i].Page, lines[i].Number, lines[i].Number, column, name),
                        Certainty.PlaceInferred
                    ),
                    i
                )
            );
        }
        return found;
    }

    [GeneratedRegex(@"^\s*[(（](?<no>[0-9０-９]{1,2})[)）]\s*(?<name>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
