using static Shirube.Permissions.Reach;
using static Shirube.Permissions.Role;

namespace Shirube.Permissions;

/// <summary>
/// 権限表: which role may do what. The only place that says so: pages, addresses and commands ask here, and
/// docs/permissions.md is written from it.
/// </summary>
public static class PermissionTable
{
    private static readonly Dictionary<Act, Dictionary<Role, Reach>> Rows = new()
    {
        [Act.KeepOwnAccount] = Enum.GetValues<Role>().ToDictionary(role => role, _ => Own),
        [Act.ReadDocuments] = Staff(Government).With(CouncilMember, Government).With(Auditor, Government),
        [Act.ExportDocuments] = Staff(Government).With(CouncilMember, Government).With(Auditor, Government),
        [Act.ImportDocuments] = new() { [PlanningOfficer] = Government },
        [Act.CorrectValues] = new() { [PlanningOfficer] = Government },
        [Act.ShareDocuments] = new() { [PlanningOfficer] = Government },
        [Act.DecideChanges] = new() { [PlanningOfficer] = Government },
        [Act.ReadPlans] = Staff(Government).With(Auditor, Government),
        [Act.WritePlans] = new() { [PlanningOfficer] = Government, [DepartmentOfficer] = Government },
        [Act.StartPlans] = new() { [PlanningOfficer] = Government },
        [Act.ReadPeople] = Staff(Government).With(Auditor, Government),
        [Act.ManagePeople] = new() { [Administrator] = Government },
        [Act.DefineRoutes] = new() { [Administrator] = Government, [PlanningOfficer] = Government },
        [Act.DraftApprovals] = new() { [PlanningOfficer] = Government, [DepartmentOfficer] = Department },
        [Act.DecideApprovals] = new() { [Approver] = Own },
        [Act.ReadApprovals] = new()
        {
            [PlanningOfficer] = Government,
            [DepartmentOfficer] = Department,
            [Approver] = Own,
            [Auditor] = Government,
        },
        [Act.KeepTasks] = Staff(Government),
        [Act.ReadCalendar] = Staff(Government).With(CouncilMember, Government).With(Auditor, Government),
        [Act.KeepCalendar] = new() { [Administrator] = Government, [PlanningOfficer] = Government },
        [Act.ReadAudit] = new() { [Administrator] = Government, [Auditor] = Government },
        [Act.ChangeSettings] = new() { [Administrator] = Government },
    };

    public static Reach Of(Role role, Act act) => Rows[act].GetValueOrDefault(role, None);

    /// <summary>In the order of the table's columns.</summary>
    public static IEnumerable<Role> RolesThatMay(Act act) => Enum.GetValues<Role>().Where(role => Of(role, act) > None);

    /// <summary>The people who work in the office.</summary>
    private static Dictionary<Role, Reach> Staff(Reach reach) =>
        new()
        {
            [Administrator] = reach,
            [PlanningOfficer] = reach,
            [DepartmentOfficer] = reach,
            [Approver] = reach,
        };

    private static Dictionary<Role, Reach> With(this Dictionary<Role, Reach> row, Role role, Reach reach)
    {
        row.Add(role, reach);
        return row;
    }
}
