using Shirube.Plans.Writing;

namespace Shirube.Plans.Certification;

/// <summary>認定申請の予定: the day on which a plan is handed in, and the steps around it.</summary>
public sealed class CertificationRound : DraftPart
{
    /// <summary>Page of the plan that shows its rounds.</summary>
    public const string Page = "/application";

    /// <summary>The law on regional revitalisation (地域再生法, 平成17年法律第24号) came into force on this day.</summary>
    public static readonly DateOnly EarliestDay = new(2005, 4, 1);

    /// <summary>No plan looks further ahead: what lies behind it is a slip of the hand.</summary>
    public static DateOnly LatestDay(DateOnly today) => new(today.Year + 20, 12, 31);

    /// <summary>Whether an application, or a step of one, can stand on a day.</summary>
    public static bool IsPossible(DateOnly day, DateOnly today) => day >= EarliestDay && day <= LatestDay(today);

    /// <summary>Counts from 1 within the plan.</summary>
    public int Number { get; init; }
    public CertificationKind Kind { get; init; }
    public DateOnly AppliedOn { get; init; }
    public Guid? MadeBy { get; init; }
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Null for one that is in the calendar.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

public enum CertificationKind
{
    /// <summary>認定申請（地域再生法第5条）</summary>
    New,

    /// <summary>変更認定申請（地域再生法第7条）</summary>
    Change,

    /// <summary>軽微な変更の報告</summary>
    MinorChange,
}

/// <summary>One step on the way to an application, or after it.</summary>
public sealed class CertificationStep : DraftPart
{
    public const int TitleMaxLength = 100;
    public const int MostRemindDays = 60;

    public int RoundNumber { get; init; }

    /// <summary>Counts from 1 within its round.</summary>
    public int Number { get; init; }
    public required string Title { get; set; }
    public DateOnly Day { get; set; }

    /// <summary>Calendar days before its day on which people are reminded; null for never.</summary>
    public int? RemindDays { get; set; }

    /// <summary>The day for which they were reminded.</summary>
    public DateOnly? RemindedFor { get; set; }
    public Guid? DoneBy { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
}
