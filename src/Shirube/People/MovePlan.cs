using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Documents.Text;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>What a row of the list does.</summary>
/// <param name="Ends">Numbers of the posts that end on the day before.</param>
/// <param name="Leaves">Names of the departments that are left; empty where the person was in none.</param>
/// <param name="Roles">In the new department, a post each.</param>
public sealed record Move(
    int Row,
    Guid Person,
    string Name,
    IReadOnlyList<int> Ends,
    IReadOnlyList<string> Leaves,
    int To,
    string ToName,
    IReadOnlyList<Role> Roles,
    DateOnly On
);

/// <summary>Holds a pasted list against the people and departments as they are.</summary>
internal sealed class MovePlan
{
    /// <summary>A move is entered some days late; one of months ago is a slip of the year, and could not be undone.</summary>
    private const int LateAtMost = 90;

    private readonly List<Department> departments;
    private readonly ILookup<string, (Person Person, Post Post)> posts;
    private readonly DateOnly usual;
    private readonly DateOnly earliest;
    private readonly Guid? asker;
    private readonly Dictionary<Guid, int> rows = [];

    private MovePlan(
        List<Department> departments,
        List<(Person Person, Post Post)> posts,
        DateOnly usual,
        DateOnly earliest,
        Guid? asker
    )
    {
        this.earliest = earliest;
        this.departments = departments;
        this.posts = posts.ToLookup(held => held.Person.Mail, StringComparer.OrdinalIgnoreCase);
        this.usual = usual;
        this.asker = asker;
    }

    /// <param name="usual">The day of rows that name none.</param>
    public static async Task<MovePlan> OfAsync(
        ShirubeDb db,
        Asker asker,
        DateOnly usual,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var posts = await (
            from post in db.Posts.AsNoTracking().HeldBetween(today.AddDays(-1), null)
            join person in db.People.AsNoTracking() on post.PersonId equals person.PersonId
            where post.GovernmentCode == asker.Government && person.ErasedAt == null
            orderby post.Number
            select new { person, post }
        ).ToListAsync(cancel);
        return new(
            await db.Departments.AsNoTracking().OrderBy(known => known.Number).ToListAsync(cancel),
            [.. posts.Select(held => (held.person, held.post))],
            usual,
            today.AddDays(-LateAtMost),
            asker.PersonOrNull
        );
    }

    /// <summary>Either what the row does or what is wrong with it.</summary>
    public (Move? Move, IReadOnlyList<Fault> Faults) Read(MoveRow row)
    {
        var faults = new List<Fault>();
        var day = DayOf(row, faults);
        var person = PersonOf(row, faults);
        var to = departments.FirstOrDefault(known =>
            known.Name == row.Department && known.ValidFrom <= day && known.IsOpenUntil(null)
        );
        if (to is null)
            faults.Add(new Fault("department", "PEOPLE014", row.Number, row.Department));
        var role = RoleNames.Find(row.Role);
        if (row.Role.Length > 0 && role is null)
            faults.Add(new Fault("role", "PEOPLE015", row.Number, row.Role));
        if (person is null || faults.Count > 0)
            return (null, faults);
        var leaving = Leaving(row, day, faults);
        var roles = role is { } named ? [named] : leaving.Select(post => post.Role).Distinct().ToList();
        if (roles.Count == 0 && faults.Count == 0)
            faults.Add(new Fault("role", "PEOPLE025", row.Number));
        if (
            faults.Count == 0
            && leaving.Count > 0
            && leaving.All(post => post.DepartmentNumber == to!.Number && roles.Contains(post.Role))
        )
            faults.Add(new Fault("department", "PEOPLE024", row.Number, to!.Name));
        if (faults.Count > 0)
            return (null, faults);
        return (
            new Move(
                row.Number,
                person.PersonId,
                person.Name,
                [.. leaving.Select(post => post.Number)],
                [.. leaving.Select(post => NameOf(post.DepartmentNumber)).Distinct()],
                to!.Number,
                to.Name,
                roles,
                day
            ),
            faults
        );
    }

    private DateOnly DayOf(MoveRow row, List<Fault> faults)
    {
        var day = usual;
        if (row.On.Length > 0 && JapaneseDate.TryParse(row.On, out var date) && date.Date is { } written)
            day = written;
        else if (row.On.Length > 0)
            faults.Add(new Fault("on", "PEOPLE016", row.Number, row.On));
        if (day < earliest)
            faults.Add(new Fault("on", "PEOPLE027", row.Number, day, earliest));
        return day;
    }

    private Person? PersonOf(MoveRow row, List<Fault> faults)
    {
        if (!posts.Contains(row.Mail))
        {
            faults.Add(new Fault("mail", "PEOPLE011", row.Number, row.Mail));
            return null;
        }
        var person = posts[row.Mail].First().Person;
        if (person.PersonId == asker)
            faults.Add(new Fault("mail", "PEOPLE026", row.Number));
        if (row.Name.Length > 0 && Folding.Squeeze(row.Name) != Folding.Squeeze(person.Name))
            faults.Add(new Fault("name", "PEOPLE012", row.Number, row.Name, person.Name));
        else if (!rows.TryAdd(person.PersonId, row.Number))
            faults.Add(new Fault("mail", "PEOPLE013", row.Number, row.Mail, rows[person.PersonId]));
        return person;
    }

    /// <summary>The posts that end: all of the one department that is left.</summary>
    private List<Post> Leaving(MoveRow row, DateOnly day, List<Fault> faults)
    {
        var held = posts[row.Mail].Select(one => one.Post).Where(post => post.DepartmentNumber is not null).ToList();
        if (held.FirstOrDefault(post => post.ValidFrom >= day) is { } coming)
            faults.Add(new Fault("mail", "PEOPLE018", row.Number, NameOf(coming.DepartmentNumber), coming.ValidFrom));
        var leaving = held.Where(post =>
                post.ValidFrom < day && (post.ValidUntil is null || post.ValidUntil >= day.AddDays(-1))
            )
            .ToList();
        if (row.Leaves.Length > 0)
        {
            leaving = [.. leaving.Where(post => NameOf(post.DepartmentNumber) == row.Leaves)];
            if (leaving.Count == 0)
                faults.Add(new Fault("leaves", "PEOPLE017", row.Number, row.Leaves));
        }
        else if (leaving.Select(post => post.DepartmentNumber).Distinct().Count() > 1)
            faults.Add(
                new Fault(
                    "leaves",
                    "PEOPLE019",
                    row.Number,
                    string.Join('、', leaving.Select(post => NameOf(post.DepartmentNumber)).Distinct())
                )
            );
        return leaving;
    }

    private string NameOf(int? department) =>
        departments.FirstOrDefault(known => known.Number == department)?.Name ?? "";
}
