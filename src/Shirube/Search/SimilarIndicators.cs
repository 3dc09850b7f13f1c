using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Governments;
using Shirube.Indicators;
using Shirube.Permissions;

namespace Shirube.Search;

/// <summary>
/// 似た指標: KPIs of other documents whose names share pairs of characters with this one's, of what the asker may see.
/// Alike in name is not alike in meaning: unit and basis stand beside it.
/// </summary>
public sealed class SimilarIndicators(ShirubeDb db)
{
    public const int AtMost = 40;

    /// <summary>Less of two names in common is chance: 利用者数 alone.</summary>
    private const double Least = 0.4;

    private const string Question = """
        select alike.government_code, alike.number, alike.version, alike.place, alike.written, document.name,
            coalesce(indicator.unit, sheet_indicator.unit), indicator.basis, indicator.target_basis
        from search_similar($1, $2, $3, $4, $5, $6) alike
        join document on document.government_code = alike.government_code and document.number = alike.number
        left join indicator on indicator.government_code = alike.government_code
            and indicator.document_number = alike.number and indicator.version_number = alike.version
            and alike.place = '/indicators/' || indicator.position || '/name'
        left join sheet_indicator on sheet_indicator.government_code = alike.government_code
            and sheet_indicator.document_number = alike.number and sheet_indicator.version_number = alike.version
            and alike.place = '/rows/' || row_position || '/indicators/' || sheet_indicator.position || '/name'
        """;

    /// <param name="of">The indicator that others are held against.</param>
    /// <exception cref="NotPermittedException">The asker reads no documents.</exception>
    public async Task<IReadOnlyList<SimilarIndicator>> ExecuteAsync(
        Asker asker,
        ComparedIndicator of,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.ReadDocuments);
        var folded = FoldedText.Fold(of.Name);
        if (folded.Length == 0 || db.Scope.Government is not { } ours)
            return [];
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = new NpgsqlCommand(Question, (NpgsqlConnection)db.Database.GetDbConnection())
            {
                Parameters =
                {
                    new() { Value = ours.Value },
                    new() { Value = SearchKeys.Pairs(folded) },
                    new() { Value = SearchKeys.Of(SearchKind.Indicator) },
                    new() { Value = of.Government.Value },
                    new() { Value = of.Document },
                    new() { Value = AtMost },
                },
            };
            var found = new List<SimilarIndicator>();
            await using var row = await command.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
                found.Add(SimilarOf(row, of, folded));
            return
            [
                .. found
                    .Where(one => one.Likeness >= Least)
                    .OrderByDescending(one => one.Likeness)
                    .ThenByDescending(one => one.IsSameUnit),
            ];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static SimilarIndicator SimilarOf(NpgsqlDataReader row, ComparedIndicator of, string folded)
    {
        var name = row.GetString(4);
        var unit = row.IsDBNull(6) ? null : row.GetString(6);
        return new(
            new SubjectKey(
                GovernmentCode.Parse(row.GetString(0)),
                SearchSubject.Document,
                row.GetInt32(1),
                row.GetInt32(2)
            ),
            row.GetString(5),
            row.GetString(3),
            SharedPairs.In(name, folded),
            unit,
            row.IsDBNull(7) ? null : Enum.Parse<PrintedBasis>(row.GetString(7)),
            row.IsDBNull(8) ? null : Enum.Parse<TargetBasis>(row.GetString(8)),
            SharedPairs.Likeness(FoldedText.Fold(name), folded),
            unit is not null && of.Unit is not null && FoldedText.Fold(unit) == FoldedText.Fold(of.Unit)
        );
    }
}

/// <summary>The indicator that others are held against.</summary>
public sealed record ComparedIndicator(GovernmentCode Government, int Document, string Name, string? Unit);

/// <summary>An indicator whose name is like another's.</summary>
/// <param name="DocumentName">Of the document that prints it.</param>
/// <param name="Place">A JSON pointer of its reading.</param>
/// <param name="Name">What both names share is marked.</param>
/// <param name="Basis">As its table's heading says; null on a verification sheet.</param>
/// <param name="Likeness">Dice's measure of the names' pairs of characters, 0 to 1.</param>
public sealed record SimilarIndicator(
    SubjectKey Subject,
    string DocumentName,
    string Place,
    IReadOnlyList<PassagePart> Name,
    string? Unit,
    PrintedBasis? Basis,
    TargetBasis? TargetBasis,
    double Likeness,
    bool IsSameUnit
);
