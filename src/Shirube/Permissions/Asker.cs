using Shirube.Audit;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Permissions;

/// <summary>依頼者: who asks, for which government, and with which posts today.</summary>
/// <param name="Person">The person's number; empty for <see cref="Installer"/>.</param>
/// <param name="Government">For whom the person acts now; null for one who holds no post.</param>
/// <param name="Posts">The posts held today in that government.</param>
/// <param name="From">Where the request came from: a network address, or a command and the login it ran under.</param>
public sealed record Asker(
    Guid Person,
    string Name,
    GovernmentCode? Government,
    IReadOnlyList<HeldPost> Posts,
    string From
)
{
    /// <summary>
    /// Who has the machine and gives it commands, with no person's session: does for the government what its
    /// administrator and its planning officer may.
    /// </summary>
    /// <param name="from">The command and the login it runs under.</param>
    public static Asker Installer(GovernmentCode? government, string from) =>
        new(
            Guid.Empty,
            "",
            government,
            [new HeldPost(Role.Administrator, null), new HeldPost(Role.PlanningOfficer, null)],
            from
        );

    /// <summary>The person, or null where none is behind it.</summary>
    public Guid? PersonOrNull => Person == Guid.Empty ? null : Person;

    /// <summary>The widest reach that any of the posts gives.</summary>
    public Reach ReachOf(Act act) =>
        act == Act.KeepOwnAccount ? Reach.Own
        : Posts.Count == 0 ? Reach.None
        : Posts.Max(post => PermissionTable.Of(post.Role, act));

    /// <summary>May do the act on something at all; what it is on may narrow it further.</summary>
    public bool May(Act act) => ReachOf(act) > Reach.None;

    /// <summary>May do the act on what belongs to this department of the government.</summary>
    public bool May(Act act, int? department) =>
        Posts.Any(post =>
            PermissionTable.Of(post.Role, act) switch
            {
                Reach.Government => true,
                Reach.Department => department is not null && post.Department == department,
                _ => false,
            }
        );

    /// <summary>An entry of the government's trail that says who asked and from where.</summary>
    public AuditEntry Entry(string act, string subject) =>
        new(act, subject, Government) { Person = PersonOrNull, From = From };

    public Scope Scope => new(Government, PersonOrNull);

    /// <exception cref="NotPermittedException">None of the posts permits the act.</exception>
    public void Require(Act act)
    {
        if (!May(act))
            throw new NotPermittedException(act);
    }
}

/// <summary>A post held today.</summary>
/// <param name="Department">Number of the department in the government; null for a post beside the departments.</param>
public sealed record HeldPost(Role Role, int? Department);

/// <summary>Somebody asked for what none of their posts permits. Says nothing of whether the thing exists.</summary>
public sealed class NotPermittedException(Act act) : Exception($"Not permitted: {act}.")
{
    public Act Act { get; } = act;
}
