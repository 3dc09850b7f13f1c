using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Shirube.Documents;

/// <summary>
/// The words of findings and refusals, from one resource file a family of codes (<c>Resources/Findings/KPI.resx</c> for
/// KPI001; Japanese, with <c>KPI.en.resx</c> in English): under <c>CODE</c> what is wrong, under <c>CODE.fix</c> what
/// to do, in the culture of the one who reads.
/// </summary>
public static class FindingText
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Families = [];

    public static string MessageOf(Finding finding) => Format(finding.Code, finding.Arguments);

    public static string FixOf(Finding finding) => Format(finding.Code + ".fix", finding.Arguments);

    public static string MessageOf(DocumentRefusedException refused) => Format(refused.Code, refused.Arguments);

    public static string FixOf(DocumentRefusedException refused) => Format(refused.Code + ".fix", refused.Arguments);

    /// <summary>On one line and harmless to a terminal, whatever a file's name holds: control characters become U+FFFD.</summary>
    public static string Plain(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : text;

    private static object? Shown(object? argument) =>
        argument is string text ? Plain(FindingWord.Shown(text)) : argument;

    private static string Format(string key, IReadOnlyList<object?> arguments)
    {
        var family = key[..key.AsSpan().IndexOfAnyInRange('0', '9')];
        var texts = Families.GetOrAdd(
            family,
            name => new ResourceManager($"Shirube.Resources.Findings.{name}", typeof(FindingText).Assembly)
        );
        var text = texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;
        return string.Format(CultureInfo.CurrentCulture, text, [.. arguments.Select(Shown)]);
    }
}
