using System.Globalization;
using Shirube.Approvals;
using Shirube.Documents;
using static Shirube.Plans.Writing.PartDifferences;

namespace Shirube.Plans.Writing;

/// <summary>財源計画, 民間資金の割合 and 工程表 of two states of a plan.</summary>
internal static class AnnexDifferences
{
    public static IEnumerable<Difference> Between(PlanContent old, PlanContent now) =>
        [
            .. Funding(old, now),
            .. Shares(old, now),
            .. Of(
                PlanDifferences.Root + "/schedule",
                old.Schedule,
                now.Schedule,
                item => item.Number,
                item => item.Name,
                Item
            ),
        ];

    private static IEnumerable<Difference> Funding(PlanContent old, PlanContent now) =>
        from cell in old
            .Funding.Concat(now.Funding)
            .Select(amount => (amount.Year, amount.Source))
            .Distinct()
            .OrderBy(cell => cell.Year)
            .ThenBy(cell => cell.Source)
        from difference in Number(
            $"{PlanDifferences.Root}/funding/{ContractValue.Write(cell.Source)}",
            null,
            Amount(old, cell),
            Amount(now, cell),
            cell.Year
        )
        select difference;

    private static decimal? Amount(PlanContent content, (Calendar.FiscalYear Year, FundingSource Source) cell) =>
        content.Funding.FirstOrDefault(amount => (amount.Year, amount.Source) == cell)?.Yen;

    private static IEnumerable<Difference> Shares(PlanContent old, PlanContent now) =>
        from year in old.PrivateShares.Concat(now.PrivateShares).Select(share => share.NthYear).Distinct().Order()
        from difference in Number(
            string.Create(CultureInfo.InvariantCulture, $"{PlanDifferences.Root}/privateShares/{year}"),
            null,
            old.PrivateShares.FirstOrDefault(share => share.NthYear == year)?.Percent,
            now.PrivateShares.FirstOrDefault(share => share.NthYear == year)?.Percent
        )
        select difference;

    private static IEnumerable<Difference> Item(string place, ScheduleItem? was, ScheduleItem now)
    {
        var item = Named(now.Name, now.Number);
        return
        [
            .. Value(place + "/name", item, was?.Name ?? now.Name, now.Name),
            .. Value(place + "/from", item, Day(was?.From), Day(now.From)),
            .. Value(place + "/to", item, Day(was?.To), Day(now.To)),
            .. Text(place + "/note", item, was?.Note ?? "", now.Note),
        ];
    }

    private static string? Day(DateOnly? day) => day is { } known ? ContractValue.Day(known) : null;
}
