namespace Shirube.Plans.Writing;

/// <summary>工程: one line of the schedule, from a month to a month, both included.</summary>
/// <param name="Number">Counts from 1 within the plan and stays its own.</param>
/// <param name="From">First day of the first month.</param>
/// <param name="To">First day of the last month.</param>
public sealed record ScheduleItem(int Number, string Name, DateOnly From, DateOnly To, string Note);
