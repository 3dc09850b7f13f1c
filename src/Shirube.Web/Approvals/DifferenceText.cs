using Shirube.Approvals;
using Shirube.Calendar;
using Shirube.Documents.Stored;
using Shirube.Indicators;
using Shirube.Web.Values;
using static Shirube.Web.Texts;

namespace Shirube.Web.Approvals;

/// <summary>新旧 in the words of the page: where, what before, what now.</summary>
internal static class DifferenceText
{
    public static (string Where, string Before, string Now) Of(ContentDifference difference) =>
        Of(difference.Difference);

    public static (string Where, string Before, string Now) Of(Difference difference)
    {
        var steps = difference.Place.Split('/');
        if (steps is ["", "plan", .. var part])
            return PlanDifferenceText.Of(difference, part);
        if (steps is ["", "chapters", ..])
            return (T("Approval.Chapter", difference.Item), Plain(difference.Before), Plain(difference.After));
        if (steps is ["", "authors" or "policies" or "funding" or "schedule"])
            return (
                T("Approval.Plan." + steps[1], difference.Year is { } at ? ValueText.Year(new FiscalYear(at)) : ""),
                Plain(difference.Before),
                Plain(difference.After)
            );
        if (steps is ["", _, var last] && int.TryParse(last, out _))
            return (
                T(difference.Before is null ? "Approval.ItemNew" : "Approval.ItemGone", difference.Item),
                Plain(difference.Before),
                Plain(difference.After)
            );
        if (MeaningText.IsMeaning(difference.Place))
            return (
                T("Value.InGroup", difference.Item, MeaningText.LabelOf(difference.Place)),
                MeaningText.Of(difference.Place, difference.Before),
                MeaningText.Of(difference.Place, difference.After)
            );
        var change = new ValueChange(
            ValueChangeKind.Other,
            difference.Place,
            difference.Item,
            Held(difference.Before),
            Held(difference.After)
        )
        {
            Year = difference.Year is { } year ? new FiscalYear(year) : null,
        };
        var (before, now) = ChangeText.Of(change);
        return (ChangeText.LabelOf(change), before, now);
    }

    private static string Plain(string? text) => text ?? T("None");

    /// <summary>A figure without a value says its state instead.</summary>
    private static HeldValue Held(string? written) =>
        written is not null && !char.IsAsciiDigit(written[0]) && Enum.TryParse<FigureState>(written, true, out _)
            ? new(null, written)
            : new(written, null);
}
