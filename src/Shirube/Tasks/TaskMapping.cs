using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shirube.Tasks;

internal sealed class WorkTaskMapping : IEntityTypeConfiguration<WorkTask>
{
    public void Configure(EntityTypeBuilder<WorkTask> entity)
    {
        entity.HasKey(task => new { task.GovernmentCode, task.Number });
        entity.Property(task => task.Number).ValueGeneratedNever();
    }
}

internal sealed class FollowedDocumentMapping : IEntityTypeConfiguration<FollowedDocument>
{
    public void Configure(EntityTypeBuilder<FollowedDocument> entity) =>
        entity.HasKey(followed => new
        {
            followed.GovernmentCode,
            followed.PersonId,
            followed.DocumentOf,
            followed.DocumentNumber,
        });
}

internal sealed class CalendarEntryMapping : IEntityTypeConfiguration<CalendarEntry>
{
    public void Configure(EntityTypeBuilder<CalendarEntry> entity)
    {
        entity.HasKey(entry => new { entry.GovernmentCode, entry.Number });
        entity.Property(entry => entry.Number).ValueGeneratedNever();
    }
}

internal sealed class CalendarDoneMapping : IEntityTypeConfiguration<CalendarDone>
{
    public void Configure(EntityTypeBuilder<CalendarDone> entity) =>
        entity.HasKey(done => new
        {
            done.GovernmentCode,
            done.EntryNumber,
            done.Year,
        });
}
