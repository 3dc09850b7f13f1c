using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>The left side of a row: goal, project, department, and behind the numbers the content and the KPI's name.</summary>
internal sealed partial class FlatSheet
{
    private const int LongestProject = 60;

    private Read<string>? Goal(FlatRow row, int index)
    {
        if (row.Goal is not { } goal)
            return null;
        var end = GoalEnd(row);
        if (end > goal.From)
            return text.Join(goal.From, end);
        Open("SHEET003", index, "basicGoal", goal.From, goal.To, "基本目標", "個別事業名");
        return null;
    }

    /// <summary>
    /// The goal ends with its block. Where the project follows without a blank line, it ends where the rows of the
    /// same goal begin to differ. -1 when neither tells.
    /// </summary>
    private int GoalEnd(FlatRow row)
    {
        var goal = row.Goal!;
        var limit = (row.Numbers ?? row.Evaluation)?.From ?? row.To;
        var blocks = text.Blocks(goal.From, limit);
        var block = blocks.Count > 1 ? blocks[0].To : -1;
        var lines = LinesFrom(goal.From, limit);
        var shared = rows.Where(other => other != row && other.Goal is { } mark && SameGoal(mark, goal))
            .Select(other => LinesFrom(other.Goal!.From, (other.Numbers ?? other.Evaluation)?.From ?? other.To))
            .Select(other => lines.Zip(other).TakeWhile(pair => pair.First.Text == pair.Second.Text).Count())
            .DefaultIfEmpty()
            .Max();
        if (shared == 0 || shared == lines.Count)
            return block;
        return block < 0 ? lines[shared - 1].To : Math.Min(block, lines[shared - 1].To);
    }

    private static bool SameGoal(FlatMark one, FlatMark other) =>
        one.Match.Groups["no"].Value == other.Match.Groups["no"].Value;

    private List<(string Text, int To)> LinesFrom(int from, int to)
    {
        var lines = new List<(string, int)>();
        for (var at = from; at < to; at = text.LineEnd(at) + 1)
            lines.Add((text.Text[at..text.LineEnd(at)].Trim(), text.LineEnd(at)));
        return lines;
    }

    /// <summary>Where the project and its department stand; empty where it cannot be told.</summary>
    private (int From, int To) ProjectStretch(FlatRow row)
    {
        if (row.Numbers is not { } figures || !row.BeginsClearly)
            return default;
        var from = row.Goal is null ? row.From : GoalEnd(row);
        while (from >= 0 && from < figures.From && char.IsWhiteSpace(text.Text[from]))
            from++;
        return from < 0 ? default : (from, figures.From);
    }

    private (Read<string>? Project, Read<string>? Department) ProjectAndDepartment(FlatRow row, int index)
    {
        var (from, to) = ProjectStretch(row);
        if (to <= from)
        {
            Open("SHEET006", index, "project", row.From, row.Marks[0].From, "個別事業名・担当課");
            return (null, null);
        }
        var starts = Departments.Starts(text.Text[from..to].TrimEnd(), departments);
        if (
            starts is [var start]
            && text.Join(from, from + start) is { Value.Length: <= LongestProject } name
            && !name.Value.Contains('。', StringComparison.Ordinal)
        )
            return (text.Join(from, from + start), text.Join(from + start, to));
        Open("SHEET003", index, "project", from, to, "個別事業名", "担当課");
        return (null, null);
    }

    /// <summary>
    /// The KPI's name is the block above the unit. Where no blank line parts it from the content, the content's last
    /// full stop does, if the name then returns in another row or is set in a narrower column.
    /// </summary>
    private (Read<string>? Name, Read<string>? Content) NameAndContent(FlatRow row, int index)
    {
        if (row.Numbers is not { } figures || row.Evaluation is not { } evaluation)
            return (null, null);
        var blocks = text.Blocks(figures.To, evaluation.From);
        if (blocks.Count >= 2 && IsName(blocks[^1].From, blocks[^1].To))
            return (text.Join(blocks[^1].From, blocks[^1].To), text.Join(blocks[0].From, blocks[^2].To));
        if (blocks is [var (from, to)] && NameStart(from, to) is var start and > 0)
            return (text.Join(start, to), text.Join(from, start));
        Open("SHEET003", index, "content", figures.To, evaluation.From, "事業内容", "指標");
        return (null, null);
    }

    private bool IsName(int from, int to) => to - from <= 80 && !text.Text.AsSpan(from, to - from).Contains('。');

    private int NameStart(int from, int to)
    {
        var stop = text.Text.LastIndexOf("。\n", to - 1, to - from, StringComparison.Ordinal);
        if (stop < 0 || !IsName(stop + 2, to))
            return -1;
        var name = LinesFrom(stop + 2, to);
        var content = LinesFrom(from, stop);
        var narrower = name.Max(line => line.Text.Length) * 10 <= content.Max(line => line.Text.Length) * 7;
        var joined = string.Concat(name.Select(line => line.Text));
        return narrower || rows.Count(row => NameAbove(row) == joined) > 1 ? stop + 2 : -1;
    }

    private string? NameAbove(FlatRow row)
    {
        if (row.Numbers is not { } figures || row.Evaluation is not { } evaluation)
            return null;
        var stretch = text.Text[figures.To..evaluation.From];
        return Breaks().Replace(stretch[(stretch.LastIndexOf('。') + 1)..], "");
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();
}
