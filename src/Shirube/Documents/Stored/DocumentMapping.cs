using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Approvals;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Documents.Stored;

internal sealed class SourceFileMapping : IEntityTypeConfiguration<SourceFile>
{
    public void Configure(EntityTypeBuilder<SourceFile> entity)
    {
        entity.HasKey(file => new { file.GovernmentCode, file.Sha256 });
        entity.HasOne<RegisteredGovernment>().WithMany().HasForeignKey(file => file.GovernmentCode);
    }
}

internal sealed class SourcePageMapping : IEntityTypeConfiguration<SourcePage>
{
    public void Configure(EntityTypeBuilder<SourcePage> entity)
    {
        entity.HasKey(page => new
        {
            page.GovernmentCode,
            page.Sha256,
            page.Page,
        });
        entity.HasOne<SourceFile>().WithMany().HasForeignKey(page => new { page.GovernmentCode, page.Sha256 });
    }
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> entity)
    {
        entity.HasKey(document => new { document.GovernmentCode, document.Number });
        entity.Property(document => document.Number).ValueGeneratedNever();
        entity.HasOne<RegisteredGovernment>().WithMany().HasForeignKey(document => document.GovernmentCode);
    }
}

internal sealed class DocumentVersionMapping : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> entity)
    {
        entity.HasVersionKey();
        entity.Property(version => version.Reading).HasColumnType("jsonb");
        entity
            .HasOne<Document>()
            .WithMany()
            .HasForeignKey(version => new { version.GovernmentCode, version.DocumentNumber });
        entity.HasOne<SourceFile>().WithMany().HasForeignKey(version => new { version.GovernmentCode, version.Sha256 });
        entity
            .HasOne<Approval>()
            .WithMany()
            .HasForeignKey(version => new { version.GovernmentCode, version.ApprovalNumber });
    }
}

internal sealed class StoredFindingMapping : IEntityTypeConfiguration<StoredFinding>
{
    public void Configure(EntityTypeBuilder<StoredFinding> entity)
    {
        entity.HasVersionKey(nameof(StoredFinding.Position));
        entity.IsPartOfVersion();
    }
}

internal sealed class CorrectionMapping : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> entity)
    {
        entity.HasVersionKey(nameof(Correction.Number));
        entity.IsPartOfVersion();
    }
}

internal sealed class LeftCorrectionMapping : IEntityTypeConfiguration<LeftCorrection>
{
    public void Configure(EntityTypeBuilder<LeftCorrection> entity)
    {
        entity.HasVersionKey(nameof(LeftCorrection.Number));
        entity.IsPartOfVersion();
    }
}
