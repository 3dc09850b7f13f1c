using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Shirube.Web;

namespace Shirube.Tests.Web;

public sealed partial class TextsTests
{
    private static readonly ResourceManager Resources = new("Shirube.Web.Resources.Texts", typeof(Texts).Assembly);

    [Fact]
    public void Texts_EveryKey_StandsInBothLanguages() => Keys("en").ShouldBe(Keys(""), ignoreOrder: true);

    [Fact]
    public void Texts_EveryKey_HasTheSamePlaceholdersInBothLanguages()
    {
        foreach (var key in Keys(""))
            Placeholders(key, "en").ShouldBe(Placeholders(key, ""), ignoreOrder: true, customMessage: key);
    }

    [Fact]
    public void Pages_EveryKeyUsed_HasAText()
    {
        var known = Keys("").ToHashSet();
        var used = Sources()
            .SelectMany(file => KeyUse().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["key"].Value);

        used.Where(key =>
                !key.EndsWith('.')
                && !known.Contains(key)
                && !known.Any(text => text.StartsWith(key, StringComparison.Ordinal))
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Pages_Markup_HoldsNoJapanese()
    {
        foreach (var file in Sources().Where(file => file.EndsWith(".razor", StringComparison.Ordinal)))
            File.ReadLines(file)
                .Where(line => !line.TrimStart().StartsWith("@*", StringComparison.Ordinal) && Japanese().IsMatch(line))
                .ShouldBeEmpty(file);
    }

    private static string[] Keys(string culture) =>
        [
            .. Resources
                .GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
                .Cast<System.Collections.DictionaryEntry>()
                .Select(entry => (string)entry.Key),
        ];

    private static string[] Placeholders(string key, string culture) =>
        [
            .. Placeholder()
                .Matches(Resources.GetString(key, CultureInfo.GetCultureInfo(culture))!)
                .Select(match => match.Value)
                .Distinct(),
        ];

    private static IEnumerable<string> Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Shirube.slnx")))
            folder = folder.Parent!;
        var web = Path.Combine(folder.FullName, "src", "Shirube.Web");
        return Directory
            .EnumerateFiles(web, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs")
            .Where(file => !Path.GetRelativePath(web, file).Split('/')[0].StartsWith('.'))
            .Where(file => Path.GetRelativePath(web, file).Split('/')[0] is not ("obj" or "bin" or "node_modules"));
    }

    [GeneratedRegex("""\bT\(\s*"(?<key>[A-Za-z.]+)""")]
    private static partial Regex KeyUse();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex Japanese();
}
