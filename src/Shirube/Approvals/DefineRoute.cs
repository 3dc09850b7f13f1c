using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Approvals;

/// <summary>A route as somebody wants it.</summary>
public sealed record RouteDefinition(string Name, bool IsInUse, IReadOnlyList<StepDefinition> Steps);

public sealed record StepDefinition(string Name, StepKind Kind, IReadOnlyList<SeatDefinition> Seats);

/// <summary>Either a person or a department.</summary>
public sealed record SeatDefinition(Guid? Person, int? Department, Guid? Deputy);

/// <summary>決裁経路を定める: a new route, or another order of steps for one that is there. What runs is not touched.</summary>
public sealed class DefineRoute(ShirubeDb db, TimeProvider clock)
{
    /// <param name="number">Of the route to change; null for a new one.</param>
    /// <returns>Its number, or what is wrong.</returns>
    /// <exception cref="NotPermittedException">The asker does not define routes.</exception>
    public async Task<(int? Number, IReadOnlyList<Fault> Faults)> ExecuteAsync(
        Asker asker,
        int? number,
        RouteDefinition wanted,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.DefineRoutes);
        var government = asker.Government!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"routes " + government.Value}, 0))",
            cancel
        );
        var known = number is null ? null : await RouteAsync(number.Value, cancel);
        if (number is not null && known is null)
            return (null, [new Fault(null, "APPROVAL013")]);
        var faults = await new RouteFaults(db, JapanDay.Today(clock)).OfAsync(number, wanted, cancel);
        if (faults.Count > 0)
            return (null, faults);
        var before = known is null ? null : WrittenOf(known);
        var route = known ?? await NewAsync(asker, cancel);
        route.Name = Storable.Text(wanted.Name.Trim());
        route.IsInUse = wanted.IsInUse;
        db.RemoveRange(route.Steps);
        await db.SaveChangesAsync(cancel);
        route.Steps.AddRange(wanted.Steps.Select((step, at) => StepOf(route, step, at + 1)));
        db.AddRange(route.Steps);
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry(
                known is null ? "route.defined" : "route.changed",
                $"/governments/{government}/approval-routes"
            ) with
            {
                Before = before,
                After = WrittenOf(route),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return (route.Number, []);
    }

    private async Task<ApprovalRoute?> RouteAsync(int number, CancellationToken cancel) =>
        await db
            .ApprovalRoutes.Include(route => route.Steps)
                .ThenInclude(step => step.Seats)
            .SingleOrDefaultAsync(route => route.Number == number, cancel);

    private async Task<ApprovalRoute> NewAsync(Asker asker, CancellationToken cancel)
    {
        var route = new ApprovalRoute
        {
            GovernmentCode = asker.Government!.Value,
            Number = (await db.ApprovalRoutes.MaxAsync(known => (int?)known.Number, cancel) ?? 0) + 1,
            Name = "",
        };
        db.Add(route);
        return route;
    }

    private static RouteStep StepOf(ApprovalRoute route, StepDefinition step, int position) =>
        new()
        {
            GovernmentCode = route.GovernmentCode,
            RouteNumber = route.Number,
            Position = position,
            Kind = step.Kind,
            Name = Storable.Text(step.Name.Trim()),
            Seats =
            [
                .. step.Seats.Select(
                    (seat, at) =>
                        new RouteSeat
                        {
                            GovernmentCode = route.GovernmentCode,
                            RouteNumber = route.Number,
                            StepPosition = position,
                            Position = at + 1,
                            PersonId = seat.Person,
                            DepartmentNumber = seat.Department,
                            DeputyId = seat.Deputy,
                        }
                ),
            ],
        };

    private static string WrittenOf(ApprovalRoute route) =>
        AuditValues.Of([
            ("number", route.Number),
            ("name", route.Name),
            ("inUse", route.IsInUse),
            .. route
                .Steps.OrderBy(step => step.Position)
                .Select(step =>
                    (
                        $"step {step.Position}",
                        (object?)
                            $"{step.Kind} {step.Name}: {string.Join(", ", step.Seats.OrderBy(seat => seat.Position).Select(Written))}"
                    )
                ),
        ]);

    private static string Written(RouteSeat seat) =>
        (seat.PersonId?.ToString() ?? $"department {seat.DepartmentNumber}")
        + (seat.DeputyId is { } deputy ? $" (deputy {deputy})" : "");
}
