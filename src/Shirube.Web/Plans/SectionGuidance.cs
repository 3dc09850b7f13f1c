using System.Globalization;
using System.Resources;
using Shirube.Plans.Writing;

namespace Shirube.Web.Plans;

/// <summary>記載の手引: what is asked of a section, and where that is said. From <c>Resources/Guidance.resx</c>.</summary>
/// <param name="Source">Name of the source and its date.</param>
public sealed record SectionGuidance(IReadOnlyList<string> Lines, string Source)
{
    private static readonly ResourceManager Words = new(
        "Shirube.Web.Resources.Guidance",
        typeof(SectionGuidance).Assembly
    );

    /// <returns>Null where nothing is known to be asked.</returns>
    public static SectionGuidance? Of(PlanForm form, PlanSection section)
    {
        var family = form.IsStatutory() ? "Statutory" : "Policy";
        var key = Find($"{form}.{section.Key}") is null ? $"{family}.{section.Key}" : $"{form}.{section.Key}";
        return Find(key) is { } text
            ? new SectionGuidance(
                text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                string.Join(
                    "　",
                    (Find(key + ".source") ?? "practice")
                        .Split(',')
                        .Select(source => Find("Source." + source) ?? source)
                )
            )
            : null;
    }

    private static string? Find(string key) => Words.GetString(key, CultureInfo.CurrentUICulture);
}
