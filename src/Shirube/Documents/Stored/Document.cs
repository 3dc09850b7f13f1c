using Shirube.Documents.Text;
using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>文書: a plan, a verification sheet, a policy outline or a table of KPIs, through all its versions.</summary>
public sealed class Document
{
    public const int NameMaxLength = 400;

    public GovernmentCode GovernmentCode { get; init; }

    /// <summary>Counts from 1 within the government and never changes: the page's address rests on it.</summary>
    public int Number { get; init; }
    public ReadingKind Kind { get; init; }
    public required string Name { get; set; }

    /// <summary>What makes two files versions of one document, with <see cref="Kind"/>.</summary>
    public required string FoldedName { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    public string Address => AddressOf(GovernmentCode, Number);

    public static string AddressOf(GovernmentCode government, int number) =>
        $"/governments/{government}/documents/{number}";

    public static string Fold(string name) => Folding.Squeeze(Folding.FoldNumeric(name)).ToUpperInvariant();
}
