using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;
using Shirube.Indicators;

namespace Shirube.Documents.Checks;

/// <summary>Checks on a verification sheet: does what the officers write fit the figures beside it?</summary>
internal static partial class SheetChecks
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
                && IsMissed(name, target.Value, indicator.Actual!.Value)
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
        if (row.CostYen is { Value: < 0 } below)
            yield return new Finding("SHEET111", Severity.Error, below.Evidence, row.Project?.Value, below.Value)
            {
                Pointer = pointer + "/costYen",
            };
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
        Folding.Squeeze(evaluation) is var text && Effective().IsMatch(text) && !Denied().IsMatch(text);

    private static bool SaysAchievedOrMissed(string opinion) => AchievedOrMissed().IsMatch(Folding.Squeeze(opinion));

    /// <summary>
    /// Whether an actual falls short of its target. A name that ends in something unwanted (待機児童数) is better the
    /// lower; one that only mentions it (空き家の利活用件数, 事故防止講座) says nothing, and nothing is said of it.
    /// </summary>
    private static bool IsMissed(string name, decimal target, decimal actual)
    {
        var bare = Notes().Replace(Folding.Squeeze(name), "");
        if (UnwantedCount().IsMatch(bare))
            return actual > target;
        return !Unwanted().IsMatch(bare) && actual < target;
    }

    private const string UnwantedThing =
        "転出超過|転出者|待機児童|失業者?|(?:交通|労働|自転車)?事故|排出量|空き家|空き店舗|離職者?|滞納|耕作放棄地|荒廃農地|死亡者?|自殺者?|死傷者?|犯罪|刑法犯|不登校|廃業|倒産|ごみ|鳥獣被害|農作物被害|要介護認定者?";

    /// <summary>KPIは未達だが / 目標値を達成した / 目標には届かなかった. A hope (達成に向けて, 達成を期待) states nothing.</summary>
    [GeneratedRegex(
        "(?:KPI|指標|目標値?)(?:は|を|も|が|に|には)?(?:いずれも|おおむね|概ね)?(?:未達|達成し(?:た|て|ており|ている)|達成済|達成でき|届か)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex AchievedOrMissed();

    [GeneratedRegex(UnwantedThing + "|流出|減少|削減|抑制|縮減|未満児", RegexOptions.CultureInvariant)]
    private static partial Regex Unwanted();

    [GeneratedRegex(
        "(?:"
            + UnwantedThing
            + ")の?(?:発生|認知|年間|総)?の?(?:者|児童生徒)?(?:数|件数|率|人数|量|額|面積|割合|超過数|排出量|戸数)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex UnwantedCount();

    [GeneratedRegex(@"[(\[][^()\[\]]*[)\]]", RegexOptions.CultureInvariant)]
    private static partial Regex Notes();

    [GeneratedRegex("効果が?(?:あった|あり)|効果的(?:であった)?|有効(?:であった)?", RegexOptions.CultureInvariant)]
    private static partial Regex Effective();

    [GeneratedRegex("ない|なかった|なし|限定的|不十分", RegexOptions.CultureInvariant)]
    private static partial Regex Denied();
}
