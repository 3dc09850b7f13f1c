using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shirube.Approvals;

internal sealed class ApprovalRouteMapping : IEntityTypeConfiguration<ApprovalRoute>
{
    public void Configure(EntityTypeBuilder<ApprovalRoute> entity)
    {
        entity.HasKey(route => new { route.GovernmentCode, route.Number });
        entity.Property(route => route.Number).ValueGeneratedNever();
        entity
            .HasMany(route => route.Steps)
            .WithOne()
            .HasForeignKey(step => new { step.GovernmentCode, step.RouteNumber });
    }
}

internal sealed class RouteStepMapping : IEntityTypeConfiguration<RouteStep>
{
    public void Configure(EntityTypeBuilder<RouteStep> entity)
    {
        entity.HasKey(step => new
        {
            step.GovernmentCode,
            step.RouteNumber,
            step.Position,
        });
        entity
            .HasMany(step => step.Seats)
            .WithOne()
            .HasForeignKey(seat => new
            {
                seat.GovernmentCode,
                seat.RouteNumber,
                seat.StepPosition,
            });
    }
}

internal sealed class RouteSeatMapping : IEntityTypeConfiguration<RouteSeat>
{
    public void Configure(EntityTypeBuilder<RouteSeat> entity) =>
        entity.HasKey(seat => new
        {
            seat.GovernmentCode,
            seat.RouteNumber,
            seat.StepPosition,
            seat.Position,
        });
}

internal sealed class ApprovalOwnMapping : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> entity)
    {
        entity.HasKey(approval => new { approval.GovernmentCode, approval.Number });
        entity.Property(approval => approval.Number).ValueGeneratedNever();
    }
}

internal sealed class ApprovalStepMapping : IEntityTypeConfiguration<ApprovalStep>
{
    public void Configure(EntityTypeBuilder<ApprovalStep> entity)
    {
        entity.HasKey(row => new
        {
            row.GovernmentCode,
            row.ApprovalNumber,
            row.Round,
            row.Position,
        });
        entity.HasOne<Approval>().WithMany().HasForeignKey(row => new { row.GovernmentCode, row.ApprovalNumber });
    }
}

internal sealed class ApprovalSeatMapping : IEntityTypeConfiguration<ApprovalSeat>
{
    public void Configure(EntityTypeBuilder<ApprovalSeat> entity)
    {
        entity.HasKey(row => new
        {
            row.GovernmentCode,
            row.ApprovalNumber,
            row.Round,
            row.StepPosition,
            row.Position,
        });
        entity
            .HasOne<ApprovalStep>()
            .WithMany()
            .HasForeignKey(row => new
            {
                row.GovernmentCode,
                row.ApprovalNumber,
                row.Round,
                row.StepPosition,
            });
    }
}

internal sealed class ApprovedContentMapping : IEntityTypeConfiguration<ApprovedContent>
{
    public void Configure(EntityTypeBuilder<ApprovedContent> entity)
    {
        entity.HasKey(row => new
        {
            row.GovernmentCode,
            row.ApprovalNumber,
            row.Edition,
        });
        entity.HasOne<Approval>().WithMany().HasForeignKey(row => new { row.GovernmentCode, row.ApprovalNumber });
    }
}

internal sealed class ContentDifferenceMapping : IEntityTypeConfiguration<ContentDifference>
{
    public void Configure(EntityTypeBuilder<ContentDifference> entity)
    {
        entity.Ignore(row => row.Difference);
        entity.HasKey(row => new
        {
            row.GovernmentCode,
            row.ApprovalNumber,
            row.Edition,
            row.Position,
        });
        entity
            .HasOne<ApprovedContent>()
            .WithMany()
            .HasForeignKey(row => new
            {
                row.GovernmentCode,
                row.ApprovalNumber,
                row.Edition,
            });
    }
}

internal sealed class ApprovalAttachmentMapping : IEntityTypeConfiguration<ApprovalAttachment>
{
    public void Configure(EntityTypeBuilder<ApprovalAttachment> entity)
    {
        entity.HasKey(row => new
        {
            row.GovernmentCode,
            row.ApprovalNumber,
            row.Edition,
            row.Number,
        });
        entity
            .HasOne<ApprovedContent>()
            .WithMany()
            .HasForeignKey(row => new
            {
                row.GovernmentCode,
                row.ApprovalNumber,
                row.Edition,
            });
    }
}

internal sealed class AttachedFileMapping : IEntityTypeConfiguration<AttachedFile>
{
    public void Configure(EntityTypeBuilder<AttachedFile> entity) =>
        entity.HasKey(file => new { file.GovernmentCode, file.Sha256 });
}

internal sealed class ApprovalEntryMapping : IEntityTypeConfiguration<ApprovalEntry>
{
    public void Configure(EntityTypeBuilder<ApprovalEntry> entity)
    {
        entity.HasKey(row => new
        {
            row.GovernmentCode,
            row.ApprovalNumber,
            row.Number,
        });
        entity.HasOne<Approval>().WithMany().HasForeignKey(row => new { row.GovernmentCode, row.ApprovalNumber });
    }
}

internal sealed class DelegationMapping : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> entity)
    {
        entity.HasKey(delegation => new { delegation.GovernmentCode, delegation.Number });
        entity.Property(delegation => delegation.Number).ValueGeneratedNever();
    }
}
