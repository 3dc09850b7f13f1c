using System.Globalization;
using Shirube.Calendar;
using Shirube.Documents.Text;
using Shirube.Governments;

namespace Shirube.Documents.Checks;

/// <summary>Checks on a regional revitalisation plan as a whole.</summary>
internal static class PlanChecks
{
    /// <summary>Beyond these, in yen, a unit was likely mistaken (千円 for 円, or the other way round).</summary>
    private const decimal LeastCostYen = 100_000m;
    private const decimal MostCostYen = 1_000_000_000_000m;

    /// <summary>The seven chapters of the statutory form (地域再生法施行規則 別記様式第1).</summary>
    private static readonly string[] StatutoryChapters = ["1", "2", "3", "4", "5", "6", "7"];

    public static IEnumerable<Finding> Run(SourceDocument document, Reading reading) =>
        [
            .. Chapters(reading),
            .. Names(reading),
            .. Authors(reading),
            .. Period(reading),
            .. Cost(document, reading),
            .. Unverified(document, reading),
            .. SeatChecks.Run(reading),
            .. OpenFields.Run(document, reading),
        ];

    private static IEnumerable<Finding> Chapters(Reading reading)
    {
        foreach (var number in StatutoryChapters)
        {
            // The donation form ends with chapter 6; its own ⑤ says how the project is evaluated.
            if (number == "7" && IsDonationPlan(reading))
                continue;
            if (
                !reading.Chapters.Any(chapter =>
                    chapter.Number == number
                    || chapter.Number?.StartsWith(number + "-", StringComparison.Ordinal) == true
                )
            )
                yield return new Finding("PLAN101", Severity.Error, null, number, FindingWord.Word("form." + number));
        }
    }

    private static IEnumerable<Finding> Names(Reading reading)
    {
        if (
            reading.Title is { } title
            && (
                title.Value.Contains('\n', StringComparison.Ordinal)
                || (
                    title.Evidence.Certainty != Certainty.Corrected
                    && title.Evidence.At.EndLine > title.Evidence.At.Line
                )
            )
        )
            yield return new Finding("PLAN103", Severity.Error, title.Evidence, title.Value.ReplaceLineEndings(" "))
            {
                Pointer = "/title",
            };
    }

    private static IEnumerable<Finding> Authors(Reading reading)
    {
        var known = new List<(Government Government, Read<string> Name)>();
        var found = GovernmentDirectory.FindEach([.. reading.Entities.Select(entity => entity.Value)]);
        for (var i = 0; i < reading.Entities.Count; i++)
        {
            var name = reading.Entities[i];
            if (found[i] is { } government)
                known.Add((government, name));
            else
                yield return new Finding("PLAN104", Severity.Error, name.Evidence, name.Value)
                {
                    Pointer = "/entities/" + i.ToString(CultureInfo.InvariantCulture),
                };
        }
        for (var i = 1; i < known.Count; i++)
        {
            if (string.CompareOrdinal(known[i - 1].Government.Code.Value, known[i].Government.Code.Value) > 0)
                yield return new Finding(
                    "PLAN102",
                    Severity.Warning,
                    known[i].Name.Evidence,
                    known[i - 1].Name.Value,
                    known[i - 1].Government.Code.Value,
                    known[i].Name.Value,
                    known[i].Government.Code.Value
                )
                {
                    Pointer = "/entities",
                };
        }
        var hasCounty = false;
        foreach (var (government, name) in known)
        {
            // The ministry's manual: a town or village writes its prefecture and county.
            // 下伊那郡松川町及び高森町: the county before holds for the names behind it.
            hasCounty =
                name.Value.Contains('郡', StringComparison.Ordinal)
                || (hasCounty && Folding.Squeeze(name.Value) == government.MunicipalityName);
            if (government.Kind is GovernmentKind.Town or GovernmentKind.Village && !hasCounty)
                yield return new Finding("PLAN116", Severity.Note, name.Evidence, name.Value);
        }
    }

    private static IEnumerable<Finding> Period(Reading reading)
    {
        if (reading.ProjectStart is { } start && reading.ProjectEnd is { } end)
        {
            if (end.Value < start.Value)
                yield return new Finding("PLAN109", Severity.Error, end.Evidence, Day(start.Value), Day(end.Value))
                {
                    Pointer = "/projectEnd",
                };
            else if (FiscalYear.Of(end.Value) - FiscalYear.Of(start.Value) >= 7)
                yield return new Finding(
                    "PLAN110",
                    Severity.Warning,
                    end.Evidence,
                    FiscalYear.Of(end.Value) - FiscalYear.Of(start.Value) + 1
                )
                {
                    Pointer = "/projectEnd",
                };
            if (start.Value != FiscalYear.Of(start.Value).FirstDay && end.Value != FiscalYear.Of(end.Value).LastDay)
                yield return new Finding("PLAN121", Severity.Note, start.Evidence, Day(start.Value), Day(end.Value));
        }
        if (reading.PlanEnd is { } planEnd && reading.ProjectEnd is { } projectEnd && planEnd.Value < projectEnd.Value)
            yield return new Finding(
                "PLAN112",
                Severity.Error,
                planEnd.Evidence,
                Day(planEnd.Value),
                Day(projectEnd.Value)
            )
            {
                Pointer = "/planEnd",
            };
        if (reading.PlanStart?.Value.Date is { } first && reading.PlanEnd is { } last && last.Value < first)
            yield return new Finding("PLAN125", Severity.Error, last.Evidence, Day(first), Day(last.Value))
            {
                Pointer = "/planEnd",
            };
    }

    private static IEnumerable<Finding> Cost(SourceDocument document, Reading reading)
    {
        if (reading.TotalCostYen is not { } cost)
            yield break;
        if (cost.Value < 0)
            yield return new Finding("PLAN126", Severity.Error, cost.Evidence, cost.Value)
            {
                Pointer = "/totalCostYen",
            };
        else if (cost.Value is < LeastCostYen or > MostCostYen)
            yield return new Finding("PLAN127", Severity.Warning, cost.Evidence, cost.Value)
            {
                Pointer = "/totalCostYen",
            };
        if (CostParts.SumAround(document, cost) is { } sum && sum != cost.Value)
            yield return new Finding("PLAN107", Severity.Error, cost.Evidence, sum, cost.Value)
            {
                Pointer = "/totalCostYen",
            };
    }

    /// <summary>
    /// Authors that no row is about. A verification without a name is that of all of them; an author that the text still
    /// names behind the heading may have a row that was not found.
    /// </summary>
    private static IEnumerable<Finding> Unverified(SourceDocument document, Reading reading)
    {
        if (reading.Verification.Count == 0 || reading.Verification.Any(verification => verification.Entity is null))
            yield break;
        var behindHeading = string.Concat(
            document
                .Lines.Select(line => Folding.Squeeze(line.Text))
                .SkipWhile(line => !line.Contains("評価の方法", StringComparison.Ordinal))
        );
        foreach (var entity in reading.Entities)
        {
            var name = Folding.Squeeze(entity.Value);
            var own = GovernmentDirectory.FindByName(entity.Value)?.Name ?? name;
            if (
                !behindHeading.Contains(own, StringComparison.Ordinal)
                && !reading.Verification.Any(verification => IsOf(verification, name))
            )
                yield return new Finding("PLAN114", Severity.Warning, entity.Evidence, entity.Value)
                {
                    Pointer = "/verification",
                };
        }
    }

    private static bool IsOf(ReadVerification verification, string author) =>
        Folding.Squeeze(verification.Entity!.Value) is var name
        && (author.EndsWith(name, StringComparison.Ordinal) || name.EndsWith(author, StringComparison.Ordinal));

    private static bool IsDonationPlan(Reading reading) => reading.SupportMeasure?.Value == Reading.DonationMeasure;

    private static string Day(DateOnly day) => FindingWord.Day(day);
}
