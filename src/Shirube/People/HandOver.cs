using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Permissions;
using Shirube.Tasks;

namespace Shirube.People;

/// <summary>引継ぎ: all that a person has in hand for the government, for whoever comes after.</summary>
/// <param name="Drafted">Approvals under way that the person drafted; of these and of the waiting ones what the asker may see.</param>
/// <param name="Waiting">Approvals that wait for the person in a seat that nobody has filled.</param>
/// <param name="Documents">That the person worked on within a year, the most often first.</param>
/// <param name="Colleagues">Of the same departments today.</param>
public sealed record HandOver(
    ListedPerson Person,
    IReadOnlyList<WorkTask> Tasks,
    IReadOnlyList<Approval> Drafted,
    IReadOnlyList<Approval> Waiting,
    IReadOnlyList<Delegation> Delegations,
    IReadOnlyList<(CalendarEntry Entry, DateOnly Day)> LastYear,
    IReadOnlyList<WorkedOn> Documents,
    IReadOnlyList<ListedPerson> Colleagues,
    IReadOnlyList<string> Administrators
);

/// <param name="Times">How many records of the audit trail it takes up.</param>
public sealed record WorkedOn(string Name, string Address, int Times, DateOnly Last);

/// <summary>
/// 引継ぎを見る: one's own, a colleague's of the same department (until a year after the colleague left it), or anybody's
/// for who manages people or audits.
/// </summary>
public sealed class OpenHandOver(ShirubeDb db, TimeProvider clock)
{
    private const int DocumentsAtMost = 20;

    /// <returns>Null for somebody who never worked for the government.</returns>
    /// <exception cref="NotPermittedException">The person is of another department.</exception>
    public async Task<HandOver?> ExecuteAsync(Asker asker, Guid number, CancellationToken cancel = default)
    {
        asker.Require(Act.ReadPeople);
        var people = new ListPeople(db, clock);
        if (await people.OpenAsync(asker, number, cancel) is not { } person)
            return null;
        var today = JapanDay.Today(clock);
        var departments = person
            .Posts.Where(post => post.DepartmentNumber is not null && post.IsHeldBetween(today.AddYears(-1), today))
            .Select(post => post.DepartmentNumber!.Value)
            .Distinct()
            .ToList();
        Require(asker, number, departments);
        var running = db.Approvals.AsNoTracking().Where(approval => approval.EndedAt == null);
        return new(
            person,
            await db
                .WorkTasks.AsNoTracking()
                .Where(task => task.PersonId == number && task.DoneAt == null)
                .OrderBy(task => task.Due ?? DateOnly.MaxValue)
                .ToListAsync(cancel),
            await VisibleAsync(asker, running.Where(approval => approval.DrafterId == number), today, cancel),
            await VisibleAsync(asker, WaitingFor(running, number), today, cancel),
            await db
                .Delegations.AsNoTracking()
                .Where(given => (given.FromPerson == number || given.ToPerson == number) && given.ValidUntil >= today)
                .ToListAsync(cancel),
            await LastYearAsync(FiscalYear.Of(today) + -1, cancel),
            await DocumentsAsync(asker, number, cancel),
            await ColleaguesAsync(asker, number, departments, today, cancel),
            await Administrators.NamesAsync(db, asker.Government!.Value, today, cancel)
        );
    }

    private static void Require(Asker asker, Guid person, List<int> departments)
    {
        var isNear =
            asker.Person == person
            || asker.May(Act.ManagePeople)
            || asker.May(Act.ReadAudit)
            || asker.Posts.Any(post => post.Department is { } own && departments.Contains(own));
        if (!isNear)
            throw new NotPermittedException(Act.ManagePeople);
    }

    private IQueryable<Approval> WaitingFor(IQueryable<Approval> running, Guid person) =>
        running.Where(approval =>
            approval.State == ApprovalState.InReview
            && db.Set<ApprovalSeat>()
                .Any(seat =>
                    seat.GovernmentCode == approval.GovernmentCode
                    && seat.ApprovalNumber == approval.Number
                    && seat.Round == approval.Round
                    && seat.StepPosition >= approval.StepPosition
                    && seat.FilledBy == null
                    && (seat.PersonId == person || seat.DeputyId == person)
                )
        );

    private async Task<List<Approval>> VisibleAsync(
        Asker asker,
        IQueryable<Approval> approvals,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var visible = new List<Approval>();
        foreach (var approval in await approvals.OrderBy(one => one.Number).ToListAsync(cancel))
            if ((await ApprovalAtHand.OfAsync(db, asker, approval, today, cancel)).IsVisible)
                visible.Add(approval);
        return visible;
    }

    private async Task<List<(CalendarEntry Entry, DateOnly Day)>> LastYearAsync(
        FiscalYear year,
        CancellationToken cancel
    )
    {
        var entries = await db
            .CalendarEntries.AsNoTracking()
            .Where(entry => entry.Year == null || entry.Year == year)
            .ToListAsync(cancel);
        return [.. entries.Select(entry => (entry, entry.DayIn(year))).OrderBy(entry => entry.Item2)];
    }

    /// <summary>From the audit trail: what was changed or taken out, not what was looked at.</summary>
    private async Task<List<WorkedOn>> DocumentsAsync(Asker asker, Guid person, CancellationToken cancel)
    {
        var since = clock.GetUtcNow().AddYears(-1);
        var prefix = $"/governments/{asker.Government}/documents/";
        var touched = await db
            .AuditRecords.Where(record => record.Person == person && record.At >= since)
            .Where(record => record.Subject.StartsWith(prefix))
            .GroupBy(record => record.Subject)
            .Select(group => new
            {
                Subject = group.Key,
                Times = group.Count(),
                Last = group.Max(record => record.At),
            })
            .ToListAsync(cancel);
        var names = await db
            .Documents.AsNoTracking()
            .Where(document => document.GovernmentCode == asker.Government)
            .ToDictionaryAsync(document => document.Address, document => document.Name, cancel);
        return
        [
            .. touched
                // The subject may name a version or a place in the document.
                .GroupBy(one => one.Subject.Split('?')[0])
                .Where(one => names.ContainsKey(one.Key))
                .Select(one => new WorkedOn(
                    names[one.Key],
                    one.Key,
                    one.Sum(group => group.Times),
                    JapanDay.Of(one.Max(group => group.Last))
                ))
                .OrderByDescending(one => one.Times)
                .Take(DocumentsAtMost),
        ];
    }

    private async Task<List<ListedPerson>> ColleaguesAsync(
        Asker asker,
        Guid person,
        List<int> departments,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var colleagues = new List<ListedPerson>();
        foreach (var department in departments)
        {
            var query = new ListPeople.Query(Department: department, HeldOn: today);
            var found = await new ListPeople(db, clock).ExecuteAsync(asker, query, cancel);
            colleagues.AddRange(
                found.People.Where(one =>
                    one.Person != person
                    && one.Posts.Any(post => post.DepartmentNumber == department && post.IsHeldBetween(today, today))
                )
            );
        }
        return [.. colleagues.DistinctBy(colleague => colleague.Person)];
    }
}
