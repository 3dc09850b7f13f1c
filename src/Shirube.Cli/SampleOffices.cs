using Shirube.Permissions;

namespace Shirube.Cli;

/// <summary>見本の団体: three governments with the departments and the people that one can look around as. Nobody real.</summary>
internal static class SampleOffices
{
    /// <param name="Department">Index into the office's departments; null beside them.</param>
    internal sealed record SamplePerson(string Name, string Yomi, string Mail, Role Role, int? Department);

    internal sealed record Office(string Code, string[] Departments, SamplePerson[] People);

    public static IReadOnlyList<Office> All { get; } =
    [
        new(
            "100005",
            ["企画課（見本）", "産業振興課（見本）", "生涯学習課（見本）"],
            [
                Of("企画担当 A", "きかくたんとう えー", "kikaku.gunma", Role.PlanningOfficer, 0),
                Of("担当課職員 A", "たんとうかしょくいん えー", "tanto.gunma", Role.DepartmentOfficer, 2),
                Of("課長 A", "かちょう えー", "kacho.gunma", Role.Approver, 0),
                Of("部長 A", "ぶちょう えー", "bucho.gunma", Role.Approver, null),
                Of("監査担当 A", "かんさたんとう えー", "kansa.gunma", Role.Auditor, null),
                Of("事業職員 A", "じぎょうしょくいん えー", "jigyo.gunma", Role.ProgrammeStaff, 2),
                Of("管理者 A", "かんりしゃ えー", "kanri.gunma", Role.Administrator, null),
                Of("有識者 A", "ゆうしきしゃ えー", "iin", Role.CouncilMember, null),
                Of("企業 A", "きぎょう えー", "kigyo", Role.CompanyUser, null),
                Of("学習者 A", "がくしゅうしゃ えー", "gakushu", Role.Learner, null),
            ]
        ),
        new(
            "102032",
            ["企画課（見本）", "商工振興課（見本）"],
            [
                Of("企画担当 B", "きかくたんとう びー", "kikaku.kiryu", Role.PlanningOfficer, 0),
                Of("担当課職員 B", "たんとうかしょくいん びー", "tanto.kiryu", Role.DepartmentOfficer, 1),
                Of("課長 B", "かちょう びー", "kacho.kiryu", Role.Approver, 0),
                Of("管理者 B", "かんりしゃ びー", "kanri.kiryu", Role.Administrator, null),
            ]
        ),
        new(
            "102041",
            ["企画課（見本）", "商工労働課（見本）"],
            [
                Of("企画担当 C", "きかくたんとう しー", "kikaku.isesaki", Role.PlanningOfficer, 0),
                Of("担当課職員 C", "たんとうかしょくいん しー", "tanto.isesaki", Role.DepartmentOfficer, 1),
                Of("課長 C", "かちょう しー", "kacho.isesaki", Role.Approver, 0),
                Of("管理者 C", "かんりしゃ しー", "kanri.isesaki", Role.Administrator, null),
            ]
        ),
    ];

    /// <summary>With this the tour begins: reads and changes the prefecture's plans, needs no second factor.</summary>
    public const string First = "kikaku.gunma" + At;

    private const string At = "@sample.example";

    private static SamplePerson Of(string name, string yomi, string mail, Role role, int? department) =>
        new(name + "（見本）", yomi, mail + At, role, department);
}
