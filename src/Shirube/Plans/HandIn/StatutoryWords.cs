using System.Globalization;
using Shirube.Documents.Writing;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>What the form prints around the facts of a plan: amounts in 千円, periods from a day to a day.</summary>
internal static class StatutoryWords
{
    public const string Name = "地域再生計画";

    /// <summary>The support measure that 5-2 rests on, with its code.</summary>
    public static string Measure(PlanForm form) =>
        form == PlanForm.A2007
            ? "○　まち・ひと・しごと創生寄附活用事業に関連する寄附を行った法人に対する特例（内閣府）：【A2007】"
            : "○　地方創生推進タイプ（内閣府）：【A3007】";

    public static IEnumerable<WrittenBlock> Cost(PlanContent content, PlanSection section)
    {
        var typed = content[section.Key];
        if (typed.Length == 0)
            return [];
        var amount = content.Facts.CostYen is { } yen ? Money(yen) : typed;
        return content.Form == PlanForm.A2007
            ? [new WrittenParagraph(amount)]
            :
            [
                new WrittenParagraph("・法第5条第4項第1号イに関する事業【A3007】"),
                new WrittenParagraph($"総事業費　{amount}"),
            ];
    }

    /// <summary>In 千円 as the form asks; an amount with a rest in yen keeps it.</summary>
    public static string Money(decimal yen) =>
        yen % 1000 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{yen / 1000:N0} 千円")
            : string.Create(CultureInfo.InvariantCulture, $"{yen:N0} 円");

    public static string Period(PlanContent content, PlanSection section)
    {
        var from = content[section.Key + "-start"];
        var to = content[section.Key + "-end"];
        if (from.Length == 0 && to.Length == 0)
            return "";
        if (section.Kind == SectionKind.PlanPeriod && content.Facts.PlanStart is { Date: null })
            from = content.Form.IsStatutory() ? "地域再生計画の認定の日" : "";
        return from.EndsWith("認定の日", StringComparison.Ordinal)
            ? $"{from}から {Day(to)} まで"
            : $"{Day(from)} から {Day(to)} まで";
    }

    private static string Day(string typed) =>
        PlanFacts.Day(typed) is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日")
            : typed;
}
