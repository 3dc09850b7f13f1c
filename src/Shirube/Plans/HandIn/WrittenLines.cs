namespace Shirube.Plans.HandIn;

/// <summary>The lines of what was typed, whatever ended them, without white space behind.</summary>
internal static class WrittenLines
{
    public static string[] Of(string text) =>
        [
            .. text.Replace("\r\n", "\n", StringComparison.Ordinal)
                .Replace('\r', '\n')
                .Split('\n')
                .Select(line => line.TrimEnd()),
        ];
}
