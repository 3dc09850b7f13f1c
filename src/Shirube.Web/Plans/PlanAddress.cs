using System.Globalization;
using Shirube.Plans.Writing;

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

    /// <summary>4-1 地方創生の実現における構造的な課題</summary>
    public static string NameOf(PlanForm form, PlanSection section)
    {
        var name = OutlineText.Of(form, section, CultureInfo.CurrentUICulture);
        return section.FullNumber is { } number ? $"{number} {name}" : name;
    }
}
