using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Audit;
using Shirube.Documents.Comparison;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Shirube.Notifications;
using Shirube.People;
using Shirube.Plans.Writing;
using Shirube.Tasks;

namespace Shirube.Data;

/// <summary>
/// The first lock on tenancy: every query sees the rows of its scope's government, and the documents that others share
/// with it. The second lock is row-level security, 0007_tenancy.sql.
/// </summary>
public sealed partial class ShirubeDb
{
    private const string Filter = "government";

    private GovernmentCode? Ours => Scope.Government;

    private void FilterByGovernment(ModelBuilder model)
    {
        foreach (var part in model.Model.GetEntityTypes().Select(entity => entity.ClrType).ToList())
        {
            if (part.IsSubclassOf(typeof(VersionPart)))
                FilterParts.MakeGenericMethod(part).Invoke(this, [model]);
            if (part.IsSubclassOf(typeof(DraftPart)))
                FilterDraftParts.MakeGenericMethod(part).Invoke(this, [model]);
        }
        model.Entity<PlanDraft>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model
            .Entity<Document>()
            .HasQueryFilter(
                Filter,
                row =>
                    row.GovernmentCode == Ours
                    || Shares.Any(share =>
                        share.GovernmentCode == row.GovernmentCode
                        && share.DocumentNumber == row.Number
                        && share.SharedWith == Ours
                    )
            );
        model
            .Entity<DocumentShare>()
            .HasQueryFilter(Filter, row => row.GovernmentCode == Ours || row.SharedWith == Ours);
        model
            .Entity<RegisteredGovernment>()
            .HasQueryFilter(
                Filter,
                row =>
                    row.GovernmentCode == Ours
                    || Shares.Any(share => share.GovernmentCode == row.GovernmentCode && share.SharedWith == Ours)
                    || Posts.Any(post => post.GovernmentCode == row.GovernmentCode && post.PersonId == Scope.Person)
            );
        // Found through the versions, which are filtered themselves.
        model
            .Entity<SourceFile>()
            .HasQueryFilter(
                Filter,
                row =>
                    row.GovernmentCode == Ours
                    || Versions.Any(version =>
                        version.GovernmentCode == row.GovernmentCode && version.Sha256 == row.Sha256
                    )
            );
        model
            .Entity<SourcePage>()
            .HasQueryFilter(
                Filter,
                row =>
                    row.GovernmentCode == Ours
                    || Versions.Any(version =>
                        version.GovernmentCode == row.GovernmentCode && version.Sha256 == row.Sha256
                    )
            );
        model.Entity<Department>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model.Entity<Post>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours || row.PersonId == Scope.Person);
        model
            .Entity<Person>()
            .HasQueryFilter(
                Filter,
                row => row.PersonId == Scope.Person || Posts.Any(post => post.PersonId == row.PersonId)
            );
        model.Entity<ChangeDecision>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model.Entity<ComparisonLayout>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        FilterApprovals(model);
        FilterTasks(model);
        model.Entity<AuditRecord>().HasQueryFilter(Filter, row => row.Trail == Trail);
        model.Entity<AuditRetention>().HasQueryFilter(Filter, row => row.Trail == Trail);
    }

    private void FilterTasks(ModelBuilder model)
    {
        model.Entity<Notification>().HasQueryFilter(Filter, row => row.PersonId == Scope.Person);
        model.Entity<OutgoingMail>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model.Entity<WorkTask>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model
            .Entity<FollowedDocument>()
            .HasQueryFilter(Filter, row => row.GovernmentCode == Ours && row.PersonId == Scope.Person);
        model
            .Entity<CalendarEntry>()
            .HasQueryFilter(Filter, row => row.GovernmentCode == Ours && row.RemovedAt == null);
        model.Entity<CalendarDone>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
    }

    private void FilterApprovals(ModelBuilder model)
    {
        model.Entity<ApprovalRoute>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model.Entity<RouteStep>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model.Entity<RouteSeat>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model.Entity<Approval>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model.Entity<ApprovalStep>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model.Entity<ApprovalSeat>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model.Entity<ApprovedContent>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model.Entity<ContentDifference>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model.Entity<ApprovalAttachment>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model.Entity<AttachedFile>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model.Entity<ApprovalEntry>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
        model.Entity<Delegation>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);
    }

    /// <summary>Whose audit records are read: those of the installation where no government is named.</summary>
    private string Trail => Scope.Government?.Value ?? AuditRecord.Installation;

    private static readonly MethodInfo FilterParts = typeof(ShirubeDb).GetMethod(
        nameof(FilterVersionPart),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    private static readonly MethodInfo FilterDraftParts = typeof(ShirubeDb).GetMethod(
        nameof(FilterDraftPart),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    private void FilterDraftPart<T>(ModelBuilder model)
        where T : DraftPart => model.Entity<T>().HasQueryFilter(Filter, row => row.GovernmentCode == Ours);

    private void FilterVersionPart<T>(ModelBuilder model)
        where T : VersionPart =>
        model
            .Entity<T>()
            .HasQueryFilter(
                Filter,
                row =>
                    row.GovernmentCode == Ours
                    || Shares.Any(share =>
                        share.GovernmentCode == row.GovernmentCode
                        && share.DocumentNumber == row.DocumentNumber
                        && share.SharedWith == Ours
                    )
            );
}
