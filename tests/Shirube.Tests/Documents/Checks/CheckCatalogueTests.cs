using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shirube.Tests.Support;

namespace Shirube.Tests.Documents.Checks;

/// <summary>Every code has its words in both languages and its line in <c>docs/checks.md</c>, and none is left over.</summary>
public sealed partial class CheckCatalogueTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src", "Shirube");

    private static readonly Dictionary<string, string> Japanese = Words(
        "*.resx",
        name => !name.EndsWith(".en.resx", StringComparison.Ordinal)
    );

    private static readonly Dictionary<string, string> English = Words("*.en.resx", _ => true);

    [Fact]
    public void Code_UsedInTheSource_HasItsWordsInBothLanguages()
    {
        var used = Directory
            .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(path =>
                !path.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            )
            .SelectMany(path => Code().Matches(File.ReadAllText(path)).Select(match => match.Groups["code"].Value))
            .Distinct()
            .ToList();

        used.Count.ShouldBeGreaterThan(25);
        used.Where(code => !Japanese.ContainsKey(code) || !Japanese.ContainsKey(code + ".fix")).ShouldBeEmpty();
        used.Where(code => !English.ContainsKey(code) || !English.ContainsKey(code + ".fix")).ShouldBeEmpty();
        Japanese.Keys.Where(key => !key.EndsWith(".fix", StringComparison.Ordinal)).Except(used).ShouldBeEmpty();
    }

    [Fact]
    public void Words_OfBothLanguages_HaveTheSameKeysAndPlaces()
    {
        Japanese.Keys.Order().ShouldBe(English.Keys.Order());
        Japanese.Keys.Where(key => !Places(Japanese[key]).SetEquals(Places(English[key]))).ShouldBeEmpty();
    }

    [Fact]
    public void Code_WithWords_HasItsLineInTheDocumentation()
    {
        var documented = File.ReadAllText(Path.Combine(Repository.Root, "docs", "checks.md"));

        Japanese
            .Keys.Where(key => !key.EndsWith(".fix", StringComparison.Ordinal))
            .Where(code => !documented.Contains($"| {code} |", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static Dictionary<string, string> Words(string pattern, Func<string, bool> isWanted) =>
        Directory
            .EnumerateFiles(Path.Combine(Source, "Resources", "Findings"), pattern)
            .Where(isWanted)
            .SelectMany(path => XDocument.Load(path).Descendants("data"))
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static HashSet<string> Places(string text) =>
        [.. Place().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("\"(?<code>(?:PLAN|KPI|SHEET|POLICY|DOC|CMP|FILE|IMPORT|CORRECT|DRAFT)\\d{3})\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Place();
}
