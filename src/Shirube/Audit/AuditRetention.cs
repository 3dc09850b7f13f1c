using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shirube.Audit;

/// <summary>監査記録の保存期間, where an office has set one; otherwise the records are kept for ever.</summary>
public sealed class AuditRetention
{
    /// <summary>What a shorter time could hide an attack behind; the database refuses it too.</summary>
    public const int YearsAtLeast = 3;
    public const int YearsAtMost = 100;

    public required string Trail { get; init; }
    public int Years { get; set; }
}

internal sealed class AuditRetentionMapping : IEntityTypeConfiguration<AuditRetention>
{
    public void Configure(EntityTypeBuilder<AuditRetention> entity) => entity.HasKey(retention => retention.Trail);
}
