using System.Globalization;
using Shirube.Documents.Checks;

namespace Shirube.Documents.Stored;

/// <summary>
/// The findings of a reading that people corrected: what the readers said stays, as a note where a person has answered
/// it since; the checks are made anew on what holds now.
/// </summary>
internal static class CorrectedFindings
{
    public static Reading In(Reading reading, IReadOnlyList<Correction> corrections, SourceDocument document)
    {
        var pointers = corrections.Select(correction => correction.Pointer).ToHashSet();
        var said = reading
            .Findings.Where(finding => !finding.IsOfCheck)
            .Select(finding =>
                IsAnswered(finding, pointers, reading) ? finding with { Severity = Severity.Note } : finding
            )
            .ToList();
        var checks = DocumentChecks.Run(document, reading with { Findings = said });
        return reading with { Findings = [.. said, .. checks.Select(Placed)] };
    }

    /// <summary>A finding about one value of every indicator is answered when all of them are.</summary>
    private static bool IsAnswered(Finding finding, HashSet<string> corrected, Reading reading)
    {
        if (finding.Pointer is not { } pointer)
            return false;
        if (!pointer.Contains('*', StringComparison.Ordinal))
            return corrected.Contains(pointer);
        return reading.Indicators.Count > 0
            && Enumerable
                .Range(0, reading.Indicators.Count)
                .All(i =>
                    corrected.Contains(
                        pointer.Replace("*", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    )
                );
    }

    /// <summary>A value that a person put in where nothing was read stands nowhere in the document.</summary>
    private static Finding Placed(Finding finding) =>
        finding.At is { At.Line: 0 } ? finding with { At = null } : finding;
}
