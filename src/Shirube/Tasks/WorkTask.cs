using Shirube.Governments;

namespace Shirube.Tasks;

/// <summary>仕事: what a person, or anybody of a department, has to do.</summary>
public sealed class WorkTask
{
    public const int TitleMaxLength = 200;

    public GovernmentCode GovernmentCode { get; init; }

    /// <summary>Counts from 1 within the government.</summary>
    public int Number { get; init; }
    public required string Title { get; init; }

    /// <summary>Null for one without a day.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Either this or <see cref="DepartmentNumber"/>.</summary>
    public Guid? PersonId { get; private set; }
    public int? DepartmentNumber { get; private set; }
    public Guid MadeBy { get; init; }
    public DateTimeOffset MadeAt { get; init; }
    public Guid? DoneBy { get; set; }
    public DateTimeOffset? DoneAt { get; set; }

    internal void GiveTo(Guid? person, int? department) => (PersonId, DepartmentNumber) = (person, department);
}
