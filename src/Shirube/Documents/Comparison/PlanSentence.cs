namespace Shirube.Documents.Comparison;

/// <summary>文: the smallest piece of a plan that is paired with one of another: a sentence, a heading, a row of a table.</summary>
/// <param name="Part">Which part of the plan, from 0.</param>
/// <param name="Paragraph">Which paragraph of the plan, from 0; a heading is one of its own.</param>
/// <param name="IsHeading">The heading of its part.</param>
/// <param name="Text">As written.</param>
/// <param name="Key">The same for two that say the same.</param>
internal sealed record PlanSentence(int Part, int Paragraph, bool IsHeading, string Text, string Key)
{
    private const string Ends = "。！？";
    private const int ShortestRemark = 8;

    /// <summary>All of a plan, in its order.</summary>
    public static IReadOnlyList<PlanSentence> Of(IReadOnlyList<ComparedPart> parts)
    {
        var sentences = new List<PlanSentence>();
        var paragraph = 0;
        for (var part = 0; part < parts.Count; part++)
        {
            if (parts[part].Heading.Length > 0)
                Add(parts[part].Heading, isHeading: true);
            foreach (var text in parts[part].Paragraphs)
                Add(text, isHeading: false);

            void Add(string text, bool isHeading)
            {
                foreach (var piece in Split(text))
                    if (KeyOf(piece) is { Length: > 0 } key)
                        sentences.Add(new PlanSentence(part, paragraph, isHeading, piece, key));
                paragraph++;
            }
        }
        return sentences;
    }

    private static string KeyOf(string text) => TableRow.IsRow(text) ? TableRow.KeyOf(text) : ScriptChunks.Fold(text);

    /// <summary>Behind each full stop that stands in no bracket; where brackets are not closed, nowhere.</summary>
    private static IEnumerable<string> Split(string paragraph)
    {
        var start = 0;
        var depth = 0;
        if (!TableRow.IsRow(paragraph))
            for (var i = 0; i < paragraph.Length; i++)
            {
                if (paragraph[i] is '（' or '(' or '「' or '『' or '【')
                    depth++;
                else if (paragraph[i] is '）' or ')' or '」' or '』' or '】')
                {
                    depth = Math.Max(0, depth - 1);
                    // A remark in brackets between two sentences belongs to neither; a number in brackets begins one.
                    if (depth > 0 || paragraph[start] is not ('（' or '(') || i - start < ShortestRemark)
                        continue;
                    yield return paragraph[start..(i + 1)];
                    start = i + 1;
                }
                else if (depth == 0 && Ends.Contains(paragraph[i], StringComparison.Ordinal))
                {
                    yield return paragraph[start..(i + 1)];
                    start = i + 1;
                }
            }
        if (start < paragraph.Length)
            yield return paragraph[start..];
    }
}
