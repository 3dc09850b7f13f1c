using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>共有: lets another government read a document, all its versions and its source: a joint plan's other authors.</summary>
public sealed class DocumentShare
{
    public GovernmentCode GovernmentCode { get; init; }
    public int DocumentNumber { get; init; }
    public GovernmentCode SharedWith { get; init; }
    public DateTimeOffset SharedAt { get; init; }
}

internal sealed class DocumentShareMapping : IEntityTypeConfiguration<DocumentShare>
{
    public void Configure(EntityTypeBuilder<DocumentShare> entity)
    {
        entity.HasKey(share => new
        {
            share.GovernmentCode,
            share.DocumentNumber,
            share.SharedWith,
        });
        entity.HasOne<Document>().WithMany().HasForeignKey(share => new { share.GovernmentCode, share.DocumentNumber });
    }
}
