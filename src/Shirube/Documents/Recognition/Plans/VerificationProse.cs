using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>Verification told in sentences: 毎年度９月に外部有識者による効果検証を行い、本市ホームページで公表する。</summary>
internal static class VerificationProse
{
    private sealed record Sentence(string Text, PlanParagraph Paragraph);

    private static readonly PlanPart[] Parts =
    [
        PlanPart.Evaluation,
        PlanPart.AssessmentMethod,
        PlanPart.AssessmentTime,
        PlanPart.AssessmentPublication,
        PlanPart.Assessment,
    ];

    /// <summary>What the sections on evaluation say; null when they name neither a month nor a place of publication.</summary>
    public static VerificationBuilder? Read(PlanText plan)
    {
        var builder = new VerificationBuilder();
        var paragraphs = Paragraphs(plan, Parts);
        AddTimes(builder, paragraphs);
        AddPublication(builder, paragraphs);
        if (builder.IsEmpty)
            return null;
        AddMethod(builder, paragraphs);
        return builder;
    }

    /// <summary>What labels leave open and chapter 7 says in a sentence of its own: when, and where the result appears.</summary>
    public static void Complete(VerificationBuilder builder, PlanText plan)
    {
        if (!plan.IsInOrder)
            return;
        if (!builder.Has(VerificationField.Time))
            AddTimes(builder, Paragraphs(plan, [PlanPart.Evaluation, PlanPart.AssessmentTime]));
        if (!builder.Has(VerificationField.Publication))
            AddPublication(
                builder,
                Paragraphs(plan, [PlanPart.Evaluation, PlanPart.AssessmentPublication, PlanPart.AssessmentTime])
            );
    }

    private static List<PlanParagraph> Paragraphs(PlanText plan, IEnumerable<PlanPart> parts) =>
        [
            .. parts
                .SelectMany(plan.Bodies)
                .SelectMany(body => Joined(body.Paragraphs))
                .Where(paragraph =>
                    !paragraph.Squeezed.EndsWith("に同じ。", StringComparison.Ordinal)
                    && !paragraph.Squeezed.EndsWith("に同じ", StringComparison.Ordinal)
                ),
        ];

    /// <summary>A sentence that a page or a block breaks off goes on in the next one.</summary>
    private static List<PlanParagraph> Joined(IReadOnlyList<PlanParagraph> paragraphs)
    {
        var joined = new List<PlanParagraph>();
        foreach (var paragraph in paragraphs)
        {
            if (
                joined.Count > 0
                && !paragraph.IsRow
                && !joined[^1].IsRow
                && VerificationValues.BreaksOff(joined[^1].Squeezed)
                && VerificationLabels.FindAtStart(joined[^1].Text) is null
                && VerificationLabels.FindAtStart(paragraph.Text) is null
            )
                joined[^1] = new PlanParagraph(
                    [.. joined[^1].Lines, .. paragraph.Lines],
                    [.. joined[^1].Parts, .. paragraph.Parts]
                );
            else
                joined.Add(paragraph);
        }
        return joined;
    }

    private static void AddTimes(VerificationBuilder builder, List<PlanParagraph> paragraphs)
    {
        var times = paragraphs.SelectMany(Sentences).Where(NamesMonth);
        foreach (var time in times.DistinctBy(time => MonthsOf(time.Text)))
            builder.Add(VerificationField.YearlyTime, Part(time, time.Text));
    }

    private static bool NamesMonth(Sentence sentence) =>
        VerificationValues.Months(sentence.Text, isLabelled: false).Count > 0;

    private static string MonthsOf(string text) =>
        string.Join('、', VerificationValues.Months(text, isLabelled: false));

    /// <summary>The only sentence about publication; of several nobody can tell which one counts.</summary>
    private static void AddPublication(VerificationBuilder builder, List<PlanParagraph> paragraphs)
    {
        var found = paragraphs
            .SelectMany(Sentences)
            .Where(IsPublication)
            .Select(sentence => Part(sentence, VerificationValues.PublicationClause(sentence.Text)))
            .DistinctBy(part => part.Squeezed, StringComparer.Ordinal)
            .ToList();
        if (found.Count == 1)
            builder.Add(VerificationField.Publication, found[0]);
    }

    private static bool IsPublication(Sentence sentence)
    {
        var clause = VerificationValues.PublicationClause(sentence.Text);
        return clause.Length <= 100
            && VerificationValues.IsPublication(Folding.Squeeze(clause.Length <= 50 ? clause : clause[^50..]));
    }

    private static void AddMethod(VerificationBuilder builder, List<PlanParagraph> paragraphs)
    {
        var methods = paragraphs
            .SelectMany(Sentences)
            .Where(sentence =>
                (
                    sentence.Text.Contains("検証", StringComparison.Ordinal)
                    || sentence.Text.Contains("評価", StringComparison.Ordinal)
                )
                && VerificationValues.IsClosed(sentence.Text)
                && (!IsPublication(sentence) || VerificationValues.PublicationClause(sentence.Text) != sentence.Text)
            )
            .ToList();
        if (methods.Count == 1)
            builder.Add(VerificationField.Method, Part(methods[0], methods[0].Text));
    }

    /// <summary>サイクル）毎年度…: the end of a heading that a narrow cell broke.</summary>
    private static string AfterStrayBracket(string sentence)
    {
        var close = sentence.AsSpan().IndexOfAny(")）");
        return close is >= 0 and <= 12 && sentence.AsSpan(0, close).IndexOfAny("(（") < 0
            ? sentence[(close + 1)..].Trim()
            : sentence;
    }

    private static PlanParagraph Part(Sentence sentence, string text) => new(sentence.Paragraph.Lines, [text]);

    private static IEnumerable<Sentence> Sentences(PlanParagraph paragraph) =>
        paragraph
            .Text.Split('。', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(AfterStrayBracket)
            .Select(sentence => new Sentence(
                VerificationLabels.FindAtStart(sentence) is { } label
                    ? sentence[label.End..].Trim(' ', '\u3000', ':', '：')
                    : sentence,
                paragraph
            ))
            .Where(sentence => sentence.Text.Length > 0 && !sentence.Text.Contains('【', StringComparison.Ordinal));
}
