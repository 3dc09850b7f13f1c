using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>
/// 人事異動: moves many people between departments in one step, from a pasted list. Either every row is applied or none;
/// until its first day the whole step is taken back as one (<see cref="UndoMove"/>).
/// </summary>
public sealed class MovePeople(ShirubeDb db, TimeProvider clock)
{
    /// <param name="Moves">One a row, in the list's order; rows with faults are not among them.</param>
    /// <param name="Number">Of the step; null where nothing was applied.</param>
    public sealed record Outcome(
        IReadOnlyList<MoveRow> Rows,
        IReadOnlyList<Move> Moves,
        IReadOnlyList<Fault> Faults,
        int? Number = null
    );

    /// <summary>What the list would do; changes nothing.</summary>
    /// <param name="on">The first day in the new department, where a row names none: 1 April.</param>
    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Outcome> PreviewAsync(Asker asker, string pasted, DateOnly on, CancellationToken cancel = default)
    {
        asker.Require(Act.ManagePeople);
        var plan = await MovePlan.OfAsync(db, asker, on, JapanDay.Today(clock), cancel);
        var rows = MoveRow.Parse(pasted);
        var read = rows.Select(plan.Read).ToList();
        var faults = read.SelectMany(row => row.Faults).ToList();
        if (rows.Count == 0)
            faults.Add(new Fault("list", "PEOPLE010"));
        return new(rows, [.. read.Select(row => row.Move).OfType<Move>()], faults);
    }

    /// <exception cref="NotPermittedException">The asker does not manage people.</exception>
    public async Task<Outcome> ExecuteAsync(Asker asker, string pasted, DateOnly on, CancellationToken cancel = default)
    {
        asker.Require(Act.ManagePeople);
        var government = asker.Government!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await PeopleLock.TakeAsync(db, government, cancel);
        var outcome = await PreviewAsync(asker, pasted, on, cancel);
        if (outcome.Faults.Count > 0)
            return outcome;
        var step =
            (
                await db.Posts.Where(post => post.GovernmentCode == government).MaxAsync(post => post.MovedIn, cancel)
                ?? 0
            ) + 1;
        if (await ApplyAsync(asker, government, outcome.Moves, step, cancel) is { } fault)
            return outcome with { Moves = [], Faults = [fault] };
        foreach (var move in outcome.Moves)
            await new AuditTrail(db, clock).AppendAsync(
                asker.Entry("person.moved", $"/governments/{government}/people/{move.Person}") with
                {
                    Before = AuditValues.Of(("posts", string.Join(' ', move.Ends))),
                    After = AuditValues.Of(
                        ("step", step),
                        ("department", move.To),
                        ("roles", string.Join(' ', move.Roles)),
                        ("from", move.On)
                    ),
                },
                cancel
            );
        await transaction.CommitAsync(cancel);
        return outcome with { Number = step };
    }

    private async Task<Fault?> ApplyAsync(
        Asker asker,
        GovernmentCode government,
        IReadOnlyList<Move> moves,
        int step,
        CancellationToken cancel
    )
    {
        var ends = moves.SelectMany(move => move.Ends.Select(number => (number, move.On))).ToDictionary();
        var ending = await db
            .Posts.Where(post => post.GovernmentCode == government && ends.Keys.Contains(post.Number))
            .ToListAsync(cancel);
        var number = await NextPost.NumberAsync(db, government, cancel);
        foreach (var move in moves)
        foreach (var role in move.Roles)
            db.Add(
                new Post
                {
                    GovernmentCode = government,
                    Number = number++,
                    PersonId = move.Person,
                    DepartmentNumber = move.To,
                    Role = role,
                    ValidFrom = move.On,
                    MovedIn = step,
                }
            );
        foreach (var post in ending)
            post.EndInMove(step, ends[post.Number].AddDays(-1));
        await db.SaveChangesAsync(cancel);
        foreach (var day in moves.Select(move => move.On).Distinct())
            if (!await LastAdministrator.StaysAsync(db, asker, ending, day.AddDays(-1), cancel))
                return new Fault("list", "PEOPLE032", Arguments: day.AddDays(-1));
        return null;
    }
}
