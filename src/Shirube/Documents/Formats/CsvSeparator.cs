namespace Shirube.Documents.Formats;

/// <summary>Which sign parts the fields of a file that does not say so: the one that most lines hold equally often.</summary>
internal static class CsvSeparator
{
    private const int SampleLines = 50;

    /// <param name="skip">Characters at the start that only name the separator (sep=;).</param>
    public static char Of(string fileName, string text, out int skip)
    {
        skip = 0;
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n')
        {
            skip = text.IndexOf('\n', StringComparison.Ordinal) + 1;
            return text[4];
        }
        if (fileName.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase))
            return '\t';
        var lines = Sample(text);
        return ((char[])[',', '\t', ';']).MaxBy(separator => Agreement(lines, separator));
    }

    private static long Agreement(List<string> lines, char separator)
    {
        var counts = lines.Select(line => Outside(line, separator)).Where(count => count > 0).ToList();
        if (counts.Count == 0)
            return 0;
        var most = counts.GroupBy(count => count).MaxBy(group => group.Count())!;
        return (most.Count() * 1000L) + most.Key;
    }

    private static int Outside(string line, char separator)
    {
        var count = 0;
        var isQuoted = false;
        foreach (var c in line)
        {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (c == separator && !isQuoted)
                count++;
        }
        return count;
    }

    private static List<string> Sample(string text)
    {
        var lines = new List<string>();
        using var reader = new StringReader(text.Length > 100_000 ? text[..100_000] : text);
        while (lines.Count < SampleLines && reader.ReadLine() is { } line)
            lines.Add(line);
        return lines;
    }
}
