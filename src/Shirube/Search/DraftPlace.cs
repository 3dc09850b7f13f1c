using Shirube.Plans.Writing;

namespace Shirube.Search;

/// <summary>Where a place of a plan under writing is written, and what it is called there.</summary>
/// <param name="Page">Below the plan's address.</param>
internal sealed record DraftPlace(string Page, string? Heading)
{
    /// <param name="form">Of the plan.</param>
    public static DraftPlace? Of(string? form, string place)
    {
        if (!Enum.TryParse<PlanForm>(form, out var of))
            return null;
        var key = place.Split('/') switch
        {
            ["", "passages", var passage] => passage,
            ["", "indicators", ..] => PlanOutline.Targets,
            ["", "schedule", ..] => PlanOutline.Schedule,
            _ => PlanOutline.Tree,
        };
        var section = PlanOutline
            .Of(of)
            .Where(section => key == section.Key || key.StartsWith(section.Key + "-", StringComparison.Ordinal))
            .MaxBy(section => section.Key.Length);
        return section is null ? null : new(section.Page, $"{section.FullNumber} {OutlineText.Of(of, section)}".Trim());
    }
}
