using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shirube.Approvals;

namespace Shirube.Web.Approvals;

/// <summary>A route as its form holds it: every value as typed. Empty steps and seats are left out of what is defined.</summary>
internal sealed class RouteForm
{
    public string Name { get; set; } = "";
    public bool IsInUse { get; set; } = true;
    public List<Step> Steps { get; } = [];

    internal sealed record Step(string Name, List<Seat> Seats);

    /// <param name="Member"><c>p:</c> and a person's number, <c>d:</c> and a department's, or nothing.</param>
    internal sealed record Seat(string Member, string Deputy);

    public static RouteForm Of(ApprovalRoute? route)
    {
        var form = new RouteForm { Name = route?.Name ?? "", IsInUse = route?.IsInUse ?? true };
        foreach (var step in (route?.Steps ?? []).OrderBy(step => step.Position))
            form.Steps.Add(new(step.Name, [.. step.Seats.OrderBy(seat => seat.Position).Select(Of)]));
        form.MakeRoom(steps: 1);
        return form;
    }

    public static RouteForm Of(IFormCollection posted)
    {
        var form = new RouteForm { Name = posted["name"].ToString(), IsInUse = posted["inuse"] == "yes" };
        for (var step = 0; posted.ContainsKey($"step{step}") && step < 30; step++)
        {
            var seats = new List<Seat>();
            for (var seat = 0; posted.ContainsKey($"member{step}-{seat}") && seat < 30; seat++)
                seats.Add(new(posted[$"member{step}-{seat}"].ToString(), posted[$"deputy{step}-{seat}"].ToString()));
            form.Steps.Add(new(posted[$"step{step}"].ToString(), seats));
        }
        return form;
    }

    /// <summary>Room to type into: two seats a step at least, and an empty seat and step more than are filled.</summary>
    public void MakeRoom(int steps)
    {
        for (var more = Math.Max(steps, 2 - Steps.Count); more > 0; more--)
            Steps.Add(new("", []));
        foreach (var step in Steps)
            do step.Seats.Add(new("", ""));
            while (step.Seats.Count < 2);
    }

    /// <summary>The last of the filled steps is the decision.</summary>
    public RouteDefinition Definition()
    {
        var filled = Steps
            .Select(step => step with { Seats = [.. step.Seats.Where(seat => seat.Member != "")] })
            .Where(step => step.Name.Trim() != "" || step.Seats.Count > 0)
            .ToList();
        return new(
            Name,
            IsInUse,
            [
                .. filled.Select(
                    (step, at) =>
                        new StepDefinition(
                            step.Name,
                            at == filled.Count - 1 ? StepKind.Decision : StepKind.Review,
                            [.. step.Seats.Select(DefinitionOf)]
                        )
                ),
            ]
        );
    }

    private static Seat Of(RouteSeat seat) =>
        new(
            seat.PersonId is { } person
                ? $"p:{person}"
                : string.Create(CultureInfo.InvariantCulture, $"d:{seat.DepartmentNumber}"),
            seat.DeputyId?.ToString() ?? ""
        );

    private static SeatDefinition DefinitionOf(Seat seat) =>
        new(
            seat.Member.StartsWith("p:", StringComparison.Ordinal) && Guid.TryParse(seat.Member[2..], out var person)
                ? person
                : null,
            seat.Member.StartsWith("d:", StringComparison.Ordinal)
            && int.TryParse(seat.Member[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var department)
                ? department
                : null,
            Guid.TryParse(seat.Deputy, out var deputy) ? deputy : null
        );
}
