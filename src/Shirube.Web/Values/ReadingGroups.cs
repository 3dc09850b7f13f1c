using System.Globalization;
using Shirube.Documents;
using static Shirube.Web.Texts;

namespace Shirube.Web.Values;

/// <summary>Lays out a reading as groups of values under the pointers of the reading's own JSON.</summary>
internal sealed class ReadingGroups(Reading reading)
{
    private readonly ILookup<string, Finding> findings = reading
        .Findings.Where(finding => finding.Pointer is not null)
        .ToLookup(finding => finding.Pointer!);

    public static IReadOnlyList<ReadingGroup> Of(Reading reading) => [.. new ReadingGroups(reading).All()];

    private IEnumerable<ReadingGroup> All()
    {
        yield return new ReadingGroup("whole", T("Kind." + reading.Kind), [.. Whole()]);
        for (var i = 0; i < reading.Indicators.Count; i++)
            yield return Indicator(i, reading.Indicators[i]);
        for (var i = 0; i < reading.Verification.Count; i++)
            yield return Verification(i, reading.Verification[i]);
        for (var i = 0; i < reading.Rows.Count; i++)
            yield return SheetRow(i, reading.Rows[i]);
        for (var i = 0; i < reading.Policies.Count; i++)
            yield return Policy(i, reading.Policies[i]);
    }

    private IEnumerable<ReadingValue> Whole()
    {
        yield return Value("/title", "Title", ValueKind.Text, reading.Title);
        for (var i = 0; i < reading.Entities.Count; i++)
            yield return Value(
                $"/entities/{i}",
                reading.Kind == ReadingKind.Plan ? "Authors" : "Entity",
                ValueKind.Text,
                reading.Entities[i]
            );
        if (reading.Kind == ReadingKind.Plan)
        {
            yield return Value("/area", "Area", ValueKind.Text, reading.Area);
            yield return Value("/supportMeasure", "SupportMeasure", ValueKind.Text, reading.SupportMeasure);
            yield return Value("/projectName", "ProjectName", ValueKind.Text, reading.ProjectName);
            yield return Value("/projectStart", "ProjectStart", ValueKind.Date, reading.ProjectStart);
            yield return Value("/projectEnd", "ProjectEnd", ValueKind.Date, reading.ProjectEnd);
            yield return Value("/planStart", "PlanStart", ValueKind.PlanStart, reading.PlanStart);
            yield return Value("/planEnd", "PlanEnd", ValueKind.Date, reading.PlanEnd);
            yield return Value("/totalCostYen", "TotalCost", ValueKind.Yen, reading.TotalCostYen);
        }
        else
        {
            yield return Value("/periodStart", "PeriodStart", ValueKind.Date, reading.PeriodStart);
            yield return Value("/periodEnd", "PeriodEnd", ValueKind.Date, reading.PeriodEnd);
        }
    }

    private ReadingGroup Indicator(int i, ReadIndicator indicator)
    {
        var at = $"/indicators/{i}";
        return new ReadingGroup(
            $"indicator-{indicator.No}",
            T("Group.Indicator", indicator.No, indicator.Name?.Value ?? T("Open")),
            [
                Value(at + "/name", "Name", ValueKind.Text, indicator.Name),
                Value(at + "/unit", "Unit", ValueKind.Text, indicator.Unit),
                Value(at + "/baseline", "Baseline", ValueKind.Figure, indicator.Baseline),
                Value(at + "/baselineYear", "BaselineYear", ValueKind.FiscalYear, indicator.BaselineYear),
                .. Figures(at + "/targets", "Target", indicator.Targets),
                Value(at + "/total", "Total", ValueKind.Figure, indicator.Total),
                .. Figures(at + "/actuals", "Actual", indicator.Actuals),
            ]
        );
    }

    private IEnumerable<ReadingValue> Figures(string at, string label, IReadOnlyList<ReadFigure> figures)
    {
        for (var i = 0; i < figures.Count; i++)
        {
            var pointer = string.Create(CultureInfo.InvariantCulture, $"{at}/{i}/value");
            yield return new ReadingValue(
                pointer,
                T("Value.Of" + label, ValueText.Year(figures[i].Year)),
                ValueKind.Figure,
                figures[i].Figure?.Value,
                figures[i].Figure?.Evidence ?? figures[i].At
            )
            {
                State = figures[i].State,
                Findings = [.. findings[pointer]],
            };
        }
    }

    private ReadingGroup Verification(int i, ReadVerification verification)
    {
        var at = $"/verification/{i}";
        var seats = verification.Seats.SelectMany(
            (seat, n) =>
                (ReadingValue[])
                    [
                        Value($"{at}/seats/{n}/sector", "Sector", ValueKind.Text, seat.Sector),
                        Value($"{at}/seats/{n}/count", "SeatCount", ValueKind.Count, seat.Count),
                    ]
        );
        return new ReadingGroup(
            $"verification-{i + 1}",
            T("Group.Verification", verification.Entity?.Value ?? T("Open")),
            [
                Value(at + "/entity", "Entity", ValueKind.Text, verification.Entity),
                Value(at + "/month", "Month", ValueKind.Month, verification.Month),
                Value(at + "/body", "Body", ValueKind.Text, verification.Body),
                .. seats,
                .. verification.Seats.Count == 0
                    ? [Value(at + "/participants", "Participants", ValueKind.LongText, verification.Participants)]
                    : Array.Empty<ReadingValue>(),
                Value(at + "/method", "Method", ValueKind.LongText, verification.Method),
                Value(at + "/publication", "Publication", ValueKind.LongText, verification.Publication),
            ]
        );
    }

    private ReadingGroup SheetRow(int i, ReadSheetRow row)
    {
        var at = $"/rows/{i}";
        return new ReadingGroup(
            $"row-{row.No}",
            T("Group.Row", row.No, row.Project?.Value ?? T("Open")),
            [
                Value(at + "/basicGoal", "BasicGoal", ValueKind.Text, row.BasicGoal),
                Value(at + "/project", "Project", ValueKind.Text, row.Project),
                Value(at + "/department", "Department", ValueKind.Text, row.Department),
                Value(at + "/grantKind", "GrantKind", ValueKind.Text, row.GrantKind),
                Value(at + "/costYen", "Cost", ValueKind.Yen, row.CostYen),
                Value(at + "/donationYen", "Donation", ValueKind.Yen, row.DonationYen),
                Value(at + "/donationCount", "DonationCount", ValueKind.Count, row.DonationCount),
                Value(at + "/content", "Content", ValueKind.LongText, row.Content),
                .. row.Indicators.SelectMany((indicator, n) => SheetIndicator($"{at}/indicators/{n}", indicator)),
                Value(at + "/selfEvaluation", "SelfEvaluation", ValueKind.Text, row.SelfEvaluation),
                Value(at + "/expertEvaluation", "ExpertEvaluation", ValueKind.Text, row.ExpertEvaluation),
                Value(at + "/expertOpinion", "ExpertOpinion", ValueKind.LongText, row.ExpertOpinion),
                Value(at + "/nextStep", "NextStep", ValueKind.Text, row.NextStep),
                Value(at + "/reason", "Reason", ValueKind.LongText, row.Reason),
                Value(at + "/review", "Review", ValueKind.LongText, row.Review),
            ]
        );
    }

    private ReadingValue[] SheetIndicator(string at, ReadSheetIndicator indicator) =>
        [
            Value(at + "/name", "Name", ValueKind.Text, indicator.Name),
            Value(at + "/unit", "Unit", ValueKind.Text, indicator.Unit),
            Value(at + "/target", "SheetTarget", ValueKind.Figure, indicator.Target),
            Value(at + "/targetYear", "TargetYear", ValueKind.FiscalYear, indicator.TargetYear),
            Value(at + "/actual", "SheetActual", ValueKind.Figure, indicator.Actual) with
            {
                State = indicator.State,
                Evidence = indicator.Actual?.Evidence ?? indicator.StateAt,
            },
        ];

    private ReadingGroup Policy(int i, ReadPolicy policy)
    {
        var at = $"/policies/{i}";
        return new ReadingGroup(
            $"policy-{i + 1}",
            policy.Name.Value,
            [
                Value(at + "/no", "PolicyNo", ValueKind.Text, policy.No),
                Value(at + "/name", "Policy", ValueKind.Text, policy.Name),
                .. policy.Measures.Select(
                    (measure, n) => Value($"{at}/measures/{n}", "Measure", ValueKind.Text, measure)
                ),
            ]
        );
    }

    private ReadingValue Value<TValue>(string pointer, string label, ValueKind kind, Read<TValue>? read) =>
        new(pointer, T("Value." + label), kind, read is null ? null : read.Value, read?.Evidence)
        {
            Findings = [.. findings[pointer]],
        };
}
