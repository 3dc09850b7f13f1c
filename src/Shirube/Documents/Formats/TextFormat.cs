using System.Text;

namespace Shirube.Documents.Formats;

/// <summary>Plain text: lines as they stand, runs of lines with tab characters as tables.</summary>
internal static class TextFormat
{
    public static SourceDocument Read(string fileName, byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        var lines = new List<Line>();
        foreach (var line in text.Split('\n'))
            lines.Add(new Line(lines.Count + 1, 1, line.TrimEnd('\r')));
        return new SourceDocument(fileName, DocumentFormat.Text, lines, []);
    }
}
