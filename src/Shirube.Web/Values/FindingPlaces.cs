using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Web.Plans;
using static Shirube.Web.Texts;

namespace Shirube.Web.Values;

/// <summary>
/// 指摘の箇所: where a finding that names no passage of the document leads: to the value, where it can be put right; else to
/// the part of the page that it speaks of, and to the section of the plan out of which the document was written.
/// </summary>
internal sealed class FindingPlaces
{
    private readonly OpenDocument open;
    private readonly PlanDraft? plan;
    private readonly Dictionary<string, string> labels;

    private FindingPlaces(OpenDocument open, PlanDraft? plan)
    {
        this.open = open;
        this.plan = plan;
        labels = ReadingGroups
            .Of(open.Reading)
            .SelectMany(group =>
                group.Values.Select(one => (one.Pointer, Label: T("Value.InGroup", group.Title, one.Label)))
            )
            .DistinctBy(one => one.Pointer)
            .ToDictionary(one => one.Pointer, one => one.Label);
    }

    public static async Task<FindingPlaces> OfAsync(
        ShirubeDb db,
        Asker asker,
        OpenDocument open,
        CancellationToken cancel
    )
    {
        var (government, number) = (open.Document.GovernmentCode, open.Document.Number);
        var plan =
            government == asker.Government && asker.May(Act.ReadPlans)
                ? await db
                    .PlanDrafts.AsNoTracking()
                    .Where(draft => draft.GovernmentCode == government && draft.DocumentNumber == number)
                    .OrderByDescending(draft => draft.Number)
                    .FirstOrDefaultAsync(cancel)
                : null;
        return new FindingPlaces(open, plan);
    }

    public IReadOnlyList<(string Address, string Text)> Of(Finding finding)
    {
        if (finding.At is { } at)
            return [($"{open.Address("/text")}#L{at.At.Line}", PlaceText.Of(at.At, open.HasPages))];
        if (finding.Pointer is not { } pointer)
            return [];
        if (labels.TryGetValue(pointer, out var label))
            return [(open.EvidenceAddress(pointer), label)];
        var (part, text, key) = Part(pointer);
        var places = new List<(string, string)> { ($"{open.Address()}#{part}", text) };
        if (plan is not null)
            places.Add(
                Section(plan.Form, key, finding) is { } section
                    ? (
                        PlanAddress.Of(plan.Address, section),
                        T("Findings.InPlan", OutlineText.Numbered(plan.Form, section))
                    )
                    : (plan.Address, T("Findings.InPlanWhole"))
            );
        return places;
    }

    /// <summary>The part of the document's page, what it is called, and the section of the plan.</summary>
    private (string Part, string Text, string? Section) Part(string pointer) =>
        pointer.Split('/') switch
        {
            ["", "chapters", var at, ..]
                when int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var chapter)
                    && chapter < open.Reading.Chapters.Count => (
                $"chapter-{chapter}",
                NameOf(open.Reading.Chapters[chapter]),
                null
            ),
            ["", "chapters", ..] => ("chapters", T("Chapters.Title"), null),
            ["", "tree" or "links" or "policies", ..] => ("annex-tree", T("Tree.Title"), PlanOutline.Tree),
            ["", "schedule", ..] => ("annex-schedule", T("Schedule.Title"), PlanOutline.Schedule),
            ["", "funding" or "privateShares", ..] => ("annex-funding", T("Funding.Title"), PlanOutline.Funding),
            ["", "indicators", ..] => ("indicators", T("Indicators.Title"), PlanOutline.Targets),
            ["", "verification", ..] => ("verification", T("Verification.Title"), PlanOutline.Review),
            ["", "entities", ..] => ("plan-what", T("Plan.What"), PlanOutline.Authors),
            _ => ("plan-what", T("Plan.What"), null),
        };

    private static string NameOf(ReadChapter chapter) => $"{chapter.Number} {chapter.Title.Value}".Trim();

    /// <summary>A text is named by its section.</summary>
    private static PlanSection? Section(PlanForm form, string? key, Finding finding) =>
        PlanOutline
            .Of(form)
            .FirstOrDefault(section =>
                section.IsWritten
                && (
                    section.Key == key
                    || OutlineText.Numbered(form, section, OutlineText.Japanese)
                        == (finding.Arguments is [string name, ..] ? name : null)
                )
            );
}
