using System.Text;
using System.Text.RegularExpressions;
using Shirube.Documents.Formats.Html;

namespace Shirube.Documents.Formats;

/// <summary>HTML: what a person would see, block by block; tables with their spans, also inside one another.</summary>
internal static partial class HtmlFormat
{
    /// <summary>The element tree takes some thirty times the memory of its source.</summary>
    public const int SourceCharacters = 2_000_000;

    public static SourceDocument Read(string fileName, byte[] content, CancellationToken cancel = default)
    {
        var decoded = DecodedText.Of(TextBytes.Capped(content, out var isCut), Declared(content));
        var source = decoded.Text;
        if (source.Length > SourceCharacters)
        {
            source = source[..SourceCharacters];
            isCut = true;
        }
        var text = new RunningText(fileName, DocumentFormat.Html);
        decoded.ReportTo(text);
        cancel.ThrowIfCancellationRequested();
        var (tree, isTreeCut) = HtmlSource.Parse(source);
        using var document = tree;
        cancel.ThrowIfCancellationRequested();
        var walk = new HtmlWalk(text);
        if (document.Body is { } body)
            walk.ReadBody(body);
        walk.Report();
        if (isCut || isTreeCut)
            text.StopEarly();
        return text.Build();
    }

    /// <summary>The encoding that a meta element near the beginning names.</summary>
    private static Encoding? Declared(byte[] content)
    {
        var head = Encoding.Latin1.GetString(content.AsSpan(0, Math.Min(content.Length, 4096)));
        var match = Charset().Match(head);
        return match.Success ? JapaneseEncodings.Named(match.Groups["name"].Value) : null;
    }

    [GeneratedRegex(
        @"<meta\b[^>]{0,200}?charset\s*=\s*[""']?\s*(?<name>[A-Za-z0-9_\-]{2,30})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Charset();
}
