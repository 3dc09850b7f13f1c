using System.Net;
using System.Text;
using System.Xml;

namespace Shirube.Documents.Forms;

/// <summary>
/// An element of an XML part with the offsets at which it stands in the source, so that a piece can be replaced and all
/// the rest stays as it was written. The source has been found well-formed before.
/// </summary>
internal sealed class XmlSpan
{
    private const int MostDepth = 200;

    private XmlSpan(string source, int start, XmlSpan? parent, string name)
    {
        Source = source;
        Start = start;
        Parent = parent;
        Name = name;
    }

    public string Source { get; }

    /// <summary>With its prefix.</summary>
    public string Name { get; }
    public string Local => Name[(Name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The prefix with its colon, or nothing.</summary>
    public string Prefix => Name[..(Name.IndexOf(':', StringComparison.Ordinal) + 1)];
    public XmlSpan? Parent { get; }
    public List<XmlSpan> Children { get; } = [];
    public int Start { get; }
    public int ContentStart { get; private set; }
    public int ContentEnd { get; private set; }
    public int End { get; private set; }

    public bool IsEmptyTag => ContentStart == End;
    public string Outer => Source[Start..End];

    /// <exception cref="XmlException">Not well-formed, or nested beyond belief.</exception>
    /// <exception cref="FormSizeException">More elements than a form has.</exception>
    public static XmlSpan Parse(string source, FormSize? size = null)
    {
        Prove(source);
        var root = new XmlSpan(source, 0, null, "");
        var open = root;
        var (at, depth) = (0, 0);
        while ((at = source.IndexOf('<', at)) >= 0)
        {
            if (At(source, at, "<!--"))
                at = source.IndexOf("-->", at, StringComparison.Ordinal) + 3;
            else if (At(source, at, "<![CDATA["))
                at = source.IndexOf("]]>", at, StringComparison.Ordinal) + 3;
            else if (source[at + 1] is '?' or '!')
                at = source.IndexOf('>', at) + 1;
            else if (source[at + 1] == '/')
            {
                open.ContentEnd = at;
                at = open.End = source.IndexOf('>', at) + 1;
                open = open.Parent!;
                depth--;
            }
            else
            {
                size?.Spend(elements: 1);
                if (depth > MostDepth)
                    throw new XmlException("Nested too deep.");
                var element = new XmlSpan(source, at, open, source[(at + 1)..EndOfName(source, at + 1)]);
                open.Children.Add(element);
                at = EndOfTag(source, at);
                element.ContentStart = element.ContentEnd = element.End = at;
                if (source[at - 2] == '/')
                    continue;
                open = element;
                depth++;
            }
        }
        return root.Children[0];
    }

    public IEnumerable<XmlSpan> Named(string local) => Children.Where(child => child.Local == local);

    public XmlSpan? First(string local) => Children.FirstOrDefault(child => child.Local == local);

    /// <summary>In the order of the source.</summary>
    public IEnumerable<XmlSpan> Descendants()
    {
        var waiting = new Stack<XmlSpan>();
        for (var element = this; ; element = waiting.Pop())
        {
            for (var i = element.Children.Count - 1; i >= 0; i--)
                waiting.Push(element.Children[i]);
            if (waiting.Count == 0)
                yield break;
            yield return waiting.Peek();
        }
    }

    /// <summary>Value of an attribute by its name without prefix.</summary>
    public string? Attribute(string local)
    {
        var at = Start + 1 + Name.Length;
        var end = IsEmptyTag ? End - 2 : ContentStart - 1;
        while (at < end)
        {
            while (at < end && char.IsWhiteSpace(Source[at]))
                at++;
            var equals = Source.IndexOf('=', at);
            if (equals < 0 || equals >= end)
                return null;
            var name = Source[at..equals].Trim();
            var quote = Source.IndexOfAny(['"', '\''], equals);
            var close = Source.IndexOf(Source[quote], quote + 1);
            if (name == local || name.EndsWith(":" + local, StringComparison.Ordinal))
                return WebUtility.HtmlDecode(Source[(quote + 1)..close]);
            at = close + 1;
        }
        return null;
    }

    /// <summary>The text between its tags, without that of elements in it.</summary>
    public string Text
    {
        get
        {
            if (Children.Count > 0)
                return "";
            var raw = Source[ContentStart..ContentEnd];
            return raw.StartsWith("<![CDATA[", StringComparison.Ordinal) ? raw[9..^3] : WebUtility.HtmlDecode(raw);
        }
    }

    /// <summary>Text as it stands between tags.</summary>
    public static string Escape(string text) =>
        new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();

    /// <summary>The source with each span replaced; spans do not overlap.</summary>
    public static string Splice(string source, IEnumerable<(int Start, int End, string Text)> pieces)
    {
        var spliced = new StringBuilder(source.Length + 1024);
        var at = 0;
        foreach (var (start, end, text) in pieces.OrderBy(piece => piece.Start).ThenBy(piece => piece.End))
        {
            spliced.Append(source, at, start - at).Append(text);
            at = end;
        }
        return spliced.Append(source, at, source.Length - at).ToString();
    }

    private static void Prove(string source)
    {
        using var xml = XmlReader.Create(
            new StringReader(source.TrimStart('\uFEFF')),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
        );
        while (xml.Read()) { }
    }

    private static bool At(string source, int at, string mark) =>
        string.CompareOrdinal(source, at, mark, 0, mark.Length) == 0;

    private static int EndOfName(string source, int at)
    {
        while (source[at] is not ('>' or '/') && !char.IsWhiteSpace(source[at]))
            at++;
        return at;
    }

    /// <summary>Behind the tag; a &gt; inside an attribute does not end it.</summary>
    private static int EndOfTag(string source, int at)
    {
        while (source[at] != '>')
            at = source[at] is '"' or '\'' ? source.IndexOf(source[at], at + 1) + 1 : at + 1;
        return at + 1;
    }
}
