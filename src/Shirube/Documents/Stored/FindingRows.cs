using System.Globalization;
using Shirube.Data;

namespace Shirube.Documents.Stored;

/// <summary>The findings of a reading as rows of its version.</summary>
internal static class FindingRows
{
    public static IEnumerable<VersionPart> Of(Reading reading, VersionKey key) => key.Each(reading.Findings, Row);

    private static StoredFinding Row(Finding finding, int position) =>
        new()
        {
            Position = position,
            Code = finding.Code,
            Severity = finding.Severity,
            Arguments =
            [
                .. finding.Arguments.Select(argument =>
                    Storable.Text(Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "")
                ),
            ],
            Pointer = finding.Pointer,
            Page = finding.At?.At.Page,
            Line = finding.At?.At.Line,
            EndLine = finding.At?.At.EndLine,
            Passage = Storable.TextOrNull(finding.At?.At.Text),
        };
}
