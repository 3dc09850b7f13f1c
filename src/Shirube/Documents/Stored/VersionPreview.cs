using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>
/// What an import would do to a document that is there: the number of the new version, how much of each part it holds
/// beside the version before, and what becomes of the corrections.
/// </summary>
/// <param name="Name">Of the document.</param>
/// <param name="Address">Of its page.</param>
/// <param name="Version">The number that the file would get, from 2.</param>
public sealed record VersionPreview(
    string Name,
    string Address,
    int Version,
    IReadOnlyList<PartCount> Parts,
    IReadOnlyList<CarriedCorrection> Corrections
)
{
    public static VersionPreview Of(
        Document document,
        DocumentVersion earlier,
        IReadOnlyList<Correction> corrections,
        Reading next
    )
    {
        using var before = new Transcript(earlier.Reading);
        using var now = Transcript.Of(next);
        return new(
            document.Name,
            document.Address,
            earlier.VersionNumber + 1,
            PartCount.Of(before, now),
            CorrectionCarry.Of(before, corrections, now)
        );
    }

    /// <param name="title">As it will be stored: read, or put right by the person who imports.</param>
    /// <returns>Null when the file would be a new document.</returns>
    public static async Task<VersionPreview?> FindAsync(
        ShirubeDb db,
        GovernmentCode government,
        string? title,
        string fileName,
        Reading reading,
        CancellationToken cancel = default
    )
    {
        var name = DocumentName.Of(title, fileName);
        if (
            await DocumentName.FindAsync(db, government, reading.Kind, name, cancel) is not { } document
            || await db.Versions.NewestAsync(document, cancel) is not { } earlier
        )
            return null;
        return Of(document, earlier, await db.Corrections.OfAsync(earlier.VersionKey, cancel), reading);
    }
}

/// <summary>How many indicators, rows, policies … two versions hold.</summary>
/// <param name="Part">Its name in the reading contract: <c>indicators</c>, <c>rows</c>, <c>policies</c>, <c>verification</c>, <c>chapters</c>.</param>
public sealed record PartCount(string Part, int Before, int Now)
{
    private static readonly string[] Parts = ["indicators", "rows", "policies", "verification", "chapters"];

    /// <summary>Those that either has.</summary>
    internal static IReadOnlyList<PartCount> Of(Transcript before, Transcript now) =>
        [
            .. Parts
                .Select(part => new PartCount(part, before.CountOf(part), now.CountOf(part)))
                .Where(part => part.Before > 0 || part.Now > 0),
        ];
}
