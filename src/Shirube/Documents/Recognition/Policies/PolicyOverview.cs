using System.Text;
using Shirube.Documents.Recognition.Sheets;

namespace Shirube.Documents.Recognition.Policies;

/// <summary>
/// The page on which all policies stand side by side. Its text keeps the names whole but not their order, so it gives
/// names only; what each is called is for the policies' own pages to say.
/// </summary>
internal static class PolicyOverview
{
    private const int MostCandidates = 200;

    /// <summary>Names under a line of labels side by side, as many blocks as could be names.</summary>
    public static IReadOnlyList<string> Candidates(IReadOnlyList<Line> lines, IReadOnlyList<PolicyItem> items)
    {
        var found = new List<string>();
        foreach (var row in items.Where(item => item.SideBySide).GroupBy(item => item.Line))
        {
            var block = new StringBuilder();
            var end = End(lines, items, row.Key);
            for (var i = row.Key + 1; i <= end; i++)
            {
                var text = i < end && lines[i].Page == lines[row.Key].Page ? lines[i].Text.Trim() : "";
                if (text.Length > 0)
                {
                    block.Append(text).Append('\n');
                    continue;
                }
                found.AddRange(NamesOf(block.ToString()));
                block.Clear();
            }
        }
        return [.. found.Distinct().Take(MostCandidates)];
    }

    /// <summary>The overview ends where the first policy's own label stands.</summary>
    public static int End(IReadOnlyList<Line> lines, IReadOnlyList<PolicyItem> items, int overview) =>
        items
            .Where(item => !item.SideBySide && item.Line > overview)
            .Select(item => item.Line)
            .DefaultIfEmpty(lines.Count)
            .Min();

    /// <summary>One block is one name over its lines, or several names side by side in its only line.</summary>
    private static string[] NamesOf(string block)
    {
        var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (
            lines.Length == 1
            && lines[0].Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } names
        )
            return names;
        var name = CellText.Join(block);
        return
            name.Length is >= 4 and <= 60
            && !PolicyWords.WordAlone().IsMatch(name)
            && !PolicyWords.Opening().IsMatch(name)
            && !name.Contains('。', StringComparison.Ordinal)
            ? [name]
            : [];
    }
}

/// <summary>Where a name stands in a stretch of lines, whatever line breaks and spaces run through it.</summary>
internal sealed class SqueezedLines
{
    private readonly StringBuilder text = new();
    private readonly List<(int Line, int Column)> places = [];

    public SqueezedLines(IReadOnlyList<Line> lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            for (var column = 0; column < lines[i].Text.Length; column++)
            {
                if (char.IsWhiteSpace(lines[i].Text[column]))
                    continue;
                text.Append(lines[i].Text[column]);
                places.Add((i, column));
            }
        }
        Text = text.ToString();
    }

    public string Text { get; }

    /// <summary>The places at which a name stands: its first line and column, and its last line.</summary>
    public IEnumerable<(int Line, int Column, int LastLine)> FindAll(string name)
    {
        var squeezed = string.Concat(name.Where(letter => !char.IsWhiteSpace(letter)));
        if (squeezed.Length == 0)
            yield break;
        for (
            var at = Text.IndexOf(squeezed, StringComparison.Ordinal);
            at >= 0;
            at = Text.IndexOf(squeezed, at + squeezed.Length, StringComparison.Ordinal)
        )
            yield return (places[at].Line, places[at].Column, places[at + squeezed.Length - 1].Line);
    }
}
