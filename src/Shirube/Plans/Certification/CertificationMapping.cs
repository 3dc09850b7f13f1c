using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Plans.Writing;

namespace Shirube.Plans.Certification;

internal sealed class CertificationRoundMapping : IEntityTypeConfiguration<CertificationRound>
{
    public void Configure(EntityTypeBuilder<CertificationRound> entity) =>
        entity.HasDraftKey(nameof(CertificationRound.Number));
}

internal sealed class CertificationStepMapping : IEntityTypeConfiguration<CertificationStep>
{
    public void Configure(EntityTypeBuilder<CertificationStep> entity) =>
        entity.HasDraftKey(nameof(CertificationStep.RoundNumber), nameof(CertificationStep.Number));
}
