using System.Text;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// The view of a cell for matching. Circled numbers and superscripts are set apart before folding, because NFKC turns
/// 120① into 1201 and 120² into 1202.
/// </summary>
internal static class CellText
{
    public const char OpenCircle = '\uE000';
    public const char CloseCircle = '\uE001';

    /// <summary>Folded, dashes unified, without white space; ① is 1 between two private marks.</summary>
    public static string Key(string text) =>
        Folding.Squeeze(Folding.FoldNumeric(text.AsSpan().IndexOfAnyExcept(Simple) < 0 ? text : SetApart(text)));

    /// <summary>As written, without the line breaks that a narrow cell forces; words of Latin letters keep a space.</summary>
    public static string Joined(string text)
    {
        if (text.AsSpan().IndexOfAny('\n', '\r') < 0)
            return text.Trim();
        var builder = new StringBuilder(text.Length);
        foreach (
            var part in text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            if (
                builder.Length > 0
                && char.IsAscii(builder[^1])
                && builder[^1] is not ('-' or '/')
                && char.IsAscii(part[0])
            )
                builder.Append(' ');
            builder.Append(part);
        }
        return builder.ToString();
    }

    /// <summary>Full-width ASCII as half-width, one character for one: offsets are those of the text itself.</summary>
    public static string OneToOne(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    var c = source[i];
                    span[i] =
                        c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0)
                        : char.IsWhiteSpace(c) ? ' '
                        : c;
                }
            }
        );

    /// <summary>1 to 20 for the circled, bracketed and filled signs of numbers; 0 for anything else.</summary>
    public static int NumberOfSign(char c) =>
        c switch
        {
            >= '①' and <= '⑳' => c - '①' + 1,
            >= '⑴' and <= '⒇' => c - '⑴' + 1,
            >= '❶' and <= '❿' => c - '❶' + 1,
            >= '➀' and <= '➉' => c - '➀' + 1,
            _ => 0,
        };

    private static string SetApart(string text)
    {
        var builder = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '\u200B' or '\uFEFF' or '\u00AD')
                continue;
            if (NumberOfSign(c) is > 0 and var number)
                builder.Append(OpenCircle).Append(number).Append(CloseCircle);
            else if (IsSuperscript(c) && builder.Length > 0 && builder[^1] is >= '0' and <= '9' or >= '０' and <= '９')
                builder.Append('※').Append(c);
            else
                builder.Append(c);
        }
        return builder.ToString();
    }

    private static bool IsSuperscript(char c) => c is '¹' or '²' or '³' or '⁰' or (>= '⁴' and <= '⁹');

    private static readonly System.Buffers.SearchValues<char> Simple = System.Buffers.SearchValues.Create(
        "0123456789,.-%() ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz年度人件社回目標値実績増加分事業開始前現時点累計令和単位の"
    );
}
