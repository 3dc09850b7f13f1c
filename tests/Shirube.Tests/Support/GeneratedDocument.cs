namespace Shirube.Tests.Support;

/// <summary>
/// A part of a document that is written from the program, between <c>&lt;!-- generated --&gt;</c> and
/// <c>&lt;!-- end --&gt;</c>. With SHIRUBE_WRITE_DOCS=1 the test writes it anew instead of only comparing.
/// </summary>
internal static class GeneratedDocument
{
    private const string Begin = "<!-- generated -->\n";
    private const string End = "<!-- end -->";

    public static void ShouldHold(string name, string expected)
    {
        var path = Path.Combine(Repository.Root, "docs", name);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("SHIRUBE_WRITE_DOCS") == "1")
            File.WriteAllText(path, text[..from] + expected + text[to..]);
        else
            text[from..to].ShouldBe(expected, $"docs/{name}: run this test with SHIRUBE_WRITE_DOCS=1 to write it anew");
    }
}
