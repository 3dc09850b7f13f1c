using Shirube.Governments;

namespace Shirube.Notifications;

/// <summary>What is told to people. Its words stand in <c>Resources/Notifications.resx</c> under the name.</summary>
public enum NotificationKind
{
    /// <summary>決裁が回ってきた</summary>
    ApprovalWaits,

    /// <summary>決裁された</summary>
    ApprovalDecided,

    /// <summary>差し戻された</summary>
    ApprovalSentBack,

    /// <summary>引き戻された</summary>
    ApprovalPulledBack,

    /// <summary>代決された: to be confirmed later.</summary>
    ApprovalActedFor,

    /// <summary>委任された</summary>
    ApprovalDelegated,

    /// <summary>仕事を頼まれた</summary>
    TaskGiven,

    /// <summary>仕事を引き継いだ: all of somebody's at once.</summary>
    TasksHandedOver,

    /// <summary>パスワードが変わった</summary>
    PasswordChanged,

    /// <summary>管理者がパスワードを再設定した</summary>
    PasswordReset,

    /// <summary>二つ目の確認手段が加わった</summary>
    FactorAdded,

    /// <summary>二つ目の確認手段が外された</summary>
    FactorRemoved,

    /// <summary>回復コードが使われた</summary>
    RecoveryCodeUsed,

    /// <summary>続けて失敗したためアカウントが止まった</summary>
    AccountLocked,

    /// <summary>緊急用アカウントが使われた: told to administrators.</summary>
    BreakGlassUsed,

    /// <summary>認定申請の期日が近い: told to planning officers.</summary>
    ApplicationStepNear,
}

/// <summary>通知: what happened that concerns a person; stored with what it tells, in the same transaction.</summary>
public sealed class Notification
{
    public GovernmentCode GovernmentCode { get; init; }
    public Guid NotificationId { get; init; }
    public Guid PersonId { get; init; }
    public NotificationKind Kind { get; init; }

    /// <summary>Where to look, as the site addresses it.</summary>
    public required string Subject { get; init; }

    /// <summary>For the words.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ReadAt { get; set; }
}
