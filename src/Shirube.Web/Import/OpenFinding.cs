using Shirube.Documents;
using Shirube.Web.Values;

namespace Shirube.Web.Import;

/// <summary>
/// An error or a warning that stands beside no value of the review, so that a person has to tick it as seen.
/// </summary>
/// <param name="Key">Stays the same when the file is read again.</param>
public sealed record OpenFinding(string Key, Finding Finding)
{
    /// <summary>Of its box on the page.</summary>
    public string FieldId => "seen-" + Key.Replace(':', '-').Replace('/', '-');

    internal static IReadOnlyList<OpenFinding> Of(Reading reading, IEnumerable<ReadingGroup> groups)
    {
        var beside = groups.SelectMany(group => group.Values).Select(value => value.Pointer).ToHashSet();
        return
        [
            .. reading
                .Findings.Where(finding =>
                    finding.Severity != Severity.Note && (finding.Pointer is null || !beside.Contains(finding.Pointer))
                )
                .GroupBy(finding => $"{finding.Code}:{finding.Pointer}:{finding.At?.At.Line}")
                .SelectMany(same => same.Select((finding, at) => new OpenFinding($"{same.Key}:{at}", finding))),
        ];
    }
}
