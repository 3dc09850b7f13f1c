using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shirube.Governments;

internal sealed class RegisteredGovernmentMapping : IEntityTypeConfiguration<RegisteredGovernment>
{
    public void Configure(EntityTypeBuilder<RegisteredGovernment> entity)
    {
        entity.ToTable("government");
        entity.HasKey(government => government.GovernmentCode);
    }
}
