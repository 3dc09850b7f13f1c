namespace Shirube.Documents.Recognition.Plans;

/// <summary>The plan's name, authors, area, dates, cost, measure, chapters and verification.</summary>
internal static class PlanFields
{
    public static Reading Recognise(SourceDocument document) => new() { Kind = ReadingKind.Plan };
}
