using System.Globalization;
using Shirube.Plans.Writing;
using static Shirube.Web.Texts;

namespace Shirube.Web.Plans;

/// <summary>The addresses of a plan's pages.</summary>
internal static class PlanAddress
{
    public static string OfList(string government) => $"/governments/{government}/plans";

    public static string Of(string plan, PlanSection section) => plan + section.Page;

    /// <summary>The place of a finding: its field or its cell, else its section.</summary>
    public static string? Of(PlanDraft plan, PlacedFinding finding) =>
        finding.Section is { } key && PlanOutline.Find(plan.Form, key) is { } section
            ? Of(plan.Address, section) + (finding.Place is { } place ? "#" + FieldOf(section, place) : "")
            : null;

    /// <summary>The id of a passage's field, or of a cell.</summary>
    public static string FieldOf(PlanSection section, string place) =>
        section.Kind == SectionKind.Indicators ? "cell-" + place : "passage-" + place;

    /// <summary>Where a finding stands, by the number of the chapter above where the section has none: 5-2④ 自立性, 5-2⑧ 事業実施期間（始まり）. Null for the whole plan.</summary>
    public static string? PlaceOf(PlanForm form, PlacedFinding finding)
    {
        if (finding.Section is not { } key || PlanOutline.Find(form, key) is not { } section)
            return null;
        var name = OutlineText.Numbered(form, section, CultureInfo.CurrentUICulture);
        return EndOf(section, finding.Place) is { } end ? T("Value.InGroup", name, end) : name;
    }

    /// <summary>始まり or 終わり, where a section asks for both; null elsewhere.</summary>
    public static string? EndOf(PlanSection section, string? place) =>
        section.Kind is not (SectionKind.ProjectPeriod or SectionKind.PlanPeriod) || place is null ? null
        : place.EndsWith("-start", StringComparison.Ordinal) ? T("Section.Begin")
        : place.EndsWith("-end", StringComparison.Ordinal) ? T("Section.End")
        : null;

    /// <summary>4-1 地方創生の実現における構造的な課題</summary>
    public static string NameOf(PlanForm form, PlanSection section)
    {
        var name = OutlineText.Of(form, section, CultureInfo.CurrentUICulture);
        return section.FullNumber is { } number ? $"{number} {name}" : name;
    }
}
