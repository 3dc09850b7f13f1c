using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.People;

/// <summary>役職・担当: what a person is in a government, in which department, from which day to which.</summary>
public sealed class Post
{
    public GovernmentCode GovernmentCode { get; init; }

    /// <summary>Counts from 1 within the government.</summary>
    public int Number { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>Null for a post beside the departments: an administrator, an expert from outside.</summary>
    public int? DepartmentNumber { get; init; }
    public Role Role { get; init; }
    public DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>The step of moves that made the post; null for one given singly.</summary>
    public int? MovedIn { get; init; }

    /// <summary>The step of moves that ended it.</summary>
    public int? EndedIn { get; private set; }

    /// <summary>The last day that it had before that step.</summary>
    public DateOnly? UntilBefore { get; private set; }

    internal void EndInMove(int step, DateOnly last)
    {
        (EndedIn, UntilBefore) = (step, ValidUntil);
        EndOn(last);
    }

    internal void TakeBackEnd()
    {
        ValidUntil = UntilBefore;
        (EndedIn, UntilBefore) = (null, null);
    }

    /// <summary>Not after that day; a post that would only have begun later was held on no day.</summary>
    internal void EndOn(DateOnly last) => ValidUntil = last < ValidFrom ? ValidFrom.AddDays(-1) : last;

    public bool IsHeldOn(DateOnly day) => ValidFrom <= day && (ValidUntil is null || day <= ValidUntil);
}
