namespace Shirube.Documents.Recognition.Indicators;

/// <summary>The roles that a table prints, and those that the words above it speak of.</summary>
internal sealed record TableRoles(bool HasActual, bool HasBaseline, bool SpeaksOfTargets, bool SpeaksOfThePast)
{
    public static TableRoles Of(TableReading table)
    {
        var figures = table.Drafts.SelectMany(draft => draft.Placements).ToList();
        return new TableRoles(
            figures.Exists(figure => figure.Role == FigureRole.Actual),
            figures.Exists(figure => figure.Role == FigureRole.Baseline),
            table.Context.Mentions(key =>
                key.Contains("目標", StringComparison.Ordinal) || key.Contains("KPI", StringComparison.Ordinal)
            ),
            table.Context.Mentions(key =>
                key.Contains("実績", StringComparison.Ordinal) || key.Contains("推移", StringComparison.Ordinal)
            )
        );
    }
}
