using Shirube.Documents;
using Shirube.Indicators;

namespace Shirube.Web.Values;

/// <summary>One value of a reading as a page lists it; null <paramref name="Value"/> means not there or not certain.</summary>
/// <param name="Pointer">JSON pointer in the reading's own JSON.</param>
/// <param name="Label">In the language of the page.</param>
public sealed record ReadingValue(string Pointer, string Label, ValueKind Kind, object? Value, Evidence? Evidence)
{
    public FigureState State { get; init; } = FigureState.Final;

    /// <summary>What was found about this very value.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public string Shown => ValueText.Show(Kind, Value);

    /// <summary>A person should look: its place was inferred, it was worked out, or a finding speaks against it.</summary>
    public bool IsDoubtful =>
        Evidence is { Certainty: not (Certainty.Printed or Certainty.Corrected) }
        || Findings.Any(finding => finding.Severity != Severity.Note);
}

/// <summary>Values that belong together: the plan itself, one indicator, one project of a sheet.</summary>
public sealed record ReadingGroup(string Id, string Title, IReadOnlyList<ReadingValue> Values);
