using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;

namespace Shirube.Approvals;

/// <summary>What is wrong with a route as somebody wants it. Rows of faults are steps, counting from 1.</summary>
internal sealed class RouteFaults(ShirubeDb db, DateOnly day)
{
    public const int MaxSteps = 12;
    public const int MaxSeats = 12;

    public async Task<List<Fault>> OfAsync(int? number, RouteDefinition wanted, CancellationToken cancel)
    {
        var faults = OfShape(wanted);
        var name = wanted.Name.Trim();
        if (
            wanted.IsInUse
            && await db.ApprovalRoutes.AnyAsync(
                other => other.IsInUse && other.Name == name && other.Number != number,
                cancel
            )
        )
            faults.Add(new Fault("name", "APPROVAL031", Arguments: name));
        faults.AddRange(await OfMembersAsync(wanted, cancel));
        return faults;
    }

    internal static List<Fault> OfShape(RouteDefinition wanted)
    {
        var faults = new List<Fault>();
        if (wanted.Name.Trim().Length is 0 or > ApprovalRoute.NameMaxLength)
            faults.Add(new Fault("name", "APPROVAL030", Arguments: ApprovalRoute.NameMaxLength));
        if (wanted.Steps.Count is 0 or > MaxSteps)
            faults.Add(new Fault("steps", "APPROVAL032", Arguments: MaxSteps));
        else if (
            wanted.Steps[^1] is not { Kind: StepKind.Decision, Seats.Count: 1 }
            || wanted.Steps.SkipLast(1).Any(step => step.Kind == StepKind.Decision)
        )
            faults.Add(new Fault("steps", "APPROVAL033"));
        var people = wanted.Steps.SelectMany(step => step.Seats).Select(seat => seat.Person).OfType<Guid>().ToList();
        if (people.Distinct().Count() < people.Count)
            faults.Add(new Fault("steps", "APPROVAL036"));
        for (var at = 0; at < wanted.Steps.Count; at++)
        {
            var step = wanted.Steps[at];
            if (step.Name.Trim().Length is 0 or > RouteStep.NameMaxLength)
                faults.Add(new Fault("steps", "APPROVAL034", at + 1, RouteStep.NameMaxLength));
            if (
                step.Seats.Count is 0 or > MaxSeats
                || step.Seats.Any(seat => seat.Person is null == seat.Department is null)
            )
                faults.Add(new Fault("steps", "APPROVAL035", at + 1, MaxSeats));
            if (step.Seats.Any(seat => seat.Deputy is { } deputy && deputy == seat.Person))
                faults.Add(new Fault("steps", "APPROVAL037", at + 1));
        }
        return faults;
    }

    private async Task<List<Fault>> OfMembersAsync(RouteDefinition wanted, CancellationToken cancel)
    {
        var approvers = (
            await ApproverStanding.Posts(db, day).Select(post => post.PersonId).Distinct().ToListAsync(cancel)
        ).ToHashSet();
        var departments = (
            await db
                .Departments.Where(known => known.ValidUntil == null || day <= known.ValidUntil)
                .Select(known => known.Number)
                .ToListAsync(cancel)
        ).ToHashSet();
        var faults = new List<Fault>();
        for (var at = 0; at < wanted.Steps.Count; at++)
            foreach (var seat in wanted.Steps[at].Seats)
            {
                if (
                    (seat.Person is { } person && !approvers.Contains(person))
                    || (seat.Deputy is { } deputy && !approvers.Contains(deputy))
                )
                    faults.Add(new Fault("steps", "APPROVAL038", at + 1));
                if (seat.Department is { } number && !departments.Contains(number))
                    faults.Add(new Fault("steps", "APPROVAL039", at + 1));
            }
        return faults;
    }
}
