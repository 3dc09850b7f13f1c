using System.Xml;
using System.Xml.Linq;
using Shirube.Documents.Formats.Word;

namespace Shirube.Documents.Formats;

/// <summary>Word documents: paragraphs as lines, tables with their merged cells, headers and footers as running lines.</summary>
internal static class WordFormat
{
    private const string Main = "word/document.xml";

    /// <summary>One table is held as a tree while it is read, which takes several times the memory of its XML.</summary>
    private const long MostBytes = 32L * 1024 * 1024;
    private const long MostBytesOfAPart = 4L * 1024 * 1024;
    private const int MostRunningParts = 50;

    public static SourceDocument Read(string fileName, byte[] content, CancellationToken cancel = default)
    {
        using var zip = ZipParts.Open(fileName, content);
        var main = OfficePackage.MainPartOf(zip, Main);
        var text = new RunningText(fileName, DocumentFormat.Word);
        try
        {
            var walk = new WordWalk(text, WordStyles.Read(zip), WordNumbering.Read(zip));
            var parts = Relations.Read(zip, main).Values.Distinct().ToList();
            AddRunning(
                text,
                walk,
                zip,
                parts.Where(part => part.Contains("/header", StringComparison.OrdinalIgnoreCase))
            );
            ReadBody(fileName, text, walk, zip, main, cancel);
            AddNotes(
                text,
                walk,
                zip,
                parts.Where(part => part.EndsWith("notes.xml", StringComparison.OrdinalIgnoreCase))
            );
            AddRunning(
                text,
                walk,
                zip,
                parts.Where(part => part.Contains("/footer", StringComparison.OrdinalIgnoreCase))
            );
            walk.Report();
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException)
        {
            if (text.Lines.Count == 0)
                throw new DocumentRefusedException("FILE008", fileName, "Word (.docx)", main);
            text.Notice(new Finding("DOC017", Severity.Error, null, fileName, main));
        }
        return text.Build();
    }

    private static void ReadBody(
        string fileName,
        RunningText text,
        WordWalk walk,
        ZipParts zip,
        string main,
        CancellationToken cancel
    )
    {
        using var xml =
            zip.Xml(main, MostBytes) ?? throw new DocumentRefusedException("FILE008", fileName, "Word (.docx)", main);
        var flow = Flow.Into(text);
        while (!xml.EOF && !(xml.NodeType == XmlNodeType.Element && xml.LocalName == "body"))
            xml.Read();
        xml.Read();
        while (!xml.EOF && !text.IsFull)
        {
            cancel.ThrowIfCancellationRequested();
            if (xml.NodeType == XmlNodeType.Element)
                walk.Block(XmlTree.Read(xml), flow, null, 0);
            else
                xml.Read();
        }
        flow.EndBlock();
    }

    /// <summary>Headers or footers: each wording once.</summary>
    private static void AddRunning(RunningText text, WordWalk walk, ZipParts zip, IEnumerable<string> parts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in Roots(zip, parts))
        {
            var written = walk.TextOf(root, [], 0);
            if (!seen.Add(written))
                continue;
            text.BeginBlock();
            foreach (var line in written.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                text.AddLine(line, isRunning: true);
        }
        text.BeginBlock();
    }

    /// <summary>Footnotes and endnotes, behind the text.</summary>
    private static void AddNotes(RunningText text, WordWalk walk, ZipParts zip, IEnumerable<string> parts)
    {
        foreach (var note in Roots(zip, parts).SelectMany(root => root.Elements()))
        {
            if (note.Setting("type") is not null)
                continue;
            var flow = Flow.Into(text);
            walk.Blocks(note, flow, null, 1);
            flow.EndBlock();
        }
    }

    private static IEnumerable<XElement> Roots(ZipParts zip, IEnumerable<string> parts)
    {
        foreach (var part in parts.Order(StringComparer.Ordinal).Take(MostRunningParts))
        {
            using var xml = zip.Xml(part, MostBytesOfAPart);
            if (xml is not null && XmlTree.ReadRoot(xml) is { } root)
                yield return root;
        }
    }
}
