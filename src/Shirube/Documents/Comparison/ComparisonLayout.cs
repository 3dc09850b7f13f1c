using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Documents.Comparison;

/// <summary>On which side of 新旧対照表 the new text stands.</summary>
public enum NewSide
{
    Left,
    Right,
}

/// <summary>新旧対照表の様式 of an office.</summary>
public sealed class ComparisonLayout
{
    public const int NameMaxLength = 20;

    public required GovernmentCode GovernmentCode { get; init; }
    public NewSide NewSide { get; set; }

    /// <summary>Heading of the new column: 改正後, 新, 変更後 or words of its own.</summary>
    public required string NewName { get; set; }
    public required string OldName { get; set; }

    /// <summary>Pairs of headings that offices use.</summary>
    public static IReadOnlyList<(string New, string Old)> Usual { get; } =
    [("改正後", "改正前"), ("新", "旧"), ("変更後", "変更前")];

    /// <summary>As stored, or as most offices have it.</summary>
    public static async Task<ComparisonLayout> OfAsync(
        ShirubeDb db,
        GovernmentCode government,
        CancellationToken cancel = default
    ) =>
        await db.ComparisonLayouts.AsNoTracking().SingleOrDefaultAsync(row => row.GovernmentCode == government, cancel)
        ?? new()
        {
            GovernmentCode = government,
            NewName = Usual[0].New,
            OldName = Usual[0].Old,
        };
}

internal sealed class ComparisonLayoutMapping : IEntityTypeConfiguration<ComparisonLayout>
{
    public void Configure(EntityTypeBuilder<ComparisonLayout> entity) => entity.HasKey(row => row.GovernmentCode);
}
