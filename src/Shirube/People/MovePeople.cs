using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>
/// 人事異動: moves many people between departments in one step, from a pasted list. Either every row is applied or none.
/// </summary>
public sealed class MovePeople(ShirubeDb db, TimeProvider clock)
{
    /// <param name="Moves">One a row, in the list's order; rows with faults are not among them.</param>
    public sealed record Outcome(IReadOnlyList<Move> Moves, IReadOnlyList<Fault> Faults);

    /// <param name="Row">Of the pasted list, counting from 1 without its heading.</param>
    public sealed record Move(int Row, Guid Person, string Name, int? From, int To, Role Role, DateOnly On);

    /// <summary>What the list would do; changes nothing.</summary>
    /// <param name="on">The first day in the new department, where a row names none: 1 April.</param>
    public async Task<Outcome> PreviewAsync(Asker asker, string pasted, DateOnly on, CancellationToken cancel = default)
    {
        asker.Require(Act.ManagePeople);
        return await PlanAsync(asker, pasted, on, cancel);
    }

    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Outcome> ExecuteAsync(Asker asker, string pasted, DateOnly on, CancellationToken cancel = default)
    {
        asker.Require(Act.ManagePeople);
        var government = asker.Government!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await PeopleLock.TakeAsync(db, government, cancel);
        var outcome = await PlanAsync(asker, pasted, on, cancel);
        if (outcome.Faults.Count > 0)
            return outcome;
        var number = await NextPost.NumberAsync(db, government, cancel);
        foreach (var move in outcome.Moves)
        {
            await EndAsync(asker, move, cancel);
            db.Add(
                new Post
                {
                    GovernmentCode = government,
                    Number = number++,
                    PersonId = move.Person,
                    DepartmentNumber = move.To,
                    Role = move.Role,
                    ValidFrom = move.On,
                }
            );
        }
        await db.SaveChangesAsync(cancel);
        foreach (var move in outcome.Moves)
            await new AuditTrail(db, clock).AppendAsync(
                asker.Entry("person.moved", $"/governments/{government}/people/{move.Person}") with
                {
                    Before = AuditValues.Of(("department", move.From)),
                    After = AuditValues.Of(("department", move.To), ("role", move.Role), ("from", move.On)),
                },
                cancel
            );
        await transaction.CommitAsync(cancel);
        return outcome;
    }

    private async Task EndAsync(Asker asker, Move move, CancellationToken cancel)
    {
        var current = await db
            .Posts.Where(post => post.GovernmentCode == asker.Government && post.PersonId == move.Person)
            .Where(post => post.DepartmentNumber != null && post.ValidUntil == null)
            .ToListAsync(cancel);
        foreach (var post in current)
            // A post that would begin on the day of the move or later never was one.
            post.ValidUntil = post.ValidFrom < move.On ? move.On.AddDays(-1) : post.ValidFrom;
    }

    private async Task<Outcome> PlanAsync(Asker asker, string pasted, DateOnly on, CancellationToken cancel)
    {
        var departments = await db
            .Departments.Where(department => department.ValidUntil == null || department.ValidUntil >= on)
            .ToDictionaryAsync(department => department.Name, department => department.Number, cancel);
        var people = await HoldersAsync(asker, cancel);
        var moves = new List<Move>();
        var faults = new List<Fault>();
        foreach (var row in MoveRow.Parse(pasted))
        {
            var wrong = row.Faults(people, departments, moves);
            faults.AddRange(wrong);
            if (wrong.Count == 0)
                moves.Add(row.Move(people, departments, on));
        }
        if (moves.Count == 0 && faults.Count == 0)
            faults.Add(new Fault("list", "PEOPLE010"));
        return new(moves, faults);
    }

    /// <summary>The people of the government's departments by their address.</summary>
    private async Task<Dictionary<string, Holder>> HoldersAsync(Asker asker, CancellationToken cancel)
    {
        var posts = await (
            from post in db.Posts
            join person in db.People on post.PersonId equals person.PersonId
            where post.GovernmentCode == asker.Government && post.ValidUntil == null
            orderby post.Number
            select new Holder(person.PersonId, person.Name, person.Mail, post.DepartmentNumber, post.Role)
        ).ToListAsync(cancel);
        return posts
            .GroupBy(holder => holder.Mail, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => group.FirstOrDefault(holder => holder.Department is not null) ?? group.First(),
                StringComparer.OrdinalIgnoreCase
            );
    }

    internal sealed record Holder(Guid Person, string Name, string Mail, int? Department, Role Role);
}
