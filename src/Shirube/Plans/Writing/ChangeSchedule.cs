using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>A line of the schedule as somebody typed it.</summary>
/// <param name="From">A month: 令和6年4月, R6.4, 2024-04.</param>
/// <param name="To">Blank for one that takes one month.</param>
public sealed record TypedScheduleItem(string Name, string From, string To, string Note);

/// <summary>工程表を変える: adds, changes, moves and removes its lines.</summary>
public sealed class ChangeSchedule(ShirubeDb db, TimeProvider clock)
{
    public const int MostItems = 200;
    public const int NameMaxLength = 200;
    public const int NoteMaxLength = 1_000;

    /// <returns>Its number, or what is wrong.</returns>
    public async Task<(int? Number, Fault? Fault)> AddAsync(
        Asker asker,
        int plan,
        TypedScheduleItem typed,
        CancellationToken cancel = default
    )
    {
        int? number = null;
        var fault = await MakeAsync(
            asker,
            plan,
            "plan.scheduleAdded",
            (draft, rows, window) =>
            {
                var (item, wrong) = Read(typed);
                if (item is null || (wrong = Outside(window, typed, item, null)) is not null)
                    return new Changed(wrong, null, null);
                if (rows.Count >= MostItems)
                    return Changed.Refused("item-name", "WRITE125", MostItems);
                var row = draft.Own(
                    new DraftScheduleItem
                    {
                        Number = draft.NextPart(),
                        Position = rows.Count == 0 ? 1 : rows[^1].Position + 1,
                        Name = "",
                        Note = "",
                    }
                );
                Put(row, item);
                db.Add(row);
                number = row.Number;
                return Changed.To(Values(row));
            },
            cancel
        );
        return fault is null ? (number, null) : (null, fault);
    }

    /// <param name="seen">What the person had before the eyes; on anything else nothing is overwritten.</param>
    public Task<Fault?> ChangeAsync(
        Asker asker,
        int plan,
        int item,
        TypedScheduleItem typed,
        TypedScheduleItem seen,
        CancellationToken cancel = default
    ) =>
        MakeAsync(
            asker,
            plan,
            "plan.scheduleChanged",
            (_, rows, window) =>
            {
                if (rows.Find(row => row.Number == item) is not { } row)
                    return Changed.Refused(null, "WRITE124");
                var now = Item(row);
                var (wanted, fault) = Read(typed);
                if (wanted is null || (fault = Outside(window, typed, wanted, now)) is not null)
                    return new Changed(fault, null, null);
                if (now == wanted)
                    return Changed.Nothing;
                if (now != Read(seen).Item)
                    return Changed.Conflict("item-name", "WRITE108", now.Name);
                var before = Values(row);
                Put(row, wanted);
                return Changed.From(before, Values(row));
            },
            cancel
        );

    /// <param name="by">-1 up, 1 down.</param>
    public Task<Fault?> MoveAsync(Asker asker, int plan, int item, int by, CancellationToken cancel = default) =>
        MakeAsync(
            asker,
            plan,
            "plan.scheduleMoved",
            (_, rows, _) =>
            {
                var at = rows.FindIndex(row => row.Number == item);
                if (at < 0)
                    return Changed.Refused(null, "WRITE124");
                var to = at + Math.Sign(by);
                if (to < 0 || to >= rows.Count)
                    return Changed.Nothing;
                var before = Values(rows[at]);
                (rows[at].Position, rows[to].Position) = (rows[to].Position, rows[at].Position);
                return Changed.From(before, Values(rows[at]));
            },
            cancel
        );

    /// <param name="seen">What the person had before the eyes; anything else is not removed unseen.</param>
    public Task<Fault?> RemoveAsync(
        Asker asker,
        int plan,
        int item,
        TypedScheduleItem seen,
        CancellationToken cancel = default
    ) =>
        MakeAsync(
            asker,
            plan,
            "plan.scheduleRemoved",
            (_, rows, _) =>
            {
                if (rows.Find(row => row.Number == item) is not { } row)
                    return Changed.Refused(null, "WRITE124");
                if (Item(row) != Read(seen).Item)
                    return Changed.Conflict(null, "WRITE108", row.Name);
                db.Remove(row);
                return Changed.From(Values(row), null);
            },
            cancel
        );

    private Task<Fault?> MakeAsync(
        Asker asker,
        int plan,
        string act,
        Func<PlanDraft, List<DraftScheduleItem>, ScheduleWindow, Changed> change,
        CancellationToken cancel
    ) =>
        new PlanChange(db, clock) { Section = PlanOutline.Schedule }.MakeAsync(
            asker,
            plan,
            act,
            async draft =>
                change(
                    draft,
                    await db
                        .DraftSchedule.Where(row => row.DraftNumber == plan)
                        .OrderBy(row => row.Position)
                        .ThenBy(row => row.Number)
                        .ToListAsync(cancel),
                    await ScheduleWindow.OfAsync(db, draft, JapanDay.Today(clock), cancel)
                ),
            cancel
        );

    private static (ScheduleItem? Item, Fault? Fault) Read(TypedScheduleItem typed)
    {
        var (name, note) = (NodeChange.Line(typed.Name), Storable.Text(typed.Note.ReplaceLineEndings("\n").Trim()));
        if (name.Length is 0 or > NameMaxLength)
            return (null, new Fault("item-name", "WRITE121", null, NameMaxLength));
        if (note.Length > NoteMaxLength)
            return (null, new Fault("note", "WRITE006", null, NoteMaxLength));
        if (Month(typed.From) is not { } from)
            return (null, new Fault("from", "WRITE122", null, typed.From));
        if ((string.IsNullOrWhiteSpace(typed.To) ? from : Month(typed.To)) is not { } to)
            return (null, new Fault("to", "WRITE122", null, typed.To));
        return to < from ? (null, new Fault("to", "WRITE123")) : (new ScheduleItem(0, name, from, to, note), null);
    }

    /// <summary>A month that stood there before may stay.</summary>
    private static Fault? Outside(
        ScheduleWindow window,
        TypedScheduleItem typed,
        ScheduleItem wanted,
        ScheduleItem? now
    ) =>
        wanted.From != now?.From && !window.Contains(wanted.From) ? Outside(window, "from", typed.From)
        : wanted.To != now?.To && !window.Contains(wanted.To) ? Outside(window, "to", typed.To)
        : null;

    private static Fault Outside(ScheduleWindow window, string field, string typed) =>
        window.IsOfTerm
            ? new(field, "WRITE126", null, typed, window.From, window.To, ScheduleWindow.YearsAroundTerm)
            : new(field, "WRITE127", null, typed, window.From, window.To, ScheduleWindow.YearsAroundToday);

    /// <returns>Its first day; null for what is no month.</returns>
    private static DateOnly? Month(string text) =>
        JapaneseDate.TryParse(text, out var date) && date.Month is { } month ? new DateOnly(date.Year, month, 1) : null;

    private static ScheduleItem Item(DraftScheduleItem row) =>
        new(0, row.Name, row.FirstMonth, row.LastMonth, row.Note);

    private static void Put(DraftScheduleItem row, ScheduleItem item) =>
        (row.Name, row.FirstMonth, row.LastMonth, row.Note) = (item.Name, item.From, item.To, item.Note);

    private static string Values(DraftScheduleItem row) =>
        AuditValues.Of(
            ("item", row.Number),
            ("position", row.Position),
            ("name", row.Name),
            ("from", row.FirstMonth),
            ("to", row.LastMonth),
            ("note", row.Note)
        );
}
