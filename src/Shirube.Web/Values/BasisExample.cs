using Shirube.Documents;
using Shirube.Indicators;
using static Shirube.Web.Texts;

namespace Shirube.Web.Values;

/// <summary>What an indicator's own figures would say under each basis, in plain words.</summary>
internal static class BasisExample
{
    public static string Of(ReadIndicator indicator, TargetBasis basis)
    {
        var figures = indicator
            .Targets.Where(target => target.Figure is not null)
            .OrderBy(target => target.Year)
            .ToList();
        if (figures.Count == 0 || !TotalCheck.CanBeAdded(indicator))
            return T("Meaning.NoFigures");
        var unit = indicator.Unit?.Value ?? "";
        var first = figures[0];
        var second = figures.Count > 1 ? figures[1] : null;
        return basis switch
        {
            TargetBasis.IncrementOverBaseline => Increment(indicator, first, second, unit),
            TargetBasis.AnnualFlow => T(
                "Meaning.Example.AnnualFlow",
                Each(first, second, unit, "Meaning.InYear"),
                figures.Count,
                Amount(figures.Sum(figure => figure.Figure!.Value), unit)
            ),
            TargetBasis.Level => T("Meaning.Example.Level", Each(first, second, unit, "Meaning.AtYear")),
            _ => T("Meaning.Example.Cumulative", Each(first, second, unit, "Meaning.ByYear")),
        };
    }

    private static string Increment(ReadIndicator indicator, ReadFigure first, ReadFigure? second, string unit)
    {
        var one = first.Figure!.Value;
        if (indicator.Baseline?.Value is not { } start)
            return T("Meaning.Example.NoBaseline", ValueText.Year(first.Year), Amount(one, unit));
        var text = T(
            "Meaning.Example.Increment",
            ValueText.Number(start),
            ValueText.Number(one),
            ValueText.Year(first.Year),
            Amount(start + one, unit)
        );
        // Years in between that are open leave the level open too.
        return second is not null && second.Year - first.Year == 1
            ? text
                + T(
                    "Meaning.Example.IncrementNext",
                    ValueText.Number(second.Figure!.Value),
                    ValueText.Year(second.Year),
                    Amount(start + one + second.Figure.Value, unit)
                )
            : text;
    }

    private static string Each(ReadFigure first, ReadFigure? second, string unit, string key) =>
        string.Join(
            T("ListComma"),
            new[] { first, second }
                .OfType<ReadFigure>()
                .Select(figure => T(key, ValueText.Year(figure.Year), Amount(figure.Figure!.Value, unit)))
        );

    private static string Amount(decimal value, string unit) =>
        unit.Length == 0 ? ValueText.Number(value) : T("Meaning.Amount", ValueText.Number(value), unit);
}
