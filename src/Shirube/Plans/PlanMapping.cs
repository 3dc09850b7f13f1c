using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Data;

namespace Shirube.Plans;

internal sealed class PlanVersionMapping : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> entity)
    {
        entity.HasVersionKey();
        entity.IsPartOfVersion();
        entity.Ignore(plan => plan.Start);
    }
}

internal sealed class AuthorMapping : IEntityTypeConfiguration<Author>
{
    public void Configure(EntityTypeBuilder<Author> entity)
    {
        entity.HasVersionKey(nameof(Author.Position));
        entity.IsPartOfVersion();
    }
}

internal sealed class ChapterMapping : IEntityTypeConfiguration<Chapter>
{
    public void Configure(EntityTypeBuilder<Chapter> entity)
    {
        entity.HasVersionKey(nameof(Chapter.Position));
        entity.IsPartOfVersion();
    }
}

internal sealed class PolicyMapping : IEntityTypeConfiguration<Policy>
{
    public void Configure(EntityTypeBuilder<Policy> entity)
    {
        entity.HasVersionKey(nameof(Policy.Position));
        entity.IsPartOfVersion();
        entity.HasParts(policy => policy.Measures, nameof(Measure.PolicyPosition));
    }
}

internal sealed class MeasureMapping : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> entity) =>
        entity.HasVersionKey(nameof(Measure.PolicyPosition), nameof(Measure.Position));
}

internal sealed class PlanVerificationMapping : IEntityTypeConfiguration<PlanVerification>
{
    public void Configure(EntityTypeBuilder<PlanVerification> entity)
    {
        entity.HasVersionKey(nameof(PlanVerification.Position));
        entity.IsPartOfVersion();
        entity.HasParts(verification => verification.Seats, nameof(CouncilSeat.VerificationPosition));
    }
}

internal sealed class CouncilSeatMapping : IEntityTypeConfiguration<CouncilSeat>
{
    public void Configure(EntityTypeBuilder<CouncilSeat> entity) =>
        entity.HasVersionKey(nameof(CouncilSeat.VerificationPosition), nameof(CouncilSeat.Position));
}
