using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition;

/// <summary>Which kind of document this is, by the vocabulary that each kind cannot do without.</summary>
internal static class KindOfDocument
{
    /// <summary>Words of each kind with their weight; the kind with the highest sum of at least 3 is taken.</summary>
    private static readonly (ReadingKind Kind, string Word, int Weight)[] Vocabulary =
    [
        (ReadingKind.Plan, "地域再生計画の名称", 4),
        (ReadingKind.Plan, "地域再生計画の区域", 3),
        (ReadingKind.Plan, "地域再生を図るために行う事業", 4),
        (ReadingKind.Plan, "目標の達成状況に係る評価に関する事項", 4),
        (ReadingKind.Plan, "地域再生計画", 2),
        (ReadingKind.Plan, "計画期間", 1),
        (ReadingKind.Plan, "特別の措置", 1),
        (ReadingKind.VerificationSheet, "効果検証", 3),
        (ReadingKind.VerificationSheet, "外部有識者からの", 3),
        (ReadingKind.VerificationSheet, "今後の方針", 2),
        (ReadingKind.VerificationSheet, "事業の評価", 2),
        (ReadingKind.VerificationSheet, "自己評価", 1),
        (ReadingKind.VerificationSheet, "実績値", 1),
        (ReadingKind.VerificationSheet, "寄附額", 1),
        (ReadingKind.VerificationSheet, "交付金の種類", 2),
        (ReadingKind.PolicyOutline, "基本方針", 2),
        (ReadingKind.PolicyOutline, "施策体系", 3),
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
        var text = string.Concat(document.Lines.Select(line => Folding.Squeeze(line.Text)));
        return Vocabulary
            .GroupBy(entry => entry.Kind)
            .Select(kind =>
                (
                    kind.Key,
                    Sum: kind.Where(entry => text.Contains(entry.Word, StringComparison.Ordinal))
                        .Sum(entry => entry.Weight)
                )
            )
            .Where(kind => kind.Sum >= 3)
            .OrderByDescending(kind => kind.Sum)
            .ThenBy(kind => kind.Key)
            .Select(kind => kind.Key)
            .FirstOrDefault(ReadingKind.Unknown);
    }
}
