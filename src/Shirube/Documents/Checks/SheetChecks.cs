using System.Globalization;
using Shirube.Documents.Text;
using Shirube.Indicators;

namespace Shirube.Documents.Checks;

/// <summary>Checks on a verification sheet: does what the officers write fit the figures beside it?</summary>
internal static class SheetChecks
{
    /// <summary>Smallest corporate donation that the tax relief allows, in yen (地方創生応援税制).</summary>
    public const decimal SmallestDonationYen = 100_000m;

    /// <summary>From how many projects on one KPI is called shared.</summary>
    private const int Shared = 3;

    public static IEnumerable<Finding> Run(Reading reading)
    {
        if (reading.Rows.Count == 0)
            yield return new Finding("SHEET110", Severity.Error, reading.Title?.Evidence) { Pointer = "/rows" };
        for (var i = 0; i < reading.Rows.Count; i++)
        {
            var pointer = "/rows/" + i.ToString(CultureInfo.InvariantCulture);
            foreach (
                var finding in Judgement(reading.Rows[i], pointer)
                    .Concat(Money(reading.Rows[i], pointer))
                    .Concat(Blanks(reading.Rows[i], pointer))
            )
                yield return finding;
        }
        foreach (
            var group in reading
                .Rows.SelectMany(row => row.Indicators)
                .Where(indicator => indicator.Name is not null)
                .GroupBy(indicator => Folding.Squeeze(indicator.Name!.Value))
                .Where(group => group.Count() >= Shared)
        )
            yield return new Finding(
                "SHEET103",
                Severity.Note,
                group.First().Name!.Evidence,
                group.First().Name!.Value,
                group.Count(),
                reading.Rows.Count
            );
    }

    private static IEnumerable<Finding> Judgement(ReadSheetRow row, string pointer)
    {
        var saysEffective = row.SelfEvaluation is { } self && SaysEffective(self.Value);
        foreach (var indicator in row.Indicators)
        {
            var name = indicator.Name?.Value ?? "";
            var isCounted = indicator.Actual is not null;
            if (
                saysEffective
                && isCounted
                && indicator.Target is { } target
                && indicator.Actual!.Value < target.Value
                && !IsLowerBetter(name)
            )
                yield return new Finding(
                    "SHEET101",
                    Severity.Warning,
                    row.SelfEvaluation!.Evidence,
                    row.Project?.Value,
                    row.SelfEvaluation.Value,
                    name,
                    target.Value,
                    indicator.Actual.Value
                )
                {
                    Pointer = pointer + "/selfEvaluation",
                };
            if (saysEffective && !isCounted && indicator.State == FigureState.Pending)
                yield return new Finding(
                    "SHEET102",
                    Severity.Warning,
                    row.SelfEvaluation!.Evidence,
                    row.Project?.Value,
                    row.SelfEvaluation.Value,
                    name
                )
                {
                    Pointer = pointer + "/selfEvaluation",
                };
            if (!isCounted && row.ExpertOpinion is { } opinion && SaysAchievedOrMissed(opinion.Value))
                yield return new Finding("SHEET109", Severity.Warning, opinion.Evidence, row.Project?.Value, name)
                {
                    Pointer = pointer + "/expertOpinion",
                };
        }
    }

    private static IEnumerable<Finding> Money(ReadSheetRow row, string pointer)
    {
        if (row.DonationYen is not { } donation)
            yield break;
        if (row.CostYen is { } cost && donation.Value > cost.Value)
            yield return new Finding(
                "SHEET104",
                Severity.Error,
                donation.Evidence,
                row.Project?.Value,
                donation.Value,
                cost.Value
            )
            {
                Pointer = pointer + "/donationYen",
            };
        if (row.DonationCount is not { } count)
            yield break;
        if ((count.Value == 0) != (donation.Value == 0))
            yield return new Finding(
                "SHEET105",
                Severity.Warning,
                count.Evidence,
                row.Project?.Value,
                donation.Value,
                count.Value
            )
            {
                Pointer = pointer + "/donationCount",
            };
        else if (count.Value > 0 && donation.Value / count.Value < SmallestDonationYen)
            yield return new Finding(
                "SHEET106",
                Severity.Warning,
                donation.Evidence,
                row.Project?.Value,
                donation.Value,
                count.Value
            )
            {
                Pointer = pointer + "/donationYen",
            };
    }

    private static IEnumerable<Finding> Blanks(ReadSheetRow row, string pointer)
    {
        var at = row.Project?.Evidence ?? row.BasicGoal?.Evidence;
        if (row.NextStep is null)
            yield return new Finding("SHEET107", Severity.Warning, at, row.No, row.Project?.Value)
            {
                Pointer = pointer + "/nextStep",
            };
        if (row.ExpertOpinion is null && row.ExpertEvaluation is null)
            yield return new Finding("SHEET108", Severity.Warning, at, row.No, row.Project?.Value)
            {
                Pointer = pointer + "/expertOpinion",
            };
    }

    private static bool SaysEffective(string evaluation) =>
        Folding.Squeeze(evaluation) is var text
        && (
            text.Contains("効果があった", StringComparison.Ordinal)
            || text.Contains("効果的であった", StringComparison.Ordinal)
            || text.Contains("有効であった", StringComparison.Ordinal)
        );

    private static bool SaysAchievedOrMissed(string opinion) =>
        opinion.Contains("KPIは未達", StringComparison.Ordinal)
        || opinion.Contains("ＫＰＩは未達", StringComparison.Ordinal)
        || opinion.Contains("目標を達成し", StringComparison.Ordinal)
        || opinion.Contains("KPIは達成", StringComparison.Ordinal);

    /// <summary>Names that count something unwanted; for those a smaller actual is no miss.</summary>
    private static bool IsLowerBetter(string name) =>
        name.Contains("転出超過", StringComparison.Ordinal)
        || name.Contains("待機児童", StringComparison.Ordinal)
        || name.Contains("件数の減", StringComparison.Ordinal)
        || name.Contains("失業", StringComparison.Ordinal)
        || name.Contains("事故", StringComparison.Ordinal)
        || name.Contains("排出量", StringComparison.Ordinal)
        || name.Contains("空き家", StringComparison.Ordinal)
        || name.Contains("離職", StringComparison.Ordinal);
}
