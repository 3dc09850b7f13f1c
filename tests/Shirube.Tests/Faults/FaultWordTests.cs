using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shirube.Faults;
using Shirube.Tests.Support;

namespace Shirube.Tests.Faults;

/// <summary>Every fault that the sources name has its words in both languages, and none is left over.</summary>
public sealed partial class FaultWordTests
{
    private static readonly string Words = Path.Combine(Repository.Root, "src", "Shirube", "Resources", "Faults");
    private static readonly Dictionary<string, string> Japanese = Read(path => !IsEnglish(path));
    private static readonly Dictionary<string, string> English = Read(IsEnglish);

    [Fact]
    public void Code_UsedInTheSources_HasItsWordsInBothLanguages()
    {
        var families = Directory
            .EnumerateFiles(Words, "*.en.resx")
            .Select(path => Path.GetFileName(path)[..^".en.resx".Length]);
        var used = Repository
            .Sources()
            .SelectMany(source => Code().Matches(source.Text).Select(match => match.Groups["code"].Value))
            .Where(code => families.Contains(code[..^3]))
            .Distinct()
            .Order()
            .ToList();

        used.Count.ShouldBeGreaterThan(15);
        used.Except(Japanese.Keys).ShouldBeEmpty();
        Japanese.Keys.Except(used).ShouldBeEmpty();
    }

    [Fact]
    public void Code_OfEveryFaultMade_HasAFamily()
    {
        var made = Repository.Sources().SelectMany(source => Made().Matches(source.Text));

        made.Select(match => match.Groups["code"].Value).Distinct().Except(Japanese.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Words_OfBothLanguages_HaveTheSameCodesAndPlaces()
    {
        Japanese.Keys.Order().ShouldBe(English.Keys.Order());
        Japanese.Keys.Where(code => !Places(Japanese[code]).SetEquals(Places(English[code]))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "ja",
        "終わりの日（令和8年3月31日）が始まりの日（令和8年4月1日）より前です。どちらかを直してください。"
    )]
    [InlineData("en", "The last day (2026-03-31) comes before the first day (2026-04-01). Correct one of them.")]
    public void Of_Days_AreWordedForTheOneWhoReads(string culture, string expected)
    {
        var fault = new Fault("until", "PEOPLE006", null, new DateOnly(2026, 4, 1), new DateOnly(2026, 3, 31));

        In(culture, () => FaultText.Of(fault)).ShouldBe(expected);
    }

    [Fact]
    public void Of_WhatWasTyped_StaysOnOneLine() =>
        FaultText.Of(new Fault("mail", "PEOPLE004", null, "a\r\nb{0}")).ShouldNotContain('\n');

    private static Dictionary<string, string> Read(Func<string, bool> isWanted) =>
        Directory
            .EnumerateFiles(Words, "*.resx")
            .Where(isWanted)
            .SelectMany(path => XDocument.Load(path).Descendants("data"))
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static bool IsEnglish(string path) => path.EndsWith(".en.resx", StringComparison.Ordinal);

    private static HashSet<string> Places(string text) =>
        [.. Place().Matches(text).Select(match => match.Groups[1].Value)];

    private static string In(string culture, Func<string> act)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [GeneratedRegex("\"(?<code>[A-Z]+\\d{3})\"")]
    private static partial Regex Code();

    [GeneratedRegex("new Fault\\(\\s*(?:null|\"\\w+\"),\\s*\"(?<code>[A-Z]+\\d{3})\"")]
    private static partial Regex Made();

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Place();
}
