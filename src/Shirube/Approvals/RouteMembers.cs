using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;

namespace Shirube.Approvals;

/// <summary>Whether somebody is there for every seat of a route on a day, other than the one who drafts.</summary>
internal sealed class RouteMembers(ShirubeDb db, DateOnly day)
{
    /// <returns>The first seat that nobody could fill; null when the route can be gone.</returns>
    public async Task<Fault?> FaultAsync(ApprovalRoute route, Guid drafter, CancellationToken cancel)
    {
        var posts = await ApproverStanding
            .Posts(db, day)
            .Select(post => new { post.PersonId, post.DepartmentNumber })
            .ToListAsync(cancel);
        foreach (var step in route.Steps.OrderBy(step => step.Position))
        foreach (var seat in step.Seats.OrderBy(seat => seat.Position))
        {
            if (seat.PersonId == drafter)
                return new Fault("route", "APPROVAL015", Arguments: step.Name);
            var isThere = posts.Any(post =>
                post.PersonId != drafter
                && (
                    post.PersonId == seat.PersonId
                    || post.PersonId == seat.DeputyId
                    || (seat.DepartmentNumber is { } number && post.DepartmentNumber == number)
                )
            );
            if (!isThere)
                return new Fault("route", "APPROVAL014", Arguments: step.Name);
        }
        return null;
    }
}
