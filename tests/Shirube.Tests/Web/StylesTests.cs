using System.Globalization;
using System.Text.RegularExpressions;

namespace Shirube.Tests.Web;

/// <summary>The style sheets take colours and sizes from the design tokens; what is drawn in charts stands out.</summary>
public sealed partial class StylesTests
{
    private static readonly string Web = Path.Combine(Root(), "src", "Shirube.Web");

    [Fact]
    public void Styles_Colours_ComeFromTheTokens() => Offending(Colour()).ShouldBeEmpty();

    [Fact]
    public void Styles_FontSizes_GrowWithTheReader() => Offending(FontSizeInPixels()).ShouldBeEmpty();

    /// <summary>Against white; WCAG 1.4.11 asks for 3 : 1 of what one must see to understand a drawing.</summary>
    [Theory]
    [InlineData("--color-primitive-blue-900")]
    [InlineData("--color-primitive-red-900")]
    [InlineData("--color-neutral-solid-gray-420")]
    public void Chart_EveryStroke_StandsOutThreeToOne(string token)
    {
        File.ReadAllText(Path.Combine(Web, "Assets", "figures.css"))
            .Contains(token, StringComparison.Ordinal)
            .ShouldBe(token != "--color-neutral-solid-gray-420");

        Contrast(Token(token), "#ffffff").ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public void Chart_TargetOverBar_DiffersInShapeAsWellAsInColour() =>
        File.ReadAllText(Path.Combine(Web, "Components", "IndicatorChart.razor"))
            .ShouldContain("<line class=\"target\"");

    private static List<string> Offending(Regex pattern) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Web, "Assets"), "*.css")
                .SelectMany(file =>
                    File.ReadLines(file)
                        .Where(line => pattern.IsMatch(line))
                        .Select(line => Path.GetFileName(file) + ": " + line.Trim())
                ),
        ];

    private static string Token(string name)
    {
        var tokens = Directory
            .EnumerateFiles(
                Path.Combine(Web, "node_modules", "@digital-go-jp", "design-tokens", "dist"),
                "*.css",
                SearchOption.AllDirectories
            )
            .Select(File.ReadAllText);
        return tokens
            .Select(text => Regex.Match(text, Regex.Escape(name) + @":\s*(#[0-9a-fA-F]{6})"))
            .First(match => match.Success)
            .Groups[1]
            .Value;
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Shirube.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@":[^;]*(#[0-9a-fA-F]{3,8}\b|\b(rgb|hsl)a?\()")]
    private static partial Regex Colour();

    [GeneratedRegex(@"font(-size)?:[^;]*\d px|font(-size)?:[^;]*\dpx")]
    private static partial Regex FontSizeInPixels();
}
