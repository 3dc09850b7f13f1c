namespace Shirube.Documents.Comparison;

/// <summary>新旧対照: two plans side by side.</summary>
/// <param name="Rows">
/// Facts, indicators, then the text in the order of the new plan; what it has no more stands where it stood.
/// </param>
/// <param name="IsPairingCapped">
/// So much is written in the same words that some passages may stand as removed and added that are one passage reworded.
/// </param>
public sealed record PlanComparison(IReadOnlyList<ComparisonRow> Rows, bool IsPairingCapped)
{
    /// <summary>All but what stayed and what another row says as a value.</summary>
    public IEnumerable<ComparisonRow> Changes => Rows.Where(row => row.Kind != ChangeKind.Same && !row.IsRestated);

    /// <summary>What a table shows.</summary>
    /// <param name="whole">What stayed and what is only written differently too.</param>
    public IReadOnlyList<ComparisonRow> Shown(bool whole) =>
        whole ? Rows : [.. Changes.Where(row => row.Kind != ChangeKind.Rewritten)];

    public static PlanComparison Between(ComparedPlan old, ComparedPlan now)
    {
        var text = TextAlignment.Of(old.Parts, now.Parts);
        List<ComparisonRow> values =
        [
            .. FactComparison.Rows(old.Facts, now.Facts),
            .. IndicatorComparison.Rows(old.Indicators, now.Indicators),
        ];
        var restated = new RestatedValues(values, [.. old.Indicators, .. now.Indicators]);
        return new(
            [
                .. values,
                .. ComparisonRow.Joined(
                    TextComparison.Rows(text).Select(row => restated.Hold(row) ? row with { IsRestated = true } : row)
                ),
            ],
            text.IsCapped
        );
    }
}
