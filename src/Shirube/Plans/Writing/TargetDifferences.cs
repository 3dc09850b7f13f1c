using Shirube.Approvals;
using Shirube.Documents;
using Shirube.Indicators;
using static Shirube.Plans.Writing.PartDifferences;

namespace Shirube.Plans.Writing;

/// <summary>KPI of two states of a plan: all that one holds, each yearly figure by its year.</summary>
internal static class TargetDifferences
{
    public static IEnumerable<Difference> Between(PlanContent old, PlanContent now) =>
        Of(
            PlanDifferences.Root + "/indicators",
            old.Indicators,
            now.Indicators,
            indicator => indicator.Number,
            indicator => indicator.Name,
            Fields
        );

    private static IEnumerable<Difference> Fields(string place, PlanIndicator? before, PlanIndicator now)
    {
        var item = Named(now.Name, now.Number);
        var was =
            before
            ?? new PlanIndicator
            {
                Number = now.Number,
                Name = now.Name,
                Unit = "",
            };
        return
        [
            .. Value(place + "/name", item, was.Name, now.Name),
            .. Value(place + "/unit", item, was.Unit, now.Unit),
            .. Text(place + "/definition", item, was.Definition, now.Definition),
            .. Value(place + "/targetBasis", item, ContractValue.Write(was.Basis), ContractValue.Write(now.Basis)),
            .. Value(
                place + "/direction",
                item,
                ContractValue.Write(was.Direction),
                ContractValue.Write(now.Direction)
            ),
            .. Number(place + "/rangeLow", item, was.RangeLow, now.RangeLow),
            .. Number(place + "/rangeHigh", item, was.RangeHigh, now.RangeHigh),
            .. Figures(was.Baseline, now.Baseline) is var (old, held)
                ? Value(place + "/baseline", item, old, held)
                : [],
            .. Value(place + "/baselineYear", item, $"{was.BaselineYear?.Year}", $"{now.BaselineYear?.Year}"),
            .. Targets(place + "/target", item, was, now),
        ];
    }

    private static IEnumerable<Difference> Targets(string place, string item, PlanIndicator was, PlanIndicator now) =>
        from year in was.Targets.Concat(now.Targets).Select(target => target.Year).Distinct().Order()
        let figures = Figures(was.At(year), now.At(year))
        where figures is not null
        from difference in Value(place, item, figures.Value.Before, figures.Value.After, year)
        select difference;

    /// <summary>By what they say; where that is one, by how they are typed; null where nothing differs.</summary>
    private static (string? Before, string? After)? Figures(PlanFigure before, PlanFigure after)
    {
        if (Said(before) != Said(after))
            return (Said(before), Said(after));
        if (before.Text != after.Text)
            return (Quoted(before.Text), Quoted(after.Text));
        // Two numbers may be equal and yet be written in other digits: 3.5, 3.50.
        return Whole(before) == Whole(after) ? null : (Whole(before), Whole(after));
    }

    private static string? Said(PlanFigure figure) =>
        figure.Value is { } value && figure.State == FigureState.Final ? ContractValue.Number(value)
        : figure.Value is not null && figure.State is null ? Whole(figure)
        : figure.Value is { } open ? $"{ContractValue.Number(open)} {ContractValue.Write(figure.State)}"
        : figure.State is { } state && figure.Text.Length > 0 ? ContractValue.Write(state)
        : figure.Text.Length > 0 ? Quoted(figure.Text)
        : null;

    private static string Whole(PlanFigure figure) =>
        FormattableString.Invariant($"「{figure.Text}」 {figure.Value} {figure.State}").TrimEnd();
}
