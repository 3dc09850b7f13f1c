using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Documents.Stored;

namespace Shirube.Documents.Comparison;

/// <summary>新旧対照 of two versions of a document, as its page and its files show it.</summary>
public sealed record OpenComparison
{
    public required OpenDocument Old { get; init; }
    public required OpenDocument New { get; init; }
    public required PlanComparison Comparison { get; init; }

    /// <summary>Null for what is no plan: only plans are certified.</summary>
    public required ChangeProposal? Proposal { get; init; }

    /// <summary>On these two versions, the one that holds first; none for who only reads what another government shares.</summary>
    public required IReadOnlyList<ChangeDecision> Decisions { get; init; }

    /// <summary>Of the government that shows it: the asker's own.</summary>
    public required ComparisonLayout Layout { get; init; }

    /// <summary>Names of those who decided, by their number, as far as they may be known.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>Passages that are only written differently.</summary>
    public int Rewritten => Comparison.Rows.Count(row => row.Kind == ChangeKind.Rewritten);

    /// <param name="whole">What stayed and what is only written differently too.</param>
    public IReadOnlyList<ComparisonRow> Rows(bool whole) => Comparison.Shown(whole);

    /// <param name="ending">One of <see cref="ComparisonFile.Endings"/>.</param>
    /// <param name="whole">As of <see cref="Rows"/>.</param>
    public ComparisonFile File(string ending, bool whole) =>
        ComparisonFile.Of(FileName, ending, Head, Layout, Comparison, whole);

    public ComparisonHead Head =>
        new(
            New.Government.Name,
            New.Document.Name,
            ComparisonText.Of(
                "Sheet.Versions",
                Layout.OldName,
                Old.Version.VersionNumber,
                Layout.NewName,
                New.Version.VersionNumber
            ),
            [
                .. Decisions is [var decided, ..]
                    ? [ComparisonText.Of("Sheet.Decided", ComparisonText.Of(decided.Decided), decided.Reason)]
                    : Proposal?.Lines ?? [],
            ]
        );

    public string Address => AddressOf("");

    /// <summary>Of a file of it, without its ending.</summary>
    public string FileName =>
        Writing.FileName.Of(
            New.Document.Name,
            ComparisonText.Of("File.Versions", Old.Version.VersionNumber, New.Version.VersionNumber),
            ""
        );

    /// <param name="page">Behind <c>/comparison</c>: nothing, or <c>.docx</c>.</param>
    public string AddressOf(string page) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{New.Document.Address}/comparison{page}?old={Old.Version.VersionNumber}&new={New.Version.VersionNumber}"
        );

    /// <summary>
    /// The two newest versions where none are named; with one, the one before or after it. Null when there is no such
    /// document or version.
    /// </summary>
    public static async Task<OpenComparison?> FindAsync(
        ShirubeDb db,
        string code,
        int number,
        int? oldVersion,
        int? newVersion,
        CancellationToken cancel
    )
    {
        if (await OpenDocument.FindAsync(db, code, number, newVersion, cancel) is not { } now)
            return null;
        var before = oldVersion ?? Math.Max(1, now.Version.VersionNumber - 1);
        if (await OpenDocument.FindAsync(db, code, number, before, cancel) is not { } old)
            return null;
        var comparison = PlanComparison.Between(ComparedPlan.Of(old.Reading), ComparedPlan.Of(now.Reading));
        var decisions = await db
            .ChangeDecisions.AsNoTracking()
            .Where(row =>
                row.GovernmentCode == now.Document.GovernmentCode
                && row.DocumentNumber == number
                && row.OldVersion == before
                && row.NewVersion == now.Version.VersionNumber
            )
            .OrderByDescending(row => row.Number)
            .ToListAsync(cancel);
        var people = decisions.Select(row => row.PersonId).OfType<Guid>().ToHashSet();
        return new()
        {
            Old = old,
            New = now,
            Comparison = comparison,
            Proposal = now.Document.Kind == ReadingKind.Plan ? ChangeProposal.Of(comparison) : null,
            Decisions = decisions,
            Layout = await ComparisonLayout.OfAsync(db, db.Scope.Government ?? now.Document.GovernmentCode, cancel),
            Names =
                people.Count == 0
                    ? new Dictionary<Guid, string>()
                    : await db
                        .People.Where(person => people.Contains(person.PersonId))
                        .ToDictionaryAsync(person => person.PersonId, person => person.Name, cancel),
        };
    }
}
