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
    private static readonly (string Number, string Title)[] StatutoryChapters =
    [
        ("1", "地域再生計画の名称"),
        ("2", "地域再生計画の作成主体の名称"),
        ("3", "地域再生計画の区域"),
        ("4", "地域再生計画の目標"),
        ("5", "地域再生を図るために行う事業"),
        ("6", "計画期間"),
        ("7", "目標の達成状況に係る評価に関する事項"),
    ];

    public static IEnumerable<Finding> Run(SourceDocument document, Reading reading) =>
        [
            .. Chapters(reading),
            .. Names(reading),
            .. Authors(reading),
            .. Period(reading),
            .. Cost(document, reading),
            .. Verification(document, reading),
            .. SeatChecks.Run(reading),
        ];

    private static IEnumerable<Finding> Chapters(Reading reading)
    {
        foreach (var (number, title) in StatutoryChapters)
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
                yield return new Finding("PLAN101", Severity.Error, null, number, title);
        }
    }

    private static IEnumerable<Finding> Names(Reading reading)
    {
        if (reading.Title is not { } title)
            yield return new Finding("PLAN118", Severity.Error, null) { Pointer = "/title" };
        else if (
            title.Value.Contains('\n', StringComparison.Ordinal)
            || (title.Evidence.Certainty != Certainty.Corrected && title.Evidence.At.EndLine > title.Evidence.At.Line)
        )
            yield return new Finding("PLAN103", Severity.Error, title.Evidence, title.Value.ReplaceLineEndings(" "))
            {
                Pointer = "/title",
            };
        if (reading.SupportMeasure is null)
            yield return new Finding("PLAN111", Severity.Warning, null) { Pointer = "/supportMeasure" };
        if (reading.Area is null)
            yield return new Finding("PLAN119", Severity.Warning, null) { Pointer = "/area" };
    }

    private static IEnumerable<Finding> Authors(Reading reading)
    {
        if (reading.Entities.Count == 0)
            yield return new Finding("PLAN120", Severity.Error, null) { Pointer = "/entities" };
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
        else if (!IsSaid(reading, "/projectStart") && !IsSaid(reading, "/projectEnd"))
            yield return new Finding("PLAN122", Severity.Warning, null) { Pointer = "/projectStart" };
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
        if (reading.PlanEnd is null && !IsSaid(reading, "/planEnd"))
            yield return new Finding("PLAN123", Severity.Warning, null) { Pointer = "/planEnd" };
    }

    private static IEnumerable<Finding> Cost(SourceDocument document, Reading reading)
    {
        if (reading.TotalCostYen is not { } cost)
        {
            // The donation form asks for 寄附の金額の目安 instead.
            if (!IsDonationPlan(reading))
                yield return new Finding("PLAN117", Severity.Warning, null) { Pointer = "/totalCostYen" };
            yield break;
        }
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

    private static IEnumerable<Finding> Verification(SourceDocument document, Reading reading)
    {
        for (var i = 0; i < reading.Verification.Count; i++)
        {
            var verification = reading.Verification[i];
            var pointer = "/verification/" + i.ToString(CultureInfo.InvariantCulture);
            var at = verification.Entity?.Evidence ?? verification.Method?.Evidence;
            var who = verification.Entity?.Value ?? "";
            if (verification.Month is null && !IsSaid(reading, pointer + "/month"))
                yield return new Finding("PLAN105", Severity.Warning, at, who) { Pointer = pointer + "/month" };
            if (verification.Publication is null)
                yield return new Finding("PLAN106", Severity.Warning, at, who) { Pointer = pointer + "/publication" };
        }
        foreach (var finding in Unverified(document, reading))
            yield return finding;
        if (reading.Verification.Count == 0 && !IsSaid(reading, "/verification"))
            yield return new Finding("PLAN115", Severity.Error, null) { Pointer = "/verification" };
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

    private static bool IsDonationPlan(Reading reading) => reading.SupportMeasure?.Value == "A2007";

    /// <summary>The reading itself has said why the value is open.</summary>
    private static bool IsSaid(Reading reading, string pointer) =>
        reading.Findings.Any(finding => finding.Pointer == pointer);

    private static string Day(DateOnly day) => JapaneseDate.ToJapanese(day);
}
