namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>Columns that a text takes where East Asian wide characters take two: what aligns text laid out by spaces.</summary>
internal static class DisplayWidth
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var c in text)
            width += IsWide(c) ? 2 : 1;
        return width;
    }

    /// <summary>Also the enclosed numbers and signs that Japanese fonts draw wide.</summary>
    private static bool IsWide(char c) =>
        c
            is >= '\u1100'
                and <= '\u115F'
                or >= '\u2460'
                and <= '\u24FF'
                or >= '\u2E80'
                and <= '\uA4CF'
                or >= '\uAC00'
                and <= '\uD7A3'
                or >= '\uF900'
                and <= '\uFAFF'
                or >= '\uFE30'
                and <= '\uFE6F'
                or >= '\uFF01'
                and <= '\uFF60'
                or >= '\uFFE0'
                and <= '\uFFE6';
}
