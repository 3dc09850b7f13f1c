namespace Shirube.Approvals;

/// <summary>As much of two texts as a table of differences has room for, from a little before the first difference.</summary>
internal static class TextExcerpt
{
    private const int Before = 20;
    private const int Shown = 160;

    public static string Of(string text) => Clip(text, 0);

    public static (string Before, string After) Around(string before, string after)
    {
        var from = Math.Max(0, before.AsSpan().CommonPrefixLength(after) - Before);
        return (Clip(before, from), Clip(after, from));
    }

    private static string Clip(string text, int from)
    {
        var part = text.AsSpan(from, Math.Min(Shown, text.Length - from)).ToString();
        return (from > 0 ? "…" : "") + part + (from + part.Length < text.Length ? "…" : "");
    }
}
