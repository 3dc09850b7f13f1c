using System.Text.RegularExpressions;
using Shirube.Documents.Recognition.Sheets;

namespace Shirube.Documents.Recognition.Policies;

/// <summary>A policy tree as a table: one column a level, the upper levels merged over their children.</summary>
internal sealed partial class PolicyTables
{
    private readonly List<Finding> findings = [];
    private readonly List<(Cell Cell, List<Read<string>> Measures)> found = [];

    public static (IReadOnlyList<ReadPolicy> Policies, IReadOnlyList<Finding> Findings) Read(SourceDocument document)
    {
        var tables = new PolicyTables();
        foreach (var table in document.Tables.Where(table => table.FoundBy != TableSource.Gaps))
        {
            if (SheetGrid.Of(table) is not { } grid)
                continue;
            if (Columns(grid) is var (heading, policy, measure))
                tables.Add(grid, heading, policy, measure);
            else if (PolicyMatrix.Turn(grid) is { } turned && Columns(turned) is var (row, above, below))
                tables.Add(turned, row, above, below);
            else
                tables.AddColumns(grid);
        }
        return (tables.Policies(), tables.findings);
    }

    /// <summary>The heading's row, the column of the measures, and the level just above them.</summary>
    private static (int Heading, int Policy, int Measure)? Columns(SheetGrid grid)
    {
        for (var row = 0; row < Math.Min(12, grid.Rows); row++)
        {
            var levels = Enumerable
                .Range(0, grid.Columns)
                .Select(column => (Column: column, Rank: RankOf(grid[row, column])))
                .Where(level => level.Rank > 0)
                .ToList();
            var measure = levels.Where(level => level.Rank is 2 or 3).OrderByDescending(level => level.Rank).ToList();
            if (measure.Count == 0)
                continue;
            var above = levels
                .Where(level => level.Column < measure[0].Column && level.Rank < measure[0].Rank)
                .ToList();
            if (above.Count > 0)
                return (row, above[^1].Column, measure[0].Column);
        }
        return null;
    }

    private static int RankOf(Cell? cell)
    {
        var text = SheetGrid.Squeezed(cell);
        return LevelWord().Match(text) is { Success: true } match ? PolicyWords.RankOf(match.Groups["word"].Value) : 0;
    }

    private void Add(SheetGrid grid, int heading, int policyColumn, int measureColumn)
    {
        Cell? policy = null;
        for (var row = heading + 1; row < grid.Rows; row++)
        {
            var measure = grid.Written(row, measureColumn);
            policy = grid.Written(row, policyColumn) ?? (grid.CanMerge ? null : policy);
            if (policy is null || ReferenceEquals(policy, measure))
                continue;
            if (found.Count == 0 || !ReferenceEquals(found[^1].Cell, policy))
                found.Add((policy, []));
            if (measure is not null && measure.Row == row)
                found[^1].Measures.AddRange(Measures(measure, grid.Table.FoundBy));
        }
    }

    private void AddColumns(SheetGrid grid)
    {
        foreach (var (policy, cells) in PolicyMatrix.Read(grid))
            found.Add((policy, [.. cells.SelectMany(cell => Measures(cell, grid.Table.FoundBy))]));
    }

    /// <summary>One measure a cell, or one a numbered or bulleted line; plain lines of one cell say neither.</summary>
    private List<Read<string>> Measures(Cell cell, TableSource source)
    {
        var items = new List<string>();
        foreach (
            var line in cell.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            if (items.Count == 0 || ItemMark().IsMatch(line) && IsBullet(line) == IsBullet(items[0]))
                items.Add(line);
            else if (source == TableSource.Ruled || PolicyWords.Unfinished().IsMatch(items[^1]))
                items[^1] += "\n" + line;
            else
            {
                findings.Add(new Finding("POLICY003", Severity.Warning, new Evidence(cell.At), items[^1], line));
                return [];
            }
        }
        return
        [
            .. items
                .Select(item => ItemMark().Replace(CellText.Join(item), "", 1))
                .Where(item => item.Length > 0)
                .Select(item => new Read<string>(item, cell.At)),
        ];
    }

    /// <summary>A middle dot opens an item only where the others open with one, too; elsewhere it stands between words.</summary>
    private static bool IsBullet(string line) => line[0] is '・' or '･';

    private List<ReadPolicy> Policies()
    {
        var policies = new List<ReadPolicy>();
        foreach (var (cell, measures) in found.Where(policy => policy.Measures.Count > 0))
        {
            var text = CellText.Join(cell.Text);
            var match = Numbered().Match(text);
            var no = match.Success ? new Read<string>(match.Groups["no"].Value, cell.At) : null;
            var name = match.Success ? match.Groups["name"].Value : text;
            var same = policies.FindIndex(policy => policy.Name.Value == name && policy.No?.Value == no?.Value);
            if (same < 0)
                policies.Add(new ReadPolicy(no, new Read<string>(name, cell.At), measures));
            else
                policies[same] = policies[same] with { Measures = [.. policies[same].Measures, .. measures] };
        }
        return policies;
    }

    [GeneratedRegex(
        @"^(?<word>(?:基本|政策|重点|主要|個別|具体的な?|主な)?(?:方針|目標|政策|施策|戦略|柱|取り?組み?|分野|事業)(?:の柱|の方向性?)?)(?:名称?)?(?:\([^()]*\))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LevelWord();

    /// <summary>施策１： / 1-2 / (1) / ① / ・ in front of a measure.</summary>
    [GeneratedRegex(
        @"^(?:(?:(?:基本|主要|重点|個別|具体的)?(?:施策|取り?組み?)\s?)(?:[0-9０-９]{1,2}(?:[-－‐ー–][0-9０-９]{1,2})*|[Ⅰ-Ⅻ①-⑳])\s*[：:．.\s]*|[0-9０-９]{1,2}(?:[-－‐–][0-9０-９]{1,2})*(?:\s*[：:．.]\s*|[\s\u3000]+)|[(（][0-9０-９]{1,2}[)）]\s*|[①-⑳]\s*|[・○●◆■◇□]\s*)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ItemMark();

    [GeneratedRegex(
        @"^(?:(?:(?:基本|政策|重点|主要)?(?:方針|目標|政策|施策|戦略|柱)\s?)(?<no>[Ⅰ-Ⅻ①-⑳]|[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})\s*[：:．.\s]*|(?<no>[Ⅰ-Ⅻ①-⑳])\s*[：:．.\s]*|(?<no>[0-9０-９]{1,2})(?:\s*[：:．.]\s*|[\s\u3000]+))(?<name>\S.*)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Numbered();
}
