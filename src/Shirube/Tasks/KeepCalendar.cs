using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Tasks;

/// <param name="Year">Null for every year.</param>
public sealed record NewCalendarEntry(string Title, int Month, int? Day, FiscalYear? Year);

/// <summary>年間予定に加える</summary>
public sealed class AddCalendarEntry(ShirubeDb db, TimeProvider clock)
{
    /// <returns>Its number, or what is wrong.</returns>
    public async Task<(int? Number, IReadOnlyList<Fault> Faults)> ExecuteAsync(
        Asker asker,
        NewCalendarEntry wanted,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.KeepCalendar);
        var government = asker.Government!.Value;
        var faults = FaultsOf(wanted);
        if (faults.Count > 0)
            return (null, faults);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TaskLock.TakeAsync(db, government, cancel);
        var entry = new CalendarEntry
        {
            GovernmentCode = government,
            Number = await NextNumberAsync(government, cancel),
            Title = Storable.Text(wanted.Title.Trim()),
            Month = wanted.Month,
            Day = wanted.Day,
            Year = wanted.Year,
        };
        db.Add(entry);
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("calendar.added", $"/governments/{government}/calendar") with
            {
                After = AuditValues.Of(
                    ("number", entry.Number),
                    ("title", entry.Title),
                    ("month", entry.Month),
                    ("day", entry.Day),
                    ("year", entry.Year?.Year)
                ),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return (entry.Number, []);
    }

    /// <summary>The numbers of removed ones are not given again: somebody may still have them on a page.</summary>
    private Task<int> NextNumberAsync(GovernmentCode government, CancellationToken cancel) =>
        db
            .Database.SqlQuery<int>(
                $"select coalesce(max(number), 0) + 1 as \"Value\" from calendar_entry where government_code = {government.Value}"
            )
            .SingleAsync(cancel);

    private static List<Fault> FaultsOf(NewCalendarEntry wanted)
    {
        var faults = new List<Fault>();
        if (wanted.Title.Trim().Length is 0 or > CalendarEntry.TitleMaxLength)
            faults.Add(new Fault("title", "TASK001", Arguments: CalendarEntry.TitleMaxLength));
        if (wanted.Month is < 1 or > 12)
            faults.Add(new Fault("month", "TASK007"));
        // A leap year's February: 29 is a day of some years.
        else if (wanted.Day is { } day && (day < 1 || day > DateTime.DaysInMonth(2024, wanted.Month)))
            faults.Add(new Fault("day", "TASK008", Arguments: wanted.Month));
        return faults;
    }
}

/// <summary>年間予定から消す</summary>
public sealed class RemoveCalendarEntry(ShirubeDb db, TimeProvider clock)
{
    /// <returns>What stands in the way, or null when it is done.</returns>
    public async Task<Fault?> ExecuteAsync(Asker asker, int number, CancellationToken cancel = default)
    {
        asker.Require(Act.KeepCalendar);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TaskLock.TakeAsync(db, asker.Government!.Value, cancel);
        var entry = await db.CalendarEntries.SingleOrDefaultAsync(known => known.Number == number, cancel);
        if (entry is null)
            return new Fault(null, "TASK009");
        entry.RemovedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("calendar.removed", $"/governments/{asker.Government}/calendar") with
            {
                Before = AuditValues.Of(("number", number), ("title", entry.Title)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}

/// <summary>年間予定を済みにする, for one fiscal year.</summary>
public sealed class FinishCalendarEntry(ShirubeDb db, TimeProvider clock)
{
    /// <returns>What stands in the way, or null when it is done.</returns>
    public async Task<Fault?> ExecuteAsync(Asker asker, int number, FiscalYear year, CancellationToken cancel = default)
    {
        asker.Require(Act.KeepCalendar);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await TaskLock.TakeAsync(db, asker.Government!.Value, cancel);
        if (!await db.CalendarEntries.AnyAsync(known => known.Number == number, cancel))
            return new Fault(null, "TASK009");
        if (await db.CalendarDones.AnyAsync(done => done.EntryNumber == number && done.Year == year, cancel))
            return new Fault(null, "TASK005");
        db.Add(
            new CalendarDone
            {
                GovernmentCode = asker.Government.Value,
                EntryNumber = number,
                Year = year,
                DoneBy = asker.Person,
                DoneAt = clock.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("calendar.done", $"/governments/{asker.Government}/calendar") with
            {
                After = AuditValues.Of(("number", number), ("year", year.Year)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return null;
    }
}
