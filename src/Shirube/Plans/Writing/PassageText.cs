using System.Globalization;

namespace Shirube.Plans.Writing;

public static class PassageText
{
    /// <summary>As it is written and read again: without blanks at the ends of lines, blank lines around it, or two in a row.</summary>
    public static string Tidy(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()))
            if (line.Length > 0 || (lines.Count > 0 && lines[^1].Length > 0))
                lines.Add(line);
        return string.Join('\n', lines).TrimEnd();
    }

    /// <summary>字数: characters as a person perceives them; line ends do not count.</summary>
    public static int Count(string text)
    {
        var (count, at) = (0, 0);
        while (at < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            if (text[at] is not ('\n' or '\r'))
                count++;
            at += length;
        }
        return count;
    }
}
