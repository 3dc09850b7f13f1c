using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Documents.Stored;
using Shirube.Permissions;
using Shirube.Plans.Certification;

namespace Shirube.Tasks;

/// <summary>When something is due, as seen from a day.</summary>
public enum DueIn
{
    Late,
    Today,

    /// <summary>Until Sunday.</summary>
    ThisWeek,

    /// <summary>After this week, or without a day.</summary>
    Later,
}

/// <summary>Something that is due: a task, or an entry of the year's calendar.</summary>
/// <param name="Task">Number of the task; null for an entry of the calendar.</param>
/// <param name="OfDepartment">Anybody of a department may do it.</param>
public sealed record DueItem(string Title, DateOnly? Due, int? Task, bool OfDepartment)
{
    /// <summary>Of the page where it is planned, for a step of a plan's application; null otherwise.</summary>
    public string? Address { get; init; }

    public DueIn In(DateOnly today) =>
        Due is not { } day ? DueIn.Later
        : day < today ? DueIn.Late
        : day == today ? DueIn.Today
        : day <= today.AddDays((7 - (int)today.DayOfWeek) % 7) ? DueIn.ThisWeek
        : DueIn.Later;
}

/// <summary>What changed in a document that the person follows, since the person looked.</summary>
public sealed record FollowedChange(Document Document, bool HasNewVersion, int Corrections);

/// <summary>職員のホーム: what a person has to do and to know today.</summary>
public sealed record StaffHome(
    DateOnly Today,
    IReadOnlyList<Approval> Waiting,
    IReadOnlyList<DueItem> Due,
    IReadOnlyList<(CalendarEntry Entry, DateOnly Day, bool IsDone)> Year,
    IReadOnlyList<FollowedChange> Changes,
    int Followed,
    int Unread
)
{
    public static async Task<StaffHome> OfAsync(ShirubeDb db, TimeProvider clock, Asker asker, CancellationToken cancel)
    {
        var today = JapanDay.Today(clock);
        var year = FiscalYear.Of(today);
        var calendar = asker.May(Act.ReadCalendar) ? await YearAsync(db, year, cancel) : [];
        var tasks = asker.May(Act.KeepTasks) ? await TasksAsync(db, asker, cancel) : [];
        var (followed, changes) = await ChangesAsync(db, cancel);
        return new(
            today,
            asker.May(Act.ReadApprovals) ? await new ApprovalList(db, clock).WaitingAsync(asker, cancel) : [],
            [
                .. tasks
                    .Concat(
                        calendar
                            .Where(entry => !entry.IsDone)
                            .Select(entry => new DueItem(entry.Entry.Title, entry.Day, null, false))
                            .Where(item => item.In(today) != DueIn.Later)
                    )
                    .Concat(asker.May(Act.ReadPlans) ? await StepsAsync(db, today, cancel) : [])
                    .OrderBy(item => item.Due ?? DateOnly.MaxValue),
            ],
            calendar,
            changes,
            followed,
            await db.Notifications.CountAsync(told => told.ReadAt == null, cancel)
        );
    }

    private static async Task<List<(CalendarEntry Entry, DateOnly Day, bool IsDone)>> YearAsync(
        ShirubeDb db,
        FiscalYear year,
        CancellationToken cancel
    )
    {
        var entries = await db
            .CalendarEntries.AsNoTracking()
            .Where(entry => entry.Year == null || entry.Year == year)
            .ToListAsync(cancel);
        var done = (
            await db.CalendarDones.Where(one => one.Year == year).Select(one => one.EntryNumber).ToListAsync(cancel)
        ).ToHashSet();
        return
        [
            .. entries
                .Select(entry => (Entry: entry, Day: entry.DayIn(year), IsDone: done.Contains(entry.Number)))
                .OrderBy(entry => entry.Day),
        ];
    }

    /// <summary>Steps of applications that are not done: those of the last year and of this week.</summary>
    private static async Task<IEnumerable<DueItem>> StepsAsync(
        ShirubeDb db,
        DateOnly today,
        CancellationToken cancel
    ) =>
        (await CalendarStep.BetweenAsync(db, today.AddYears(-1), today.AddDays(7), cancel))
            .Where(step => !step.IsDone)
            .Select(step => new DueItem($"{step.Title}（{step.Plan}）", step.Day, null, false)
            {
                Address = step.Address,
            })
            .Where(item => item.In(today) != DueIn.Later);

    private static async Task<List<DueItem>> TasksAsync(ShirubeDb db, Asker asker, CancellationToken cancel)
    {
        var departments = asker.Posts.Select(post => post.Department).OfType<int>().ToList();
        var tasks = await db
            .WorkTasks.AsNoTracking()
            .Where(task => task.DoneAt == null)
            .Where(task =>
                task.PersonId == asker.Person
                || (task.DepartmentNumber != null && departments.Contains(task.DepartmentNumber.Value))
            )
            .OrderBy(task => task.Number)
            .Take(200)
            .ToListAsync(cancel);
        return
        [
            .. tasks.Select(task => new DueItem(task.Title, task.Due, task.Number, task.DepartmentNumber is not null)),
        ];
    }

    private static async Task<(int Followed, IReadOnlyList<FollowedChange> Changes)> ChangesAsync(
        ShirubeDb db,
        CancellationToken cancel
    )
    {
        var followed = await (
            from follow in db.FollowedDocuments
            join document in db.Documents
                on new { A = follow.DocumentOf, B = follow.DocumentNumber } equals new
                {
                    A = document.GovernmentCode,
                    B = document.Number,
                }
            select new
            {
                Document = document,
                NewVersion = db.Versions.Any(version =>
                    version.GovernmentCode == document.GovernmentCode
                    && version.DocumentNumber == document.Number
                    && version.ImportedAt > follow.SeenAt
                ),
                Corrections = db.Corrections.Count(correction =>
                    correction.GovernmentCode == document.GovernmentCode
                    && correction.DocumentNumber == document.Number
                    && correction.CorrectedAt > follow.SeenAt
                    && correction.CarriedFrom == null
                ),
            }
        ).ToListAsync(cancel);
        return (
            followed.Count,
            [
                .. followed
                    .Where(one => one.NewVersion || one.Corrections > 0)
                    .Select(one => new FollowedChange(one.Document, one.NewVersion, one.Corrections)),
            ]
        );
    }
}
