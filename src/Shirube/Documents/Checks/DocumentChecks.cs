namespace Shirube.Documents.Checks;

/// <summary>
/// Looks at what was read as an experienced officer would before handing it in. A check never changes a figure; it
/// says what is wrong, where, and what to do. Every code stands in <c>docs/checks.md</c>.
/// </summary>
public static class DocumentChecks
{
    public static IReadOnlyList<Finding> Run(SourceDocument document, Reading reading) =>
        [
            .. TextChecks.Run(document),
            .. reading.Kind switch
            {
                ReadingKind.Plan => PlanChecks.Run(document, reading).Concat(IndicatorChecks.Run(reading)),
                ReadingKind.IndicatorTable => IndicatorChecks.Run(reading),
                ReadingKind.VerificationSheet => SheetChecks.Run(reading),
                ReadingKind.PolicyOutline => PolicyChecks
                    .Run(reading)
                    // An outline without KPIs is whole.
                    .Concat(reading.Indicators.Count > 0 ? IndicatorChecks.Run(reading) : []),
                _ => [],
            },
        ];
}
