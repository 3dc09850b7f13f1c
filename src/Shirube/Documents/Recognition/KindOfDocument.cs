using Shirube.Documents.Recognition.Plans;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition;

/// <summary>
/// Which kind of document this is. A plan is known by the headings of its statutory form; the other kinds by words in
/// headings and cells. What running prose mentions says nothing: a plan speaks of 効果検証, too.
/// </summary>
internal static class KindOfDocument
{
    /// <summary>So many different headings of the statutory form make a plan.</summary>
    private const int PlanHeadings = 3;

    private const int LeastWeight = 3;

    /// <summary>Longer texts are prose.</summary>
    private const int LongestHeading = 60;

    private static readonly string[] Minutes = ["議事録", "会議録", "議事要旨", "議事概要", "会議要旨", "会議概要"];

    private static readonly (ReadingKind Kind, string Word, int Weight)[] Vocabulary =
    [
        (ReadingKind.VerificationSheet, "効果検証", 3),
        (ReadingKind.VerificationSheet, "外部有識者からの", 3),
        (ReadingKind.VerificationSheet, "外部有識者の意見", 3),
        (ReadingKind.VerificationSheet, "今後の方針", 2),
        (ReadingKind.VerificationSheet, "事業の評価", 2),
        (ReadingKind.VerificationSheet, "本事業終了後における", 2),
        (ReadingKind.VerificationSheet, "自己評価", 1),
        (ReadingKind.VerificationSheet, "実績値", 1),
        (ReadingKind.VerificationSheet, "寄附額", 1),
        (ReadingKind.VerificationSheet, "交付金の種類", 2),
        (ReadingKind.PolicyOutline, "基本方針", 2),
        (ReadingKind.PolicyOutline, "施策体系", 3),
        (ReadingKind.PolicyOutline, "施策の体系", 3),
        (ReadingKind.PolicyOutline, "政策体系", 3),
        (ReadingKind.PolicyOutline, "主要施策", 2),
        (ReadingKind.PolicyOutline, "基本理念", 2),
        (ReadingKind.PolicyOutline, "施策1", 1),
        (ReadingKind.IndicatorTable, "目標値", 2),
        (ReadingKind.IndicatorTable, "基準値", 2),
        (ReadingKind.IndicatorTable, "KPI", 1),
        (ReadingKind.IndicatorTable, "重要業績評価指標", 2),
    ];

    public static ReadingKind Recognise(SourceDocument document)
    {
        if (IsPlan(document))
            return ReadingKind.Plan;
        if (IsMinutes(document))
            return ReadingKind.Unknown;
        return Seen(document)
            .GroupBy(word => word.Kind)
            // 効果検証 alone is what any council talks about.
            .Where(kind => kind.Key != ReadingKind.VerificationSheet || kind.Skip(1).Any())
            .Select(kind => (kind.Key, Sum: kind.Sum(word => word.Weight)))
            .Where(kind => kind.Sum >= LeastWeight)
            .OrderByDescending(kind => kind.Sum)
            .ThenBy(kind => kind.Key)
            .Select(kind => kind.Key)
            .FirstOrDefault(ReadingKind.Unknown);
    }

    /// <summary>A reading that says which kinds there are and what was found of them (DOC050).</summary>
    public static Reading Unknown(SourceDocument document)
    {
        var words = Seen(document).Select(word => word.Word).Distinct(StringComparer.Ordinal).ToList();
        var found = words.Count == 0 ? FindingWord.Word("none") : string.Join('、', words);
        return new Reading
        {
            Kind = ReadingKind.Unknown,
            Findings = [new Finding("DOC050", Severity.Error, null, found)],
        };
    }

    /// <summary>議事録: who said what; its words belong to the papers that were talked about.</summary>
    private static bool IsMinutes(SourceDocument document) =>
        document
            .Lines.Where(line => !string.IsNullOrWhiteSpace(line.Text))
            .Take(6)
            .Select(line => Folding.Squeeze(line.Plain))
            .Any(text =>
                text.Length <= LongestHeading
                && Array.Exists(Minutes, word => text.EndsWith(word, StringComparison.Ordinal))
            );

    private static bool IsPlan(SourceDocument document)
    {
        var parts = new HashSet<PlanPart>();
        foreach (var line in document.Lines)
        {
            if (line.Text.Length > 300 || line.Text.Length == 0)
                continue;
            var text = line.Plain.Trim('|', ' ', '\u3000');
            if (SectionNumber.Read(text, out var start).Form == NumberForm.Chapter)
                start = HeadingReader.SkipMarks(text, start);
            if (
                PlanVocabulary.Find(text, start) is { } found
                && IsOfPlansAlone(found.Part)
                && parts.Add(found.Part)
                && parts.Count >= PlanHeadings
            )
                return true;
        }
        return false;
    }

    /// <summary>Headings that no other kind of document has; 事業の内容 or 計画期間 stand anywhere.</summary>
    private static bool IsOfPlansAlone(PlanPart part) =>
        part
            is PlanPart.Name
                or PlanPart.Authors
                or PlanPart.Area
                or PlanPart.Goal
                or PlanPart.Issues
                or PlanPart.Vision
                or PlanPart.Projects
                or PlanPart.SpecialMeasures
                or PlanPart.Leading
                or PlanPart.PolicyMeasures
                or PlanPart.OwnProjects
                or >= PlanPart.Assessment;

    private static List<(ReadingKind Kind, string Word, int Weight)> Seen(SourceDocument document)
    {
        var left = Vocabulary.ToList();
        var seen = new List<(ReadingKind Kind, string Word, int Weight)>();
        foreach (var line in document.Lines)
        {
            if (left.Count == 0)
                break;
            foreach (var piece in line.Text.Split('\t', '|'))
            {
                if (piece.Length < 2)
                    continue;
                var text = Folding.Squeeze(piece);
                if (text.Length > LongestHeading || text.EndsWith('。'))
                    continue;
                for (var i = left.Count - 1; i >= 0; i--)
                {
                    if (!text.Contains(left[i].Word, StringComparison.Ordinal))
                        continue;
                    seen.Add(left[i]);
                    left.RemoveAt(i);
                }
            }
        }
        return seen;
    }
}
