namespace Shirube.Permissions;

/// <summary>
/// 行為: what somebody can ask Shirube to do. Every page, address and command names one; <see cref="PermissionTable"/>
/// says who may.
/// </summary>
public enum Act
{
    /// <summary>Own name, sign-in means and notices; every person's own.</summary>
    KeepOwnAccount,

    /// <summary>文書を読む: plans, sheets, outlines, their evidence and findings.</summary>
    ReadDocuments,

    /// <summary>ファイルとして取り出す: the source file, CSV.</summary>
    ExportDocuments,

    /// <summary>文書を取り込む</summary>
    ImportDocuments,

    /// <summary>読み取った値を訂正する</summary>
    CorrectValues,

    /// <summary>文書を他の団体と共有する</summary>
    ShareDocuments,

    /// <summary>変更認定か軽微な変更かを決める</summary>
    DecideChanges,

    /// <summary>計画の原稿を見る</summary>
    ReadPlans,

    /// <summary>計画を書く: sections, KPI table, policy tree, schedule, funding.</summary>
    WritePlans,

    /// <summary>計画を書き始める・写す・戻す</summary>
    StartPlans,

    /// <summary>職員・課を見る</summary>
    ReadPeople,

    /// <summary>職員・課・役割を変える: invitations, posts, departments, resets.</summary>
    ManagePeople,

    /// <summary>決裁経路を定める</summary>
    DefineRoutes,

    /// <summary>起案する</summary>
    DraftApprovals,

    /// <summary>合議・決裁する</summary>
    DecideApprovals,

    /// <summary>決裁を見る</summary>
    ReadApprovals,

    /// <summary>仕事を加える・済みにする</summary>
    KeepTasks,

    /// <summary>年間予定を見る</summary>
    ReadCalendar,

    /// <summary>年間予定を変える</summary>
    KeepCalendar,

    /// <summary>監査記録を見る・取り出す</summary>
    ReadAudit,

    /// <summary>設定を変える: passwords, retention, mail.</summary>
    ChangeSettings,
}

/// <summary>及ぶ範囲: on what a role may do an act. Ordered: a later one includes the earlier.</summary>
public enum Reach
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Only what is the person's own or was handed to the person by name.</summary>
    Own,

    /// <summary>What belongs to the post's department.</summary>
    Department,

    /// <summary>Everything of the post's government, and what others share with it.</summary>
    Government,
}
