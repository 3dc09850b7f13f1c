using System.Globalization;
using Shirube.Documents;

namespace Shirube.Plans.Writing;

/// <summary>未確定に戻す: a reading in which something that was read is open again.</summary>
internal static class OpenedReading
{
    /// <summary>The reading with nothing said at a pointer where a figure, a day or an amount stands.</summary>
    public static Reading At(Reading reading, string pointer) =>
        pointer.Split('/') switch
        {
            ["", "totalCostYen"] => reading with { TotalCostYen = null },
            ["", "projectStart"] => reading with { ProjectStart = null },
            ["", "projectEnd"] => reading with { ProjectEnd = null },
            ["", "periodStart"] => reading with { PeriodStart = null },
            ["", "periodEnd"] => reading with { PeriodEnd = null },
            ["", "planStart"] => reading with { PlanStart = null },
            ["", "planEnd"] => reading with { PlanEnd = null },
            ["", "tree"] => reading with { Tree = [] },
            ["", "funding"] => reading with { Funding = [] },
            ["", "privateShares"] => reading with { PrivateShares = [] },
            ["", "schedule"] => reading with { Schedule = [] },
            ["", "verification", var at, var field] => reading with
            {
                Verification = Item(reading.Verification, at, one => Field(one, field)),
            },
            ["", "indicators", var at, var field, .. var rest] => reading with
            {
                Indicators = Item(reading.Indicators, at, one => Field(one, field, rest)),
            },
            _ => reading,
        };

    private static ReadVerification Field(ReadVerification one, string field) =>
        field switch
        {
            "month" => one with { Month = null },
            "seats" => one with { Seats = [], Participants = null },
            _ => one,
        };

    private static ReadIndicator Field(ReadIndicator one, string field, string[] rest) =>
        (field, rest) switch
        {
            ("name", _) => one with { Name = null },
            ("unit", _) => one with { Unit = null },
            ("baseline", _) => one with { Baseline = null, BaselineState = default },
            ("baselineYear", _) => one with { BaselineYear = null },
            ("meaning", _) => one with { Meaning = null },
            ("targets", [var at, ..]) => one with
            {
                Targets = Item(one.Targets, at, target => target with { Figure = null, State = default, At = null }),
            },
            _ => one,
        };

    private static List<T> Item<T>(IReadOnlyList<T> items, string at, Func<T, T> change) =>
        [.. items.Select((item, i) => i.ToString(CultureInfo.InvariantCulture) == at ? change(item) : item)];
}
