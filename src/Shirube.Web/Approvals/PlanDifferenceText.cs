using System.Globalization;
using Shirube.Approvals;
using Shirube.Calendar;
using Shirube.Indicators;
using Shirube.Plans.Writing;
using Shirube.Web.Hosting;
using Shirube.Web.Values;
using static Shirube.Web.Texts;

namespace Shirube.Web.Approvals;

/// <summary>新旧 of a plan that is written in Shirube, in the words of the page.</summary>
internal static class PlanDifferenceText
{
    /// <param name="steps">Of its place, behind <see cref="PlanDifferences.Root"/>.</param>
    public static (string Where, string Before, string Now) Of(Difference difference, string[] steps)
    {
        var field = steps.LastOrDefault(step => !IsNumber(step)) ?? "";
        return (Where(difference, steps), Shown(difference.Before), Shown(difference.After));

        string Shown(string? held) =>
            MeaningText.IsMeaning(difference.Place) ? MeaningText.Of(difference.Place, held)
            : held is null ? T("None")
            : steps is ["funding", _] ? Number(held, ValueKind.Yen)
            : Words(field, held);
    }

    private static string Where(Difference difference, string[] steps)
    {
        var year = difference.Year is { } at ? ValueText.Year(new FiscalYear(at)) : null;
        return steps switch
        {
            ["passages", var form, var key] => Passage(form, key, difference.Item),
            ["levels", var level] => T("PlanDifference.levels", T("Tree.LevelNo", level)),
            ["funding", var source] => T("PlanDifference.funding", year, T("Funding.Source." + Capital(source))),
            ["privateShares", var nth] => T("PlanDifference.privateShares", T("Funding.NthOnly", nth)),
            [.., "links", var relation] when relation != "order" => T(
                difference.Item is null ? "PlanDifference.links" : "PlanDifference.nodes.links",
                difference.Item,
                T("Tree.Relation." + Capital(relation))
            ),
            [.., var number] when IsNumber(number) => T(
                difference.Before is null ? "Approval.ItemNew" : "Approval.ItemGone",
                T(KeyOf(steps), difference.Item)
            ),
            ["nodes", "order"] => T("PlanDifference.nodes.top.order"),
            _ => T(KeyOf(steps), difference.Item, year),
        };
    }

    private static string KeyOf(string[] steps) =>
        string.Join('.', steps.Where(step => !IsNumber(step)).Prepend("PlanDifference"));

    /// <summary>The section of the outline, and which of its questions where it asks several.</summary>
    private static string Passage(string form, string key, string? item)
    {
        if (
            !Enum.TryParse<PlanForm>(form, out var known)
            || PlanOutline
                .Of(known)
                .Where(section =>
                    section.IsWritten && (key + "-").StartsWith(section.Key + "-", StringComparison.Ordinal)
                )
                .MaxBy(section => section.Key.Length)
                is not { } section
        )
            return item ?? key;
        var name = T("Approval.Chapter", $"{section.FullNumber} {OutlineText.Of(known, section)}".Trim());
        return key == section.Key ? name : T("Value.InGroup", name, Question(section, key, item));
    }

    private static string Question(PlanSection section, string key, string? author) =>
        key[(key.LastIndexOf('-') + 1)..] switch
        {
            "start" => T("Section.Begin"),
            "end" => T("Section.End"),
            var question when section.Kind == SectionKind.Review => T("Review." + question, author),
            var other => other,
        };

    private static string Words(string field, string held) =>
        field switch
        {
            "form" when Enum.TryParse<PlanForm>(held, out var form) => OutlineText.Of(form),
            "baseline" or "target" => Figure(held),
            "rangeLow" or "rangeHigh" or "weight" => Number(held, ValueKind.Figure),
            "baselineYear" when FiscalYear.TryParse(held, out var year) => ValueText.Year(year),
            "from" or "to" when DateOnly.TryParseExact(held, "yyyy-MM-dd", out var day) => Month(day),
            "privateShares" => T("PlanDifference.Percent", Number(held, ValueKind.Figure)),
            "parent" when held == PlanDifferences.TopOfTree => T("Tree.Top"),
            _ => held,
        };

    /// <summary>A number, a state, or both; what stands in brackets is shown as it was typed.</summary>
    private static string Figure(string held) =>
        held.Split(' ') switch
        {
            [var state] when StateOf(state) is { } said => said,
            [var number, var state] when StateOf(state) is { } said => T(
                "Value.InState",
                Number(number, ValueKind.Figure),
                said
            ),
            _ => Number(held, ValueKind.Figure),
        };

    private static string? StateOf(string word) =>
        Enum.GetValues<FigureState>()
            .Where(state => Capital(word) == $"{state}")
            .Select(state => T("State." + state))
            .FirstOrDefault();

    private static string Number(string held, ValueKind kind) => ValueText.OfContract(kind, held);

    private static string Month(DateOnly day) =>
        day.Day != 1 ? ValueText.Date(day)
        : Languages.IsEnglish ? day.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : JapaneseDate.ToJapanese(day)[..^2];

    private static bool IsNumber(string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string Capital(string word) =>
        word.Length == 0 ? "" : $"{char.ToUpperInvariant(word[0])}{word[1..]}";
}
