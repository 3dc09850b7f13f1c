namespace Shirube.Documents.Text;

/// <summary>Markdown's marks in a line, which turn up in plain text files as well.</summary>
public static class Markup
{
    /// <summary>The line's words: heading marks, emphasis and list dashes taken off, white space trimmed.</summary>
    public static string Strip(string line)
    {
        var text = line.AsSpan().Trim();
        var marks = text.IndexOfAnyExcept('#');
        if (marks is > 0 and <= 6 && (text[marks] is ' ' or '\u3000'))
            text = text[marks..].Trim();
        if (text.Length > 2 && text[0] is '-' or '*' or '+' && text[1] == ' ')
            text = text[2..].Trim();
        if (
            text.Length > 4
            && text.StartsWith("**", StringComparison.Ordinal)
            && text.EndsWith("**", StringComparison.Ordinal)
        )
            text = text[2..^2].Trim();
        return text.Length == line.Length ? line : text.ToString();
    }

    /// <summary>Level 1 to 6 of a Markdown heading, 0 for any other line.</summary>
    public static int HeadingLevel(string line)
    {
        var text = line.AsSpan().TrimStart();
        var marks = text.IndexOfAnyExcept('#');
        return marks is > 0 and <= 6 && text[marks] is ' ' or '\u3000' ? marks : 0;
    }
}
