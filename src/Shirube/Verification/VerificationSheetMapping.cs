using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Data;

namespace Shirube.Verification;

internal sealed class VerificationSheetMapping : IEntityTypeConfiguration<VerificationSheet>
{
    public void Configure(EntityTypeBuilder<VerificationSheet> entity)
    {
        entity.HasVersionKey();
        entity.IsPartOfVersion();
        entity.HasParts(sheet => sheet.Rows);
    }
}

internal sealed class SheetRowMapping : IEntityTypeConfiguration<SheetRow>
{
    public void Configure(EntityTypeBuilder<SheetRow> entity)
    {
        entity.HasVersionKey(nameof(SheetRow.Position));
        entity.HasParts(row => row.Indicators, nameof(SheetIndicator.RowPosition));
    }
}

internal sealed class SheetIndicatorMapping : IEntityTypeConfiguration<SheetIndicator>
{
    public void Configure(EntityTypeBuilder<SheetIndicator> entity) =>
        entity.HasVersionKey(nameof(SheetIndicator.RowPosition), nameof(SheetIndicator.Position));
}
