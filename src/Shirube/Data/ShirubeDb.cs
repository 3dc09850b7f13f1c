using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;
using Shirube.Approvals;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Documents.Comparison;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.Indicators;
using Shirube.Notifications;
using Shirube.People;
using Shirube.Plans;
using Shirube.Plans.Certification;
using Shirube.Plans.Writing;
using Shirube.Tasks;
using Shirube.Verification;

namespace Shirube.Data;

/// <summary>The tables of Shirube. Every table's key begins with the code of the government that the row belongs to.</summary>
public sealed partial class ShirubeDb(DbContextOptions<ShirubeDb> options, Scope scope) : DbContext(options)
{
    /// <summary>For whom this unit of work works.</summary>
    public Scope Scope { get; } = scope;

    public DbSet<RegisteredGovernment> Governments => Set<RegisteredGovernment>();
    public DbSet<SourceFile> SourceFiles => Set<SourceFile>();
    public DbSet<SourcePage> SourcePages => Set<SourcePage>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<DocumentVersion> Versions => Set<DocumentVersion>();
    public DbSet<PlanVersion> Plans => Set<PlanVersion>();
    public DbSet<Author> Authors => Set<Author>();
    public DbSet<Chapter> Chapters => Set<Chapter>();
    public DbSet<Indicator> Indicators => Set<Indicator>();
    public DbSet<PlanVerification> PlanVerifications => Set<PlanVerification>();
    public DbSet<VerificationSheet> Sheets => Set<VerificationSheet>();
    public DbSet<SheetRow> SheetRows => Set<SheetRow>();
    public DbSet<Policy> Policies => Set<Policy>();
    public DbSet<StoredFinding> Findings => Set<StoredFinding>();
    public DbSet<Correction> Corrections => Set<Correction>();
    public DbSet<LeftCorrection> LeftCorrections => Set<LeftCorrection>();

    public DbSet<ChangeDecision> ChangeDecisions => Set<ChangeDecision>();
    public DbSet<ComparisonLayout> ComparisonLayouts => Set<ComparisonLayout>();

    public DbSet<DocumentPart> DocumentParts => Set<DocumentPart>();
    public DbSet<DocumentShare> Shares => Set<DocumentShare>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Department> Departments => Set<Department>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<AuditRetention> AuditRetentions => Set<AuditRetention>();

    public DbSet<ApprovalRoute> ApprovalRoutes => Set<ApprovalRoute>();
    public DbSet<Approval> Approvals => Set<Approval>();
    public DbSet<ApprovalStep> ApprovalSteps => Set<ApprovalStep>();
    public DbSet<ApprovalSeat> ApprovalSeats => Set<ApprovalSeat>();
    public DbSet<ApprovedContent> ApprovedContents => Set<ApprovedContent>();
    public DbSet<ContentDifference> ContentDifferences => Set<ContentDifference>();
    public DbSet<ApprovalAttachment> ApprovalAttachments => Set<ApprovalAttachment>();
    public DbSet<AttachedFile> AttachedFiles => Set<AttachedFile>();
    public DbSet<ApprovalEntry> ApprovalEntries => Set<ApprovalEntry>();
    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();
    public DbSet<WorkTask> WorkTasks => Set<WorkTask>();
    public DbSet<FollowedDocument> FollowedDocuments => Set<FollowedDocument>();
    public DbSet<CalendarEntry> CalendarEntries => Set<CalendarEntry>();
    public DbSet<CalendarDone> CalendarDones => Set<CalendarDone>();

    public DbSet<PlanDraft> PlanDrafts => Set<PlanDraft>();
    public DbSet<DraftAuthor> DraftAuthors => Set<DraftAuthor>();
    public DbSet<DraftSection> DraftSections => Set<DraftSection>();
    public DbSet<DraftPassage> DraftPassages => Set<DraftPassage>();
    public DbSet<DraftRival> DraftRivals => Set<DraftRival>();
    public DbSet<DraftIndicator> DraftIndicators => Set<DraftIndicator>();
    public DbSet<DraftTarget> DraftTargets => Set<DraftTarget>();
    public DbSet<DraftCellChange> DraftCellChanges => Set<DraftCellChange>();
    public DbSet<DraftExcuse> DraftExcuses => Set<DraftExcuse>();
    public DbSet<DraftSnapshot> DraftSnapshots => Set<DraftSnapshot>();
    public DbSet<DraftNode> DraftNodes => Set<DraftNode>();
    public DbSet<DraftNodeIndicator> DraftNodeIndicators => Set<DraftNodeIndicator>();
    public DbSet<DraftLink> DraftLinks => Set<DraftLink>();
    public DbSet<DraftFunding> DraftFunding => Set<DraftFunding>();
    public DbSet<DraftPrivateShare> DraftPrivateShares => Set<DraftPrivateShare>();
    public DbSet<DraftScheduleItem> DraftSchedule => Set<DraftScheduleItem>();

    public DbSet<CertificationRound> CertificationRounds => Set<CertificationRound>();
    public DbSet<CertificationStep> CertificationSteps => Set<CertificationStep>();

    public static DbContextOptions<ShirubeDb> OptionsFor(NpgsqlDataSource connections) =>
        new DbContextOptionsBuilder<ShirubeDb>()
            .UseNpgsql(connections)
            .AddInterceptors(new ScopedConnections())
            .Options;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
        configurationBuilder.Properties<GovernmentCode>().HaveConversion<CodeText>();
        configurationBuilder.Properties<FiscalYear>().HaveConversion<YearNumber>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ShirubeDb).Assembly);
        FilterByGovernment(modelBuilder);
    }

    private sealed class CodeText()
        : ValueConverter<GovernmentCode, string>(code => code.Value, text => GovernmentCode.Parse(text));

    private sealed class YearNumber()
        : ValueConverter<FiscalYear, int>(year => year.Year, number => new FiscalYear(number));
}
