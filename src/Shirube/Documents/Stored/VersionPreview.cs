using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>
/// What an import would do to a document that is there: the number of the new version, how much of each part it holds
/// beside the version before, which values it will hold otherwise, and what becomes of the corrections.
/// </summary>
/// <param name="Name">Of the document.</param>
/// <param name="Address">Of its page.</param>
/// <param name="Version">The number that the file would get, from 2.</param>
public sealed record VersionPreview(
    string Name,
    string Address,
    int Version,
    IReadOnlyList<PartCount> Parts,
    IReadOnlyList<ValueChange> Changes,
    IReadOnlyList<CarriedCorrection> Corrections
)
{
    private static readonly Dictionary<string, string?> None = [];

    /// <param name="given">What the person who imports puts in place of what was read, by pointer.</param>
    public static VersionPreview Of(
        Document document,
        DocumentVersion earlier,
        IReadOnlyList<Correction> corrections,
        Reading next,
        IReadOnlyDictionary<string, string?>? given = null
    )
    {
        using var before = new Transcript(earlier.Reading);
        using var now = Transcript.Of(next);
        var carried = CorrectionCarry.Of(before, corrections, now);
        return new(
            document.Name,
            document.Address,
            earlier.VersionNumber + 1,
            PartCount.Of(before, now),
            new ValueChanges(before, Held(corrections), now, Held(carried, given ?? None)).All(),
            carried
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
        IReadOnlyDictionary<string, string?>? given = null,
        CancellationToken cancel = default
    )
    {
        var name = DocumentName.Of(title, fileName);
        if (
            await DocumentName.FindAsync(db, government, reading.Kind, name, cancel) is not { } document
            || await db.Versions.NewestAsync(document, cancel) is not { } earlier
        )
            return null;
        return Of(document, earlier, await db.Corrections.OfAsync(earlier.VersionKey, cancel), reading, given);
    }

    private static Dictionary<string, string?> Held(IEnumerable<Correction> corrections) =>
        corrections
            .GroupBy(correction => correction.Pointer)
            .ToDictionary(chain => chain.Key, chain => chain.Last().After);

    private static Dictionary<string, string?> Held(
        IEnumerable<CarriedCorrection> carried,
        IReadOnlyDictionary<string, string?> given
    )
    {
        var held = new Dictionary<string, string?>(given);
        foreach (var one in carried.Where(one => one.Result == CarryResult.Carried))
            held.TryAdd(one.Pointer!, one.Correction.After);
        return held;
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
                .Select(part => new PartCount(part, before.CountAt("/" + part), now.CountAt("/" + part)))
                .Where(part => part.Before > 0 || part.Now > 0),
        ];
}
