namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>Labels and names that narrow cells broke, line beside line.</summary>
internal static class WrappedLabels
{
    /// <summary>Which line of a name belongs to which KPI cannot be told from the lines: no name is given.</summary>
    public static Dictionary<int, Read<string>> Names(TableText text) => [];
}
