using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Indicators;

namespace Shirube.Documents.Stored;

/// <summary>One version of a document as its pages show it.</summary>
public sealed record OpenDocument
{
    public required RegisteredGovernment Government { get; init; }
    public required Document Document { get; init; }
    public required DocumentVersion Version { get; init; }

    /// <summary>All versions, the newest first.</summary>
    public required IReadOnlyList<VersionHeading> Versions { get; init; }
    public required Reading Reading { get; init; }

    /// <summary>What people chose for each indicator, in the order of the reading's.</summary>
    public required IReadOnlyList<ChosenBasis> Bases { get; init; }
    public required IReadOnlyList<Correction> Corrections { get; init; }

    /// <summary>Corrections of the version before that this one does not bear out.</summary>
    public required IReadOnlyList<LeftCorrection> Left { get; init; }

    /// <summary>Indicators of a joint plan that other governments keep.</summary>
    public required IReadOnlyList<DocumentPart> Parts { get; init; }
    public required string FileName { get; init; }

    /// <summary>As of <see cref="SourceDocument.HasPages"/>.</summary>
    public required bool HasPages { get; init; }

    /// <summary>The document has no title of its own, or a person took it away: the name is that of the file.</summary>
    public bool IsNamedAfterFile => string.IsNullOrWhiteSpace(Version.Title);

    /// <summary>Those that a person still has to decide: nobody put in a value or took this version's since.</summary>
    public IEnumerable<LeftCorrection> Undecided =>
        Left.Where(left =>
            left is { Result: CarryResult.Changed, DecidedAt: null }
            && Corrections.All(correction => correction.Pointer != left.Pointer)
        );

    /// <summary>Who alone puts this value right.</summary>
    public GovernmentCode KeeperOf(string pointer) =>
        Parts.FirstOrDefault(part => part.Holds(pointer))?.KeptBy ?? Document.GovernmentCode;

    public bool IsNewest => Version.VersionNumber == Versions[0].Number;

    /// <summary>Of this document's own pages; an older version says its number.</summary>
    public string Address(string page = "") => Document.Address + page + (IsNewest ? "" : Query("version"));

    public string EvidenceAddress(string pointer) =>
        $"{Document.Address}/evidence?pointer={Uri.EscapeDataString(pointer)}{(IsNewest ? "" : Query("version").Replace('?', '&'))}#passage";

    /// <summary>Where the figures of an indicator are said to be flows, increments, levels or totals.</summary>
    /// <param name="indicator">Its place in the reading, from 0.</param>
    public string BasisAddress(int indicator) =>
        Address(string.Create(CultureInfo.InvariantCulture, $"/indicators/{indicator + 1}/basis"));

    private string Query(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"?{name}={Version.VersionNumber}");

    /// <summary>A value of this version that a person put in place of what was read, or took away.</summary>
    public bool IsCorrected(string pointer) => Corrections.Any(correction => correction.Pointer == pointer);

    /// <summary>The version of that number, the newest where none is given; null when there is no such document or version.</summary>
    public static async Task<OpenDocument?> FindAsync(
        ShirubeDb db,
        string code,
        int number,
        int? versionNumber,
        CancellationToken cancel
    )
    {
        if (!GovernmentCode.TryParse(code, out var government) || government.Value != code)
            return null;
        var document = await db
            .Documents.AsNoTracking()
            .SingleOrDefaultAsync(row => row.GovernmentCode == government && row.Number == number, cancel);
        if (document is null)
            return null;
        var versions = await db
            .Versions.Of(government, number)
            .Select(row => new VersionHeading(row.VersionNumber, row.ImportedAt, row.ApprovalNumber))
            .ToListAsync(cancel);
        return versions.Find(row => versionNumber is null || row.Number == versionNumber) is { } asked
            ? await OfAsync(db, document, new VersionKey(government, number, asked.Number), versions, cancel)
            : null;
    }

    private static async Task<OpenDocument> OfAsync(
        ShirubeDb db,
        Document document,
        VersionKey key,
        IReadOnlyList<VersionHeading> versions,
        CancellationToken cancel
    )
    {
        var version = await db.Versions.AsNoTracking().In(key).SingleAsync(cancel);
        var corrections = await db.Corrections.OfAsync(key, cancel);
        var left = await db.LeftCorrections.AsNoTracking().In(key).OrderBy(one => one.Number).ToListAsync(cancel);
        await DoerNames.FillAsync(db, corrections, left, cancel);
        var file = await db
            .SourceFiles.Where(file => file.GovernmentCode == key.Government && file.Sha256 == version.Sha256)
            .Select(file => new
            {
                file.FileName,
                Pages = db.SourcePages.Count(page =>
                    page.GovernmentCode == key.Government && page.Sha256 == version.Sha256
                ),
            })
            .SingleAsync(cancel);
        using var transcript = new Transcript(version.Reading);
        var stored = new StoredReading(transcript, corrections.Select(correction => correction.Pointer).ToHashSet());
        var parts = await PartsAsync(db, key, cancel);
        var reading = stored.Of(document, version, parts);
        return new OpenDocument
        {
            Government = await db
                .Governments.AsNoTracking()
                .SingleAsync(row => row.GovernmentCode == key.Government, cancel),
            Document = document,
            Version = version,
            Versions = versions,
            Reading =
                corrections.Count == 0
                    ? reading
                    : CorrectedFindings.In(reading, corrections, await SourceText.OfAsync(db, version, cancel)),
            Bases = [.. parts.Indicators.Select(row => new ChosenBasis(row.TargetBasis, row.Direction))],
            Corrections = corrections,
            Left = left,
            Parts = await db.DocumentParts.AsNoTracking().In(key).ToListAsync(cancel),
            FileName = file.FileName,
            HasPages = file.Pages > 1,
        };
    }

    private static async Task<StoredParts> PartsAsync(ShirubeDb db, VersionKey key, CancellationToken cancel) =>
        new(
            await db.Plans.AsNoTracking().In(key).SingleOrDefaultAsync(cancel),
            await SheetAsync(db, key, cancel),
            await db.Authors.AsNoTracking().In(key).OrderBy(row => row.Position).ToListAsync(cancel),
            await db.Chapters.AsNoTracking().In(key).OrderBy(row => row.Position).ToListAsync(cancel),
            await db
                .Indicators.AsNoTracking()
                .In(key)
                .Include(row => row.Figures)
                .OrderBy(row => row.Position)
                .ToListAsync(cancel),
            await db
                .PlanVerifications.AsNoTracking()
                .In(key)
                .Include(row => row.Seats)
                .OrderBy(row => row.Position)
                .ToListAsync(cancel),
            await db
                .Policies.AsNoTracking()
                .In(key)
                .Include(row => row.Measures)
                .OrderBy(row => row.Position)
                .ToListAsync(cancel),
            await db.Findings.AsNoTracking().In(key).OrderBy(row => row.Position).ToListAsync(cancel)
        );

    private static async Task<Verification.VerificationSheet?> SheetAsync(
        ShirubeDb db,
        VersionKey key,
        CancellationToken cancel
    )
    {
        var sheet = await db
            .Sheets.AsNoTracking()
            .In(key)
            .Include(row => row.Rows)
                .ThenInclude(row => row.Indicators)
            .SingleOrDefaultAsync(cancel);
        sheet?.Rows.Sort((left, right) => left.Position.CompareTo(right.Position));
        return sheet;
    }
}

/// <summary>One version of a document as lists name it.</summary>
/// <param name="Approval">Number of the approval that decided it; null for one that was imported.</param>
public sealed record VersionHeading(int Number, DateTimeOffset ImportedAt, int? Approval);
