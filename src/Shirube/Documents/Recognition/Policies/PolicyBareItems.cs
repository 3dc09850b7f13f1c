using System.Text.RegularExpressions;
using Shirube.Documents.Recognition.Sheets;

namespace Shirube.Documents.Recognition.Policies;

/// <summary>
/// Outlines that number their levels without naming them: 1 and 1-1, 第1章 and 第1節, Ⅰ and (1). Such numbers stand in
/// any document, so that they count only where both levels run on without a gap through the whole text.
/// </summary>
internal static partial class PolicyBareItems
{
    private const int FewestPolicies = 2;

    private static readonly (Regex Policy, Regex Measure)[] Schemes =
    [
        (Roman(), Bracketed()),
        (Roman(), Plain()),
        (Plain(), Compound()),
        (Chapter(), Section()),
        (Plain(), Bracketed()),
    ];

    /// <summary>Policies and measures in their order; empty when no scheme runs through.</summary>
    public static IReadOnlyList<PolicyItem> Find(IReadOnlyList<Line> lines) =>
        Schemes.Select(scheme => Items(lines, scheme.Policy, scheme.Measure)).FirstOrDefault(RunsThrough) ?? [];

    /// <summary>Ⅰ …, Ⅱ … that count on from 1; of several passes the last one. Empty when they are a plan's chapters.</summary>
    public static List<PolicyItem> Romans(IReadOnlyList<Line> lines)
    {
        var found = new List<PolicyItem>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (
                !lines[i].IsRunning
                && lines[i].Text.Length <= 200
                && Roman().Match(lines[i].Plain) is { Success: true } match
            )
                found.Add(Item("", match, lines, i));
        }
        var pass = found.Skip(found.FindLastIndex(item => item.Number == 1)).ToList();
        return pass.Where(
                (item, i) => item.Number != i + 1 || item.Name is null || IsFrontMatter().IsMatch(item.Name.Value)
            )
            .Any()
            ? []
            : pass;
    }

    private static List<PolicyItem> Items(IReadOnlyList<Line> lines, Regex policy, Regex measure)
    {
        var items = new List<PolicyItem>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsRunning || lines[i].Text.Length > 200)
                continue;
            if (measure.Match(lines[i].Plain) is { Success: true } below && items.Count > 0)
                items.Add(Item("施策", below, lines, i));
            else if (policy.Match(lines[i].Plain) is { Success: true } match)
                items.Add(Item("", match, lines, i));
        }
        return [.. items.Where(item => item.Name is not null)];
    }

    private static PolicyItem Item(string word, Match match, IReadOnlyList<Line> lines, int at)
    {
        var text = Leaders().Replace(match.Groups["name"].Value, "").Trim();
        var item = new PolicyItem(word, match.Groups["no"].Value, null, at);
        if (text.Length is 0 or > 80 || text.Contains('。', StringComparison.Ordinal))
            return item;
        var column = lines[at].Text.IndexOf(text, StringComparison.Ordinal);
        var passage = new Passage(lines[at].Page, lines[at].Number, lines[at].Number, column, text);
        return item with { Name = new Read<string>(CellText.Join(text), passage, Certainty.PlaceInferred) };
    }

    /// <summary>Every pass (a table of contents, then the text) counts its policies and their measures from 1.</summary>
    private static bool RunsThrough(List<PolicyItem> items)
    {
        var (policy, measure, most) = (0, 0, 0);
        foreach (var item in items)
        {
            if (item.Word.Length == 0)
            {
                var isNext = item.Number == policy + 1 && (policy == 0 || measure > 0);
                if (!isNext && item.Number != 1 || IsFrontMatter().IsMatch(item.Name!.Value))
                    return false;
                (policy, measure) = (item.Number, 0);
                most = Math.Max(most, policy);
                continue;
            }
            if (item.Number != measure + 1 || (PolicyNumber.Parent(item.No) ?? policy) != policy)
                return false;
            measure++;
        }
        return most >= FewestPolicies && measure > 0;
    }

    [GeneratedRegex(@"^(?<no>[Ⅰ-Ⅻ]|[IVX]{1,4}(?=[.．]))[.．、]?\s*(?<name>[^\s.．].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Roman();

    [GeneratedRegex(
        @"^(?<no>[0-9０-９]{1,2})(?:[.．、](?![0-9０-９])\s*|\s+)(?<name>[^\s0-9０-９].*)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Plain();

    [GeneratedRegex(
        @"^(?<no>[0-9０-９]{1,2}[-－‐–.．][0-9０-９]{1,2})[.．、]?\s+(?<name>[^\s0-9０-９].*)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Compound();

    [GeneratedRegex(
        @"^(?:[(（](?<no>[0-9０-９]{1,2})[)）]|(?<no>[①-⑳]))\s*(?<name>.+)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Bracketed();

    [GeneratedRegex(
        @"^第(?<no>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})章[\s：:]*(?<name>.+)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Chapter();

    [GeneratedRegex(
        @"^第(?<no>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})節[\s：:]*(?<name>.+)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Section();

    /// <summary>Chapters of a plan that are no policies.</summary>
    [GeneratedRegex(
        @"趣旨|策定|位置[付づ]け|期間|背景|現状|課題|推進体制|推進に向けて|進行管理|進捗|はじめに|目次|概要|資料|体系|総論|各論|序|基本的な考え方|将来像|めざす姿|目指す姿|^計画",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex IsFrontMatter();

    [GeneratedRegex(@"\s*(?:[.．・‥･]{3,}|…+|[\s\u3000]{3,})\s*[0-9０-９]{1,3}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Leaders();
}
