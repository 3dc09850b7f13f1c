using System.Text;
using System.Xml.Linq;

namespace Shirube.Documents.Formats.Word;

/// <summary>
/// The automatic numbers of paragraphs (第１, (1), ア), which stand nowhere in the text: they are counted out in the
/// order of the document.
/// </summary>
internal sealed class WordNumbering
{
    private const long MostBytes = 16L * 1024 * 1024;

    private readonly Dictionary<int, XElement> definitions = [];
    private readonly Dictionary<int, XElement> lists = [];

    /// <summary>By definition, the last number given at each of the nine levels; 0 for none yet.</summary>
    private readonly Dictionary<int, int[]> counters = [];
    private readonly HashSet<(int List, int Level)> restarted = [];

    public static WordNumbering Read(ZipParts zip)
    {
        var numbering = new WordNumbering();
        using var xml = zip.Xml("word/numbering.xml", MostBytes);
        if (xml is null)
            return numbering;
        foreach (var element in XmlTree.ReadRoot(xml)?.Elements() ?? [])
        {
            if (element.Name.LocalName == "abstractNum" && Id(element, "abstractNumId") is { } definition)
                numbering.definitions.TryAdd(definition, element);
            else if (element.Name.LocalName == "num" && Id(element, "numId") is { } list)
                numbering.lists.TryAdd(list, element);
        }
        return numbering;
    }

    /// <summary>The number in front of the next paragraph of a list, with what parts it from the text; "" for bullets.</summary>
    public string Next(int list, int level)
    {
        if (!lists.TryGetValue(list, out var own) || own.NumberOf("abstractNumId") is not { } definition)
            return "";
        if (LevelOf(own, definition, level) is not { } format)
            return "";
        if (!counters.TryGetValue(definition, out var counts))
            counters[definition] = counts = new int[9];
        Count(own, definition, list, level, counts);
        var text = TextOf(own, definition, format, counts);
        if (text.Length == 0)
            return "";
        return format.ValueOf("suff") == "nothing" ? text : text + " ";
    }

    /// <summary>Whether a list marks its items with a sign instead of counting them.</summary>
    public bool IsBullet(int list, int level) =>
        lists.TryGetValue(list, out var own)
        && own.NumberOf("abstractNumId") is { } definition
        && LevelOf(own, definition, level)?.ValueOf("numFmt") == "bullet";

    private void Count(XElement own, int definition, int list, int level, int[] counts)
    {
        var start = StartOf(own, definition, level);
        if (OverrideOf(own, level)?.NumberOf("startOverride") is { } again && restarted.Add((list, level)))
            counts[level] = again;
        else
            counts[level] = counts[level] == 0 ? start : counts[level] + 1;
        // A start of 0 would look as if nothing had been counted; Word's lists of plans do not begin so.
        for (var above = 0; above < level; above++)
        {
            if (counts[above] == 0)
                counts[above] = StartOf(own, definition, above);
        }
        for (var below = level + 1; below < 9; below++)
            counts[below] = 0;
    }

    private string TextOf(XElement own, int definition, XElement format, int[] counts)
    {
        var pattern = format.ValueOf("lvlText") ?? "";
        var kind = format.ValueOf("numFmt") ?? "decimal";
        if (kind is "bullet" or "none")
            return pattern.Any(c => c is >= '\uE000' and <= '\uF8FF' or '%') ? "" : pattern;
        var isPlain = format.IsOn("isLgl");
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 >= pattern.Length || pattern[i + 1] is < '1' or > '9')
            {
                text.Append(pattern[i]);
                continue;
            }
            var at = pattern[++i] - '1';
            var shown = LevelOf(own, definition, at)?.ValueOf("numFmt") ?? "decimal";
            text.Append(ListNumber.Show(counts[at], isPlain ? "decimal" : shown));
        }
        return text.ToString();
    }

    private int StartOf(XElement own, int definition, int level) =>
        LevelOf(own, definition, level)?.NumberOf("start") ?? 1;

    private XElement? LevelOf(XElement own, int definition, int level)
    {
        if (OverrideOf(own, level)?.Child("lvl") is { } replaced)
            return replaced;
        return definitions.GetValueOrDefault(definition)?.Elements().FirstOrDefault(e => IsLevel(e, "lvl", level));
    }

    private static XElement? OverrideOf(XElement own, int level) =>
        own.Elements().FirstOrDefault(e => IsLevel(e, "lvlOverride", level));

    private static bool IsLevel(XElement element, string name, int level) =>
        element.Name.LocalName == name && Id(element, "ilvl") == level;

    private static int? Id(XElement element, string name) =>
        int.TryParse(element.Setting(name), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
}
