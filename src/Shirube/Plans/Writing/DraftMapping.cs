using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shirube.Plans.Writing;

internal sealed class PlanDraftMapping : IEntityTypeConfiguration<PlanDraft>
{
    public void Configure(EntityTypeBuilder<PlanDraft> entity)
    {
        entity.HasKey(draft => new { draft.GovernmentCode, draft.Number });
        entity.Property(draft => draft.Number).ValueGeneratedNever();
        entity.Ignore(draft => draft.Address);
    }
}

internal static class DraftPartMapping
{
    /// <param name="own">The rest of the key, in order.</param>
    public static void HasDraftKey<T>(this EntityTypeBuilder<T> entity, params string[] own)
        where T : DraftPart
    {
        entity.HasKey([nameof(DraftPart.GovernmentCode), nameof(DraftPart.DraftNumber), .. own]);
        foreach (var property in own.Where(name => typeof(T).GetProperty(name)!.PropertyType == typeof(int)))
            entity.Property(property).ValueGeneratedNever();
        entity
            .HasOne<PlanDraft>()
            .WithMany()
            .HasForeignKey(nameof(DraftPart.GovernmentCode), nameof(DraftPart.DraftNumber));
    }
}

internal sealed class DraftAuthorMapping : IEntityTypeConfiguration<DraftAuthor>
{
    public void Configure(EntityTypeBuilder<DraftAuthor> entity)
    {
        entity.HasDraftKey(nameof(DraftAuthor.Number));
        entity.Ignore(author => author.Author);
    }
}

internal sealed class DraftSectionMapping : IEntityTypeConfiguration<DraftSection>
{
    public void Configure(EntityTypeBuilder<DraftSection> entity) => entity.HasDraftKey(nameof(DraftSection.Section));
}

internal sealed class DraftPassageMapping : IEntityTypeConfiguration<DraftPassage>
{
    public void Configure(EntityTypeBuilder<DraftPassage> entity) => entity.HasDraftKey(nameof(DraftPassage.Key));
}

internal sealed class DraftRivalMapping : IEntityTypeConfiguration<DraftRival>
{
    public void Configure(EntityTypeBuilder<DraftRival> entity) => entity.HasDraftKey(nameof(DraftRival.Number));
}

internal sealed class DraftIndicatorMapping : IEntityTypeConfiguration<DraftIndicator>
{
    public void Configure(EntityTypeBuilder<DraftIndicator> entity)
    {
        entity.HasDraftKey(nameof(DraftIndicator.Number));
        entity.Ignore(indicator => indicator.Indicator);
        entity
            .HasMany(indicator => indicator.Targets)
            .WithOne()
            .HasForeignKey(target => new
            {
                target.GovernmentCode,
                target.DraftNumber,
                target.IndicatorNumber,
            });
    }
}

internal sealed class DraftTargetMapping : IEntityTypeConfiguration<DraftTarget>
{
    public void Configure(EntityTypeBuilder<DraftTarget> entity) =>
        entity.HasKey(target => new
        {
            target.GovernmentCode,
            target.DraftNumber,
            target.IndicatorNumber,
            target.Year,
        });
}

internal sealed class DraftCellChangeMapping : IEntityTypeConfiguration<DraftCellChange>
{
    public void Configure(EntityTypeBuilder<DraftCellChange> entity)
    {
        entity.HasDraftKey(nameof(DraftCellChange.Number));
        entity.Property(change => change.Cells).HasColumnType("jsonb");
    }
}

internal sealed class DraftExcuseMapping : IEntityTypeConfiguration<DraftExcuse>
{
    public void Configure(EntityTypeBuilder<DraftExcuse> entity) => entity.HasDraftKey(nameof(DraftExcuse.Number));
}

internal sealed class DraftSnapshotMapping : IEntityTypeConfiguration<DraftSnapshot>
{
    public void Configure(EntityTypeBuilder<DraftSnapshot> entity) => entity.HasDraftKey(nameof(DraftSnapshot.Number));
}

internal sealed class DraftNodeMapping : IEntityTypeConfiguration<DraftNode>
{
    public void Configure(EntityTypeBuilder<DraftNode> entity) => entity.HasDraftKey(nameof(DraftNode.Number));
}

internal sealed class DraftNodeIndicatorMapping : IEntityTypeConfiguration<DraftNodeIndicator>
{
    public void Configure(EntityTypeBuilder<DraftNodeIndicator> entity) =>
        entity.HasDraftKey(nameof(DraftNodeIndicator.NodeNumber), nameof(DraftNodeIndicator.IndicatorNumber));
}

internal sealed class DraftLinkMapping : IEntityTypeConfiguration<DraftLink>
{
    public void Configure(EntityTypeBuilder<DraftLink> entity)
    {
        entity.HasDraftKey(nameof(DraftLink.Number));
        entity.Ignore(link => link.Link);
    }
}

internal sealed class DraftFundingMapping : IEntityTypeConfiguration<DraftFunding>
{
    public void Configure(EntityTypeBuilder<DraftFunding> entity) =>
        entity.HasDraftKey(nameof(DraftFunding.Year), nameof(DraftFunding.Source));
}

internal sealed class DraftPrivateShareMapping : IEntityTypeConfiguration<DraftPrivateShare>
{
    public void Configure(EntityTypeBuilder<DraftPrivateShare> entity) =>
        entity.HasDraftKey(nameof(DraftPrivateShare.NthYear));
}

internal sealed class DraftScheduleMapping : IEntityTypeConfiguration<DraftScheduleItem>
{
    public void Configure(EntityTypeBuilder<DraftScheduleItem> entity)
    {
        entity.HasDraftKey(nameof(DraftScheduleItem.Number));
        entity.ToTable("draft_schedule");
    }
}
