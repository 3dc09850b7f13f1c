namespace Shirube.Documents.Recognition;

/// <summary>A policy outline: policies and their measures.</summary>
internal static class PolicyRecogniser
{
    public static Reading Recognise(SourceDocument document) => new() { Kind = ReadingKind.PolicyOutline };
}
