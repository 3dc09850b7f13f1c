using Shirube.Documents.Text;

namespace Shirube.Permissions;

/// <summary>The roles as lists that people paste write them, in Japanese or in English.</summary>
public static class RoleNames
{
    private static readonly Dictionary<string, Role> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["管理者"] = Role.Administrator,
        ["企画担当"] = Role.PlanningOfficer,
        ["担当課職員"] = Role.DepartmentOfficer,
        ["承認者"] = Role.Approver,
        ["有識者会議委員"] = Role.CouncilMember,
        ["事業職員"] = Role.ProgrammeStaff,
        ["企業利用者"] = Role.CompanyUser,
        ["学習者"] = Role.Learner,
        ["監査担当"] = Role.Auditor,
    };

    /// <summary>Null for a name that no role has.</summary>
    public static Role? Find(string name)
    {
        var folded = Folding.Squeeze(name);
        return Known.TryGetValue(folded, out var role) ? role
            : Enum.TryParse<Role>(folded, ignoreCase: true, out var english) && Enum.IsDefined(english) ? english
            : null;
    }

    /// <summary>管理者</summary>
    public static string Of(Role role) => Known.First(name => name.Value == role).Key;
}
