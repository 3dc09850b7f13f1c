using Shirube.Calendar;

namespace Shirube.Plans.Certification;

/// <param name="Day">A working day.</param>
public sealed record ProposedStep(string Title, DateOnly Day, int RemindDays);

/// <summary>
/// 申請日からの逆算: the usual steps around a day of application. In the 62nd round (2021) consultation was open until six
/// working days before the application and the certification was set for two months after it
/// (https://www.chisou.go.jp/tiiki/tiikisaisei/kouhyou/210730/nintei.html); the other distances are those of a usual
/// office, to be changed by whoever plans.
/// </summary>
public static class ProposedSteps
{
    public const string Application = "申請";
    private const int MonthsToCertification = 2;

    public static IReadOnlyList<ProposedStep> For(CertificationKind kind, DateOnly appliedOn)
    {
        if (kind == CertificationKind.MinorChange)
            return
            [
                Before("案文の締切", 15, 5),
                Before("決裁", 5, 3),
                new("軽微な変更の報告", appliedOn, 3),
                new("公表", WorkingDay.Add(appliedOn, 10), 3),
            ];
        var certified = WorkingDay.OnOrAfter(appliedOn.AddMonths(MonthsToCertification));
        return
        [
            Before("庁内照会の締切", 40, 7),
            Before("案文の締切", 30, 7),
            Before("事前相談", 20, 7),
            Before("決裁", 5, 5),
            new(kind == CertificationKind.Change ? "変更認定の申請" : Application, appliedOn, 7),
            new("認定見込み", certified, 7),
            new("公表", WorkingDay.Add(certified, 10), 3),
        ];

        ProposedStep Before(string title, int days, int remind) => new(title, WorkingDay.Add(appliedOn, -days), remind);
    }

    /// <summary>A day as typed; of a month alone its tenth, or the last working day before it.</summary>
    /// <returns>Null for what is neither day nor month.</returns>
    public static DateOnly? DayOf(string text) =>
        !JapaneseDate.TryParse(text, out var date) || date.Month is not { } month
            ? null
            : date.Date ?? WorkingDay.OnOrBefore(new DateOnly(date.Year, month, 10));
}
