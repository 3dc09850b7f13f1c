namespace Shirube.Documents.Comparison;

/// <summary>Two transcriptions of one document: where their values and their wording differ.</summary>
public static class ReadingComparison
{
    /// <summary>Findings on the first document; their evidence stands in it unless only the second has the passage.</summary>
    public static IReadOnlyList<Finding> Compare(
        SourceDocument first,
        Reading firstReading,
        SourceDocument second,
        Reading secondReading
    ) =>
        [
            .. ValueComparison.Compare(firstReading, secondReading),
            .. WordingComparison.Compare(first, firstReading, second),
        ];
}
