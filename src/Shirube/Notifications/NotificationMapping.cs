using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shirube.Notifications;

internal sealed class NotificationOwnMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> entity)
    {
        entity.HasKey(told => new { told.GovernmentCode, told.NotificationId });
        entity.Property(told => told.NotificationId).ValueGeneratedNever();
    }
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> entity)
    {
        entity.HasKey(mail => new { mail.GovernmentCode, mail.NotificationId });
        entity.Property(mail => mail.NotificationId).ValueGeneratedNever();
    }
}
