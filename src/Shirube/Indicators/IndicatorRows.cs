using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Stored;

namespace Shirube.Indicators;

/// <summary>The KPIs that a version prints, as rows.</summary>
internal static class IndicatorRows
{
    public static IEnumerable<VersionPart> Of(Reading reading, VersionKey key) =>
        key.Each(reading.Indicators, (indicator, position) => Row(indicator, position, key));

    private static Indicator Row(ReadIndicator indicator, int position, VersionKey key) =>
        new()
        {
            Position = position,
            No = indicator.No,
            Name = Storable.TextOrNull(indicator.Name?.Value),
            Unit = Storable.TextOrNull(indicator.Unit?.Value),
            Basis = indicator.Basis,
            Baseline = indicator.Baseline?.Value,
            BaselineYear = indicator.BaselineYear?.Value,
            Total = indicator.Total?.Value,
            Figures =
            [
                .. key.Each(indicator.Targets, (figure, at) => Figure(figure, position, FigureRole.Target, at)),
                .. key.Each(indicator.Actuals, (figure, at) => Figure(figure, position, FigureRole.Actual, at)),
            ],
        };

    private static IndicatorFigure Figure(ReadFigure figure, int indicator, FigureRole role, int position) =>
        new()
        {
            IndicatorPosition = indicator,
            Role = role,
            Position = position,
            Year = figure.Year,
            Value = figure.Figure?.Value,
            State = figure.State,
        };
}
