namespace Shirube.Search;

/// <summary>
/// What a person typed, as folded terms that must all stand in a passage: words parted by white space, and phrases in
/// 「」, “” or "" that stay whole. Wildcards mean themselves.
/// </summary>
public sealed record SearchTerms(IReadOnlyList<string> Folded)
{
    /// <summary>Characters; what is longer is refused by the page and cut here.</summary>
    public const int MaxLength = 200;

    /// <summary>Terms beyond are not looked at.</summary>
    public const int MaxTerms = 10;

    public bool AreNone => Folded.Count == 0;

    public static SearchTerms Of(string? typed)
    {
        var text = (typed ?? "").Replace('\0', ' ');
        if (text.Length > MaxLength)
            text = text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        var terms = Parts(text)
            .Select(FoldedText.Fold)
            .Where(folded => folded.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Take(MaxTerms);
        return new([.. terms]);
    }

    /// <summary>A quote that nothing closes is a character like any other.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var close = ClosingOf(text[at]);
            var end = close == '\0' ? -1 : text.IndexOf(close, at + 1);
            if (end > at)
            {
                yield return text[(at + 1)..end];
                at = end + 1;
                continue;
            }
            end = at + 1;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && !Opens(text, end))
                end++;
            yield return text[at..end];
            at = end;
        }
    }

    private static bool Opens(string text, int at) =>
        ClosingOf(text[at]) is not '\0' and var close && text.IndexOf(close, at + 1) > at;

    private static char ClosingOf(char c) =>
        c switch
        {
            '"' => '"',
            '“' => '”',
            '＂' => '＂',
            '「' => '」',
            _ => '\0',
        };

    /// <summary>All keys that a passage with all terms must have.</summary>
    internal int[] Keys => [.. Folded.SelectMany(SearchKeys.Asked).Distinct().Order()];

    /// <summary>Terms that the keys alone do not prove: pairs and runs can stand apart.</summary>
    internal string[] Checked => [.. Folded.Where(term => term.Length > 2)];

    public bool Match(string folded) => Folded.All(term => folded.Contains(term, StringComparison.Ordinal));
}
