namespace Shirube.Documents.Comparison;

/// <summary>
/// Sentences of two transcriptions, paired wherever they stand: the order of a text dump says nothing. Alike but for
/// width is written differently, not changed.
/// </summary>
internal static class WordingComparison
{
    /// <summary>Shorter passages (page numbers, single labels) are not missed when only one side has them.</summary>
    private const int ShortestMissed = 12;

    public static IEnumerable<Finding> Compare(SourceDocument first, Reading firstReading, SourceDocument second)
    {
        var left = Sentence.Split(first);
        var right = Sentence.Split(second);
        var (leftText, rightText) = (new WholeText(first), new WholeText(second));
        var (onlyLeft, onlyRight, rewritten) = Unequal(left, right);
        // Where only the layout parts the passages differently, every piece stands in the other document, too.
        onlyLeft.RemoveAll(sentence => rightText.HoldsPieces(sentence));
        onlyRight.RemoveAll(sentence => leftText.HoldsPieces(sentence));
        var pairs = Pair(onlyLeft, onlyRight).OrderBy(pair => pair.Item1.First.Number).ToList();
        onlyLeft.RemoveAll(pairs.Select(pair => pair.Item1).ToHashSet().Contains);
        onlyRight.RemoveAll(pairs.Select(pair => pair.Item2).ToHashSet().Contains);
        foreach (var (a, b) in pairs.Where(pair => IsMissed(pair.Item1)))
        {
            if (
                WordDiff
                    .Changes(a.Key, b.Key)
                    .TrueForAll(change =>
                        rightText.Holds(change.Before) && leftText.Holds(change.After) && change.IsWhole
                    )
            )
                continue;
            yield return new Finding(
                "CMP002",
                Severity.Warning,
                a.At,
                WordDiff.Describe(a.Written, b.Written),
                b.First.Number,
                ChapterOf(firstReading, a)
            );
        }
        foreach (var sentence in onlyLeft.Where(IsMissed))
            yield return new Finding(
                "CMP003",
                Severity.Note,
                sentence.At,
                sentence.Written,
                ChapterOf(firstReading, sentence)
            );
        foreach (var sentence in onlyRight.Where(IsMissed))
            yield return new Finding("CMP004", Severity.Note, null, sentence.Written, sentence.First.Number);
        if (rewritten > 0)
            yield return new Finding("CMP005", Severity.Note, null, rewritten);
    }

    /// <summary>The heading under which a passage stands, as printed: 5-2 第5章の….</summary>
    private static string ChapterOf(Reading reading, Sentence sentence)
    {
        var chapter = reading.Chapters.LastOrDefault(chapter =>
            chapter.Number is not null && chapter.Title.Evidence.At.Line <= sentence.First.Number
        );
        return chapter is null ? FindingWord.Word("outside") : $"{chapter.Number} {chapter.Title.Value}";
    }

    private static bool IsMissed(Sentence sentence) => sentence.Key.Length >= ShortestMissed;

    /// <summary>What has no equal on the other side, and how many equals differ in the width of their letters.</summary>
    private static (List<Sentence>, List<Sentence>, int) Unequal(
        IReadOnlyList<Sentence> left,
        IReadOnlyList<Sentence> right
    )
    {
        var theirs = right.ToLookup(sentence => sentence.Key, StringComparer.Ordinal);
        var ours = left.Select(sentence => sentence.Key).ToHashSet(StringComparer.Ordinal);
        var rewritten = left.Count(sentence =>
            theirs[sentence.Key] is var equals && equals.Any() && equals.All(other => other.Written != sentence.Written)
        );
        return (
            [.. left.Where(sentence => !theirs.Contains(sentence.Key))],
            [.. right.Where(sentence => !ours.Contains(sentence.Key))],
            rewritten
        );
    }

    /// <summary>Best pairs first.</summary>
    private static IEnumerable<(Sentence, Sentence)> Pair(List<Sentence> left, List<Sentence> right) =>
        LikenessPairs
            .Of([.. left.Select(sentence => sentence.Key)], [.. right.Select(sentence => sentence.Key)])
            .Pairs.Select(pair => (left[pair.Left], right[pair.Right]));
}
