using System.Xml;

namespace Shirube.Documents.Formats;

/// <summary>Which part of an Office document a relation's id names. Targets outside the file are never followed.</summary>
internal static class Relations
{
    private const long MostBytes = 4L * 1024 * 1024;

    public static IReadOnlyDictionary<string, string> Read(ZipParts zip, string part)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var folder = part[..(part.LastIndexOf('/') + 1)];
        using var xml = zip.Xml($"{folder}_rels/{part[folder.Length..]}.rels", MostBytes);
        while (xml?.Read() == true)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
                continue;
            if (
                xml.GetAttribute("TargetMode") == "External"
                || xml.GetAttribute("Target") is not { Length: > 0 } target
            )
                continue;
            parts[xml.GetAttribute("Id") ?? ""] = Resolve(folder, target);
        }
        return parts;
    }

    /// <summary>The value of the attribute r:id, in the namespace of either edition of the standard.</summary>
    public static string IdOf(XmlReader xml)
    {
        for (var has = xml.MoveToFirstAttribute(); has; has = xml.MoveToNextAttribute())
        {
            if (xml.LocalName != "id" || !xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
                continue;
            var id = xml.Value;
            xml.MoveToElement();
            return id;
        }
        xml.MoveToElement();
        return "";
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];
        var path = folder.TrimEnd('/').Split('/').ToList();
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && path.Count > 0)
                path.RemoveAt(path.Count - 1);
            else if (step is not ("." or ".."))
                path.Add(step);
        }
        return string.Join('/', path);
    }
}
