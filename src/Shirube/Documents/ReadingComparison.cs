namespace Shirube.Documents;

/// <summary>Two transcriptions of one document: where their wording and their values differ.</summary>
public static class ReadingComparison
{
    public static IReadOnlyList<Finding> Compare(
        SourceDocument first,
        Reading firstReading,
        SourceDocument second,
        Reading secondReading
    ) => [];
}
