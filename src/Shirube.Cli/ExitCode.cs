using Shirube.Documents;

namespace Shirube.Cli;

/// <summary>What the commands that read documents return, as the reading contract fixes it.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Read = Done;
    public const int ReadWithErrors = 1;
    public const int NotReadable = 2;

    /// <summary>A case could not be judged; the others were.</summary>
    public const int Refused = 1;

    /// <summary>A trail of the audit is not whole.</summary>
    public const int NotWhole = 1;

    /// <summary>The command ended before its work was done; nothing half-done was stored.</summary>
    public const int Failed = 4;

    /// <summary>The site could not take its address.</summary>
    public const int NotServed = 2;

    /// <summary>The database is not there, or ended.</summary>
    public const int DatabaseUnusable = 3;

    public static int Of(Reading reading) =>
        reading.Findings.Any(finding => finding.Severity == Severity.Error) ? ReadWithErrors : Read;
}
