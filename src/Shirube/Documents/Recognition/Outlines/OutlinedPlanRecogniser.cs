using Shirube.Calendar;
using Shirube.Documents.Recognition.Annexes;
using Shirube.Documents.Recognition.Indicators;
using Shirube.Documents.Recognition.Plans;

namespace Shirube.Documents.Recognition.Outlines;

/// <summary>総合計画, 総合戦略 and their like in numbered chapters: name, authors, period, policy tree, KPIs and the texts.</summary>
internal static class OutlinedPlanRecogniser
{
    private const string To = "から";

    public static Reading Recognise(SourceDocument document, IReadOnlyList<OutlineChapter> chapters)
    {
        var targets = Find(chapters, OutlinePart.Targets);
        var indicators = targets is null ? IndicatorProposal.None : Indicators(document, targets);
        var tree = Find(chapters, OutlinePart.Tree) is { } outline
            ? PolicyTreeText.Read(outline.Body, indicators.Indicators)
            : ReadTree.None;
        var (authors, unread) = Authors(Find(chapters, OutlinePart.Authors));
        var (start, end) = Period(Find(chapters, OutlinePart.Period));
        return new Reading
        {
            Kind = ReadingKind.PolicyOutline,
            Title = Title(Find(chapters, OutlinePart.Name)),
            Entities = authors,
            PeriodStart = start,
            PeriodEnd = end,
            Indicators = indicators.Indicators,
            Policies = Policies(tree.Nodes),
            Tree = tree.Nodes,
            Links = tree.Links,
            Chapters = [.. chapters.Select(Chapter)],
            Findings =
            [
                .. unread,
                .. indicators.Findings,
                .. tree.Findings,
                .. tree.Nodes.Count == 0 ? [new Finding("POLICY004", Severity.Warning, null)] : Array.Empty<Finding>(),
            ],
        };
    }

    private static OutlineChapter? Find(IReadOnlyList<OutlineChapter> chapters, OutlinePart part) =>
        chapters.FirstOrDefault(chapter => chapter.Part == part);

    private static IndicatorProposal Indicators(SourceDocument document, OutlineChapter targets)
    {
        if (Written(targets).Count == 0)
            return IndicatorProposal.None;
        var (first, last) = (targets.Body[0].Number, targets.Body[^1].Number);
        return PlanIndicators.Recognise(
            document with
            {
                Tables = [.. document.Tables.Where(table => table.FirstLine >= first && table.LastLine <= last)],
            }
        );
    }

    private static Read<string>? Title(OutlineChapter? chapter)
    {
        if (chapter is null || Written(chapter) is not { Count: > 0 } lines)
            return null;
        var title = Wording.Join(lines.Select(line => line.Plain.Trim()));
        return title.Length is > 0 and <= 200 && !title.Contains('。', StringComparison.Ordinal)
            ? new Read<string>(title, Place(lines, title))
            : null;
    }

    /// <summary>Line by line; a line that is no list of governments names none.</summary>
    private static (List<Read<string>> Names, List<Finding> Findings) Authors(OutlineChapter? chapter)
    {
        var authors = new List<Read<string>>();
        var findings = new List<Finding>();
        foreach (var line in chapter is null ? [] : Written(chapter))
        {
            if (GovernmentNames.Read(line.Plain) is { } names)
                authors.AddRange(names.Select(name => new Read<string>(name, Place([line], name))));
            else
                findings.Add(
                    new Finding("PLAN002", Severity.Warning, new Evidence(Place([line], line.Plain)), line.Plain)
                    {
                        Pointer = "/entities",
                    }
                );
        }
        return (authors, findings);
    }

    private static (Read<DateOnly>? Start, Read<DateOnly>? End) Period(OutlineChapter? chapter)
    {
        foreach (var line in chapter is null ? [] : Written(chapter))
        {
            var plain = line.Plain;
            var cut = plain.IndexOf(To, StringComparison.Ordinal);
            if (cut < 0)
                continue;
            var start = Day(plain[..cut]);
            var end = Day(plain[(cut + To.Length)..].Replace("まで", "", StringComparison.Ordinal));
            if (start is { } from && end is { } to && to < from)
                return default;
            var at = Place([line], plain);
            return (
                start is { } first ? new Read<DateOnly>(first, at) : null,
                end is { } last ? new Read<DateOnly>(last, at) : null
            );
        }
        return default;
    }

    private static DateOnly? Day(string text) => JapaneseDate.TryParse(text.Trim(), out var day) ? day.Date : null;

    /// <summary>The level above the measures and theirs; a vision alone at the top stands above both.</summary>
    private static List<ReadPolicy> Policies(IReadOnlyList<ReadNode> tree)
    {
        var top = tree.Count(node => node.Depth == 0) == 1 && tree.Any(node => node.Depth == 1) ? 1 : 0;
        var policies = new List<ReadPolicy>();
        var measures = new List<Read<string>>();
        foreach (var node in tree)
        {
            if (node.Depth == top)
                policies.Add(new ReadPolicy(null, node.Name, measures = []));
            else if (node.Depth == top + 1)
                measures.Add(node.Name);
        }
        return policies;
    }

    private static ReadChapter Chapter(OutlineChapter chapter)
    {
        var lines = Written(chapter);
        var text = string.Join('\n', lines.Select(line => line.Plain));
        return new ReadChapter(
            chapter.Number,
            new Read<string>(chapter.Title, Place([chapter.Heading], chapter.Title)),
            new Read<string>(text, lines.Count > 0 ? Place(lines, lines[0].Text) : Place([chapter.Heading], ""))
        );
    }

    private static List<Line> Written(OutlineChapter chapter) =>
        [.. chapter.Body.Where(line => !string.IsNullOrWhiteSpace(line.Text))];

    private static Passage Place(List<Line> lines, string text) =>
        new(
            lines[0].Page,
            lines[0].Number,
            lines[^1].Number,
            text.Length > 0 ? lines[0].Text.IndexOf(text, StringComparison.Ordinal) : -1,
            text
        );
}
