using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shirube.Tests.Support;

namespace Shirube.Tests.Cli;

public sealed class CliTextsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "Shirube.Cli");

    [Fact]
    public void Texts_OfEitherLanguage_AreTheSameAndAllThatTheCommandsName()
    {
        var japanese = Keys("CliTexts.resx");
        var code = File.ReadAllText(Path.Combine(Folder, "CliTexts.cs"));
        var named = Regex
            .Matches(code, @"string (\w+)(?:\([^)]*\))? =>\s+(?:Format\()?Text\(\)")
            .Select(match => match.Groups[1].Value);

        Keys("CliTexts.en.resx")
            .Except(["CheckError.one", "CheckWarning.one", "CheckNote.one"])
            .ShouldBe(japanese.Except(["CheckError.one", "CheckWarning.one", "CheckNote.one"]), ignoreOrder: true);
        named.Except(japanese).ShouldBeEmpty();
        named.Count().ShouldBeGreaterThan(50);
    }

    private static List<string> Keys(string file) =>
        [
            .. XDocument
                .Load(Path.Combine(Folder, "Resources", file))
                .Root!.Elements("data")
                .Select(text => text.Attribute("name")!.Value),
        ];
}
