using Shirube.Documents;

namespace Shirube.Web.Values;

/// <summary>別添: which of them a document has; one that could not be read as it stands has its finding.</summary>
internal static class AnnexPart
{
    public const string Tree = "/tree";
    public const string Schedule = "/schedule";
    public const string Funding = "/funding";
    public const string Shares = "/privateShares";

    public static bool IsTree(Reading reading) => reading.Tree.Count + reading.Links.Count > 0 || IsOpen(reading, Tree);

    public static bool IsSchedule(Reading reading) => reading.Schedule.Count > 0 || IsOpen(reading, Schedule);

    public static bool IsFunding(Reading reading) =>
        reading.Funding.Count + reading.PrivateShares.Count > 0 || IsOpen(reading, Funding) || IsOpen(reading, Shares);

    /// <summary>Something of the part stays open, and a finding says why.</summary>
    public static bool IsOpen(Reading reading, string pointer) =>
        reading.Findings.Any(finding => finding.Pointer == pointer && finding.Severity != Severity.Note);
}
