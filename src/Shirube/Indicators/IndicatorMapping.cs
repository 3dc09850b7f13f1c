using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Data;

namespace Shirube.Indicators;

internal sealed class IndicatorMapping : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> entity)
    {
        entity.HasVersionKey(nameof(Indicator.Position));
        entity.IsPartOfVersion();
        entity.HasParts(indicator => indicator.Figures, nameof(IndicatorFigure.IndicatorPosition));
    }
}

internal sealed class IndicatorFigureMapping : IEntityTypeConfiguration<IndicatorFigure>
{
    public void Configure(EntityTypeBuilder<IndicatorFigure> entity) =>
        entity.HasVersionKey(
            nameof(IndicatorFigure.IndicatorPosition),
            nameof(IndicatorFigure.Role),
            nameof(IndicatorFigure.Position)
        );
}
