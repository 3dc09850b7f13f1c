using System.Collections.Frozen;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Shirube.Documents.Formats.Html;

/// <summary>
/// Makes the element tree of an HTML source, as far as it stays harmless: each element takes about a kilobyte, and the
/// time of parsing grows with the square of what stands open.
/// </summary>
internal static class HtmlSource
{
    private const int MostElements = 80_000;
    private const int MostOpen = 1000;

    /// <summary>Elements that close by themselves, or that drawings hold in great number.</summary>
    private static readonly FrozenSet<string> SelfClosing = (
        "area base br col embed hr img input link meta source track wbr html head body p li dt dd tr td th thead tbody"
        + " tfoot colgroup caption option optgroup rt rp path rect circle line polyline polygon ellipse use stop image"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The tree, and whether the source goes on behind it.</summary>
    public static (IHtmlDocument Tree, bool IsCut) Parse(string source, bool keepPlaces = false)
    {
        var (elements, open, read) = (0, 0, 0);
        void Count(HtmlToken token)
        {
            if (token.Type == HtmlTokenType.StartTag)
                elements++;
            if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag && !SelfClosing.Contains(token.Name))
                open = token.Type == HtmlTokenType.StartTag ? open + 1 : Math.Max(0, open - 1);
            if (elements > MostElements || open > MostOpen)
                throw new TooMuchException();
            read = token.Position.Index;
        }
        var options = new HtmlParserOptions
        {
            IsKeepingSourceReferences = keepPlaces,
            OnToken = (token, _) => Count(token),
        };
        try
        {
            return (new HtmlParser(options).ParseDocument(source), false);
        }
        catch (TooMuchException)
        {
            // What stood before the place was counted once, and was harmless.
            var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = keepPlaces });
            return (parser.ParseDocument(source[..Math.Clamp(read, 0, source.Length)]), true);
        }
    }

    private sealed class TooMuchException : Exception;
}
