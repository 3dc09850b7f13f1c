using System.Globalization;
using System.Xml.Linq;
using Shirube.Documents.Text;

namespace Shirube.Documents.Formats.Word;

/// <summary>What a paragraph's style says of headings and numbers, also through the styles it is based on.</summary>
internal sealed class WordStyles
{
    private const long MostBytes = 16L * 1024 * 1024;
    private const int MostSteps = 20;

    private readonly Dictionary<string, XElement> styles = new(StringComparer.Ordinal);

    public static WordStyles Read(ZipParts zip)
    {
        var read = new WordStyles();
        using var xml = zip.Xml("word/styles.xml", MostBytes);
        if (xml is null)
            return read;
        foreach (var style in XmlTree.ReadRoot(xml)?.Elements() ?? [])
        {
            if (style.Name.LocalName == "style" && style.Setting("styleId") is { } id)
                read.styles.TryAdd(id, style);
        }
        return read;
    }

    /// <summary>1 to 6 for a heading, 0 for any other paragraph.</summary>
    public int HeadingOf(XElement? properties)
    {
        if (properties?.NumberOf("outlineLvl") is { } own)
            return Level(own);
        foreach (var style in ChainOf(properties?.ValueOf("pStyle")))
        {
            if (style.Child("pPr")?.NumberOf("outlineLvl") is { } outline)
                return Level(outline);
            if (LevelOfName(style.ValueOf("name")) is { } named)
                return named;
        }
        return 0;
    }

    /// <summary>The list and level that number a paragraph, its own before its style's.</summary>
    public (int List, int Level)? NumberingOf(XElement? properties)
    {
        var own = properties?.Child("numPr");
        var list = own?.NumberOf("numId");
        var level = own?.NumberOf("ilvl");
        foreach (var style in ChainOf(properties?.ValueOf("pStyle")))
        {
            if (list is not null && level is not null)
                break;
            var numbering = style.Child("pPr")?.Child("numPr");
            list ??= numbering?.NumberOf("numId");
            level ??= numbering?.NumberOf("ilvl");
        }
        return list is null or 0 ? null : (list.Value, Math.Clamp(level ?? 0, 0, 8));
    }

    private IEnumerable<XElement> ChainOf(string? id)
    {
        for (var step = 0; step < MostSteps && id is not null && styles.TryGetValue(id, out var style); step++)
        {
            yield return style;
            id = style.ValueOf("basedOn");
        }
    }

    private static int Level(int outline) => outline is >= 0 and <= 8 ? Math.Min(outline + 1, 6) : 0;

    private static int? LevelOfName(string? name)
    {
        var folded = Folding.Squeeze(name ?? "").ToLowerInvariant();
        foreach (var word in (string[])["heading", "見出し"])
        {
            if (
                folded.StartsWith(word, StringComparison.Ordinal)
                && int.TryParse(
                    folded.AsSpan(word.Length),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var level
                )
            )
                return Level(level - 1);
        }
        return null;
    }
}
