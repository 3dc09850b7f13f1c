using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>Comparing a text as written with a word of the vocabulary: width, radicals and white space do not matter.</summary>
internal static class Wording
{
    /// <summary>Where <paramref name="phrase"/> ends in <paramref name="text"/> when it begins there, or -1.</summary>
    public static int EndOf(string text, int start, string phrase)
    {
        var at = SkipSpace(text, start);
        foreach (var expected in phrase)
        {
            at = SkipSpace(text, at);
            if (at >= text.Length || Fold(text[at]) != expected)
                return -1;
            at++;
        }
        return at;
    }

    /// <summary>How many letters of <paramref name="phrase"/> begin <paramref name="text"/>, and where they end in it.</summary>
    public static int CommonLength(string text, string phrase, out int end)
    {
        end = 0;
        var at = SkipSpace(text, 0);
        var length = 0;
        while (length < phrase.Length && at < text.Length && Fold(text[at]) == phrase[length])
        {
            length++;
            end = at + 1;
            at = SkipSpace(text, end);
        }
        return length;
    }

    public static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    /// <summary>One character folded; for signs that fold to several characters the sign itself.</summary>
    public static char Fold(char c)
    {
        if (c < 0x7F || c is >= '\u3041' and <= '\u30FE' or >= '\u4E00' and <= '\u9FFF')
            return c;
        if (c is >= '\uFF01' and <= '\uFF5E')
            return (char)(c - 0xFEE0);
        if (c == '\u3000')
            return ' ';
        if (c is not (>= '\u2E80' and <= '\u2FDF'))
            return c;
        var folded = Folding.Fold(c.ToString());
        return folded.Length == 1 ? folded[0] : c;
    }

    /// <summary>Lines that a narrow cell or page broke, as one: a space only between two Latin words.</summary>
    public static string Join(IEnumerable<string> lines)
    {
        var joined = new System.Text.StringBuilder();
        foreach (var part in lines)
        {
            var text = part.AsSpan().Trim();
            if (text.IsEmpty)
                continue;
            if (joined.Length > 0 && IsLatin(joined[^1]) && IsLatin(text[0]))
                joined.Append(' ');
            joined.Append(text);
        }
        return joined.ToString();
    }

    private static bool IsLatin(char c) => c < 0x7F && (char.IsAsciiLetterOrDigit(c) || c is ',' or '.');
}
