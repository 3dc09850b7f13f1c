using Shirube.Governments;

namespace Shirube.Plans.Writing;

/// <summary>作成主体: one of the governments that make the plan.</summary>
/// <param name="Number">Counts from 1 within the plan and stays its own.</param>
/// <param name="Name">As the form prints it: 群馬県桐生市.</param>
/// <param name="Code">Null when the name is not that of one government.</param>
public sealed record PlanAuthor(int Number, string Name, GovernmentCode? Code)
{
    /// <summary>In the order of the form: by code, those without one last.</summary>
    public static IReadOnlyList<PlanAuthor> InOrder(IEnumerable<PlanAuthor> authors) =>
        [
            .. authors
                .OrderBy(author => author.Code is null)
                .ThenBy(author => author.Code?.Value, StringComparer.Ordinal)
                .ThenBy(author => author.Number),
        ];
}
