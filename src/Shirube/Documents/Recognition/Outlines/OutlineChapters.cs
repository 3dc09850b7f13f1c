using Shirube.Documents.Recognition.Annexes;
using Shirube.Documents.Recognition.Plans;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Outlines;

internal enum OutlinePart
{
    Name,
    Authors,
    Purpose,
    Position,
    Period,
    Situation,
    Vision,
    Tree,
    Targets,
    Progress,
}

/// <summary>A chapter of an outline with its lines.</summary>
internal sealed record OutlineChapter(
    OutlinePart Part,
    string Number,
    string Title,
    Line Heading,
    IReadOnlyList<Line> Body
);

/// <summary>
/// The chapters of a plan that stands beside the statutory ones (総合計画, 総合戦略 …) where it numbers them: 1 計画の名称,
/// 2 作成主体 and so on. Where the format marks headings, a line without the mark is one only of a chapter that has none.
/// </summary>
internal static class OutlineChapters
{
    /// <summary>So many of the chapters, its name and its authors among them, make such a plan.</summary>
    private const int Least = 4;

    private static readonly (string Title, OutlinePart Part)[] Titles =
    [
        ("計画の名称", OutlinePart.Name),
        ("作成主体", OutlinePart.Authors),
        ("計画の作成主体", OutlinePart.Authors),
        ("計画策定の趣旨", OutlinePart.Purpose),
        ("策定の趣旨", OutlinePart.Purpose),
        ("計画の位置付け", OutlinePart.Position),
        ("計画の位置づけ", OutlinePart.Position),
        ("計画期間", OutlinePart.Period),
        ("計画の期間", OutlinePart.Period),
        ("現状と課題", OutlinePart.Situation),
        ("基本理念", OutlinePart.Vision),
        ("施策体系", OutlinePart.Tree),
        ("数値目標", OutlinePart.Targets),
        ("推進体制と進行管理", OutlinePart.Progress),
        ("推進体制", OutlinePart.Progress),
    ];

    /// <summary>Empty where the document is not such a plan.</summary>
    public static IReadOnlyList<OutlineChapter> Read(SourceDocument document)
    {
        var headings = Headings(document.Lines);
        var isMarked = headings.Count(heading => heading.Line.Level > 0) >= Least;
        if (isMarked)
        {
            var marked = headings.Where(heading => heading.Line.Level > 0).Select(heading => heading.Part).ToHashSet();
            headings = headings.FindAll(heading => heading.Line.Level > 0 || !marked.Contains(heading.Part));
        }
        headings = Rising(headings);
        var parts = headings.Select(heading => heading.Part).ToHashSet();
        if (headings.Count < Least || !parts.Contains(OutlinePart.Name) || !parts.Contains(OutlinePart.Authors))
            return [];
        var marksAnnexes =
            isMarked
            && document.Lines.Any(line =>
                line.Level > 0 && line.Number > headings[^1].Line.Number && AnnexHeading.Begins(line)
            );
        var chapters = new List<OutlineChapter>();
        for (var i = 0; i < headings.Count; i++)
        {
            var (line, part, number, title) = headings[i];
            var end = i + 1 < headings.Count ? headings[i + 1].Line.Number : int.MaxValue;
            // An annex stands behind the chapters, not between them.
            var isLast = i + 1 == headings.Count;
            var body = document
                .Lines.Where(other => other.Number > line.Number && other.Number < end)
                .TakeWhile(other =>
                    ((marksAnnexes || (isMarked && !isLast)) && other.Level == 0) || !AnnexHeading.Begins(other)
                )
                .Where(other => !other.IsRunning)
                .ToList();
            chapters.Add(new OutlineChapter(part, number, title, line, body));
        }
        return chapters;
    }

    private static List<(Line Line, OutlinePart Part, string Number, string Title)> Headings(IReadOnlyList<Line> lines)
    {
        var found = new List<(Line, OutlinePart, string, string)>();
        foreach (var line in lines)
        {
            if (line.IsRunning || line.Text.Length is < 5 or > 40)
                continue;
            var plain = line.Plain;
            var printed = SectionNumber.Read(plain, out var start);
            if (printed.Form != NumberForm.Chapter)
            {
                // A number of two digits, which no chapter of the statutory form has.
                if (!plain.StartsWith("10", StringComparison.Ordinal) || plain.Length < 4)
                    continue;
                (printed, start) = (new SectionNumber(NumberForm.Chapter, "10"), 2);
            }
            var title = Folding.Squeeze(plain[start..]);
            var known = Array.Find(Titles, one => one.Title == title);
            if (known.Title is not null)
                found.Add((line, known.Part, printed.Text, plain[start..].Trim()));
        }
        return found;
    }

    /// <summary>Chapters count on; a line that is worded like one that was there already is text.</summary>
    private static List<(Line Line, OutlinePart Part, string Number, string Title)> Rising(
        List<(Line Line, OutlinePart Part, string Number, string Title)> headings
    )
    {
        var rising = new List<(Line Line, OutlinePart Part, string Number, string Title)>();
        var last = 0;
        foreach (var heading in headings)
        {
            if (
                !int.TryParse(heading.Number, out var number)
                || number <= last
                || rising.Exists(before => before.Part == heading.Part)
            )
                continue;
            last = number;
            rising.Add(heading);
        }
        return rising;
    }
}
