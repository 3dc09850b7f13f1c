using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Documents.Stored;

/// <summary>分担: an indicator of a joint plan that another of its authors keeps. What nobody has is its owner's.</summary>
public sealed class DocumentPart : VersionPart
{
    /// <summary>The indicator's place in the reading, from 0.</summary>
    public int IndicatorPosition { get; init; }
    public GovernmentCode KeptBy { get; init; }

    /// <summary>The value of the pointer is one of this part's.</summary>
    public bool Holds(string pointer) =>
        pointer.StartsWith($"/indicators/{IndicatorPosition}/", StringComparison.Ordinal);
}

internal sealed class DocumentPartMapping : IEntityTypeConfiguration<DocumentPart>
{
    public void Configure(EntityTypeBuilder<DocumentPart> entity)
    {
        entity.HasVersionKey(nameof(DocumentPart.IndicatorPosition));
        entity.IsPartOfVersion();
    }
}
