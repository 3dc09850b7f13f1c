using Shirube.Documents;
using static Shirube.Web.Texts;

namespace Shirube.Web.Values;

/// <summary>How many findings of each severity: counted and said alike wherever findings stand.</summary>
internal static class FindingsCount
{
    public static string Of(IReadOnlyCollection<Finding> findings) =>
        T(
            "Findings.Count",
            findings.Count(finding => finding.Severity == Severity.Error),
            findings.Count(finding => finding.Severity == Severity.Warning),
            findings.Count(finding => finding.Severity == Severity.Note)
        );
}
