using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shirube.People;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> entity)
    {
        entity.HasKey(person => person.PersonId);
        entity.Property(person => person.PersonId).ValueGeneratedNever();
    }
}

internal sealed class DepartmentMapping : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> entity)
    {
        entity.HasKey(department => new { department.GovernmentCode, department.Number });
        entity.Property(department => department.Number).ValueGeneratedNever();
    }
}

internal sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> entity)
    {
        entity.HasKey(post => new { post.GovernmentCode, post.Number });
        entity.Property(post => post.Number).ValueGeneratedNever();
        entity.HasOne<Person>().WithMany().HasForeignKey(post => post.PersonId);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> entity)
    {
        entity.HasKey(invitation => invitation.SecretHash);
        entity.HasOne<Person>().WithMany().HasForeignKey(invitation => invitation.PersonId);
    }
}
