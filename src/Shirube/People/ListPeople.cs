using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.People;

/// <param name="Department">Its name; null for a post beside the departments.</param>
public sealed record ListedPost(
    int Number,
    Role Role,
    int? DepartmentNumber,
    string? Department,
    DateOnly From,
    DateOnly? Until
);

/// <param name="Name">Empty when the person was erased.</param>
/// <param name="Posts">In the asker's government, the latest first.</param>
public sealed record ListedPerson(
    Guid Person,
    string Name,
    string Yomi,
    string Mail,
    DateTimeOffset? ErasedAt,
    IReadOnlyList<ListedPost> Posts
);

/// <summary>
/// 職員の一覧: who works or worked for the government, in the order of the readings, a page at a time. That somebody
/// looked is recorded: names and addresses are personal data.
/// </summary>
public sealed class ListPeople(ShirubeDb db, TimeProvider clock)
{
    public const int PageSize = 100;

    /// <param name="Search">Part of the name, its reading or the address.</param>
    /// <param name="Department">Only those with a post there.</param>
    /// <param name="HeldOn">Only those with a post on that day or later; null for all that ever had one.</param>
    public sealed record Query(string? Search = null, int? Department = null, DateOnly? HeldOn = null, int Page = 1);

    /// <param name="Count">Of all pages.</param>
    public sealed record Result(IReadOnlyList<ListedPerson> People, int Count);

    /// <summary>One person with all posts in the asker's government; null for who never had one there.</summary>
    /// <exception cref="NotPermittedException">The asker does not see the government's people.</exception>
    public async Task<ListedPerson?> OpenAsync(Asker asker, Guid number, CancellationToken cancel = default)
    {
        asker.Require(Act.ReadPeople);
        var person = await db
            .People.AsNoTracking()
            .SingleOrDefaultAsync(
                known =>
                    known.PersonId == number
                    && db.Posts.Any(post => post.GovernmentCode == asker.Government && post.PersonId == known.PersonId),
                cancel
            );
        if (person is null)
            return null;
        var posts = await PostsAsync(asker, [number], cancel);
        if (asker.Person != number)
            await RecordAsync(asker.Entry("person.read", $"/governments/{asker.Government}/people/{number}"), cancel);
        return Listed(person, posts);
    }

    /// <exception cref="NotPermittedException">The asker does not see the government's people.</exception>
    public async Task<Result> ExecuteAsync(Asker asker, Query query, CancellationToken cancel = default)
    {
        asker.Require(Act.ReadPeople);
        var posts = db.Posts.AsNoTracking().Where(post => post.GovernmentCode == asker.Government);
        if (query.Department is { } department)
            posts = posts.Where(post => post.DepartmentNumber == department);
        if (query.HeldOn is { } day)
            posts = posts.HeldBetween(day, null);
        var people = db.People.AsNoTracking().Where(person => posts.Any(post => post.PersonId == person.PersonId));
        if (query.Search?.Trim() is { Length: > 0 } search)
            people = people.Where(person =>
                person.Name.Contains(search) || person.Yomi.Contains(search) || person.Mail.Contains(search)
            );
        var count = await people.CountAsync(cancel);
        var page = await people
            .OrderBy(person => EF.Functions.Collate(person.Yomi == "" ? person.Name : person.Yomi, "ja-x-icu"))
            .ThenBy(person => person.PersonId)
            .Skip((query.Page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancel);
        var held = await PostsAsync(asker, [.. page.Select(person => person.PersonId)], cancel);
        await RecordAsync(
            asker.Entry("person.listed", $"/governments/{asker.Government}/people") with
            {
                After = AuditValues.Of(
                    ("department", query.Department),
                    ("heldOn", query.HeldOn),
                    ("page", query.Page),
                    ("people", page.Count)
                ),
            },
            cancel
        );
        return new([.. page.Select(person => Listed(person, held))], count);
    }

    private static ListedPerson Listed(Person person, ILookup<Guid, ListedPost> posts) =>
        new(
            person.PersonId,
            person.Name,
            person.Yomi,
            person.ErasedAt is null ? person.Mail : "",
            person.ErasedAt,
            [.. posts[person.PersonId]]
        );

    private async Task RecordAsync(AuditEntry entry, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(entry, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<ILookup<Guid, ListedPost>> PostsAsync(Asker asker, List<Guid> people, CancellationToken cancel)
    {
        var names = await db
            .Departments.AsNoTracking()
            .ToDictionaryAsync(department => department.Number, department => department.Name, cancel);
        var posts = await db
            .Posts.AsNoTracking()
            .Where(post => post.GovernmentCode == asker.Government && people.Contains(post.PersonId))
            .OrderByDescending(post => post.ValidFrom)
            .ThenBy(post => post.Number)
            .ToListAsync(cancel);
        return posts.ToLookup(
            post => post.PersonId,
            post => new ListedPost(
                post.Number,
                post.Role,
                post.DepartmentNumber,
                post.DepartmentNumber is { } number ? names.GetValueOrDefault(number) : null,
                post.ValidFrom,
                post.ValidUntil
            )
        );
    }
}
