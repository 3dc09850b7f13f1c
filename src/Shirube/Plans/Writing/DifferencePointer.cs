using System.Globalization;
using Shirube.Approvals;
using Shirube.Calendar;
using Shirube.Documents;

namespace Shirube.Plans.Writing;

/// <summary>相違の箇所: where in the reading of a document stands what two plans say otherwise.</summary>
internal static class DifferencePointer
{
    /// <summary>Where in the reading stands what a difference of two plans speaks of.</summary>
    public static string Of(PlanContent approved, PlanContent content, Reading read, Difference difference) =>
        difference.Place.Split('/') switch
        {
            ["", "plan", "passages", _, var key] => Passage(approved, read, key),
            ["", "plan", "indicators", var number, "target"] when difference.Year is { } year => TargetPointer(
                read,
                Position(number),
                year
            ),
            ["", "plan", "indicators", var number, "name" or "unit" or "baseline"] =>
                $"/indicators/{Position(number)}/{difference.Place.Split('/')[^1]}",
            ["", "plan", "indicators", var number, "baselineYear"] => $"/indicators/{Position(number)}/baselineYear",
            [
                "",
                "plan",
                "indicators",
                var number,
                "definition"
                or "targetBasis"
                or "direction"
                or "rangeLow"
                or "rangeHigh",
            ] => $"/indicators/{Position(number)}/meaning",
            ["", "plan", "indicators", ..] => "/indicators",
            ["", "plan", "authors", ..] => "/entities",
            ["", "plan", "nodes" or "levels" or "links", ..] => content.Nodes.Count > 0 && read.Tree.Count > 0
                ? "/tree"
                : "/policies",
            ["", "plan", "funding", ..] => "/funding",
            ["", "plan", "privateShares", ..] => "/privateShares",
            ["", "plan", "schedule", ..] => "/schedule",
            _ => difference.Place,
        };

    /// <summary>What was read is numbered from 1, and so is what it is held against.</summary>
    private static string Position(string number) =>
        (int.Parse(number, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture);

    private static string TargetPointer(Reading read, string at, int year)
    {
        var indicator = read.Indicators.ElementAtOrDefault(int.Parse(at, CultureInfo.InvariantCulture));
        var position = indicator?.Targets.ToList().FindIndex(target => target.Year == new FiscalYear(year)) ?? -1;
        return position < 0
            ? $"/indicators/{at}/targets"
            : string.Create(CultureInfo.InvariantCulture, $"/indicators/{at}/targets/{position}/value");
    }

    private static string Passage(PlanContent approved, Reading read, string key)
    {
        var isPlan = read.Kind == ReadingKind.Plan;
        return key switch
        {
            PlanOutline.Title => "/title",
            PlanOutline.Area when isPlan => "/area",
            PlanOutline.ProjectName => "/projectName",
            PlanOutline.Cost => "/totalCostYen",
            PlanOutline.ProjectPeriod + "-start" => isPlan ? "/projectStart" : "/periodStart",
            PlanOutline.ProjectPeriod + "-end" => isPlan ? "/projectEnd" : "/periodEnd",
            PlanOutline.PlanPeriod + "-start" => "/planStart",
            PlanOutline.PlanPeriod + "-end" => "/planEnd",
            _ when key.StartsWith(PlanOutline.Review + "-", StringComparison.Ordinal) => Review(key),
            _ => Chapter(approved, read, key),
        };
    }

    /// <summary>5-2-6-1-method: the first author's.</summary>
    private static string Review(string key)
    {
        var words = key.Split('-');
        var at = int.Parse(words[^2], CultureInfo.InvariantCulture) - 1;
        var field = words[^1] == PlanReview.ParticipantsQuestion ? "seats" : words[^1];
        return string.Create(CultureInfo.InvariantCulture, $"/verification/{at}/{field}");
    }

    private static string Chapter(PlanContent approved, Reading read, string key)
    {
        var number = PlanOutline.Find(approved.Form, key)?.FullNumber;
        var at = number is null ? -1 : read.Chapters.ToList().FindIndex(chapter => chapter.Number == number);
        return at < 0 ? "/chapters" : string.Create(CultureInfo.InvariantCulture, $"/chapters/{at}/text");
    }
}
