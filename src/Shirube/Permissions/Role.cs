namespace Shirube.Permissions;

/// <summary>役割: what a post lets its holder do, within the post's government and, where it has one, its department.</summary>
public enum Role
{
    /// <summary>管理者: people, departments, settings. Reads, but does not make, what is published.</summary>
    Administrator,

    /// <summary>企画担当</summary>
    PlanningOfficer,

    /// <summary>担当課の職員</summary>
    DepartmentOfficer,

    /// <summary>承認者: who reviews and decides.</summary>
    Approver,

    /// <summary>有識者会議の委員: from outside.</summary>
    CouncilMember,

    /// <summary>事業の現場の職員: a coach, an organiser of a fair, a desk.</summary>
    ProgrammeStaff,

    /// <summary>企業の利用者: from outside.</summary>
    CompanyUser,

    /// <summary>学習者・保護者: from outside, often a child.</summary>
    Learner,

    /// <summary>監査担当: reads all, changes nothing.</summary>
    Auditor,
}
