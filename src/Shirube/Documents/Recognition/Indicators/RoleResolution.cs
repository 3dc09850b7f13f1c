using Shirube.Calendar;
using Shirube.Indicators;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>Settles the role and the year of placements whose own headings leave them open, or says why not.</summary>
internal sealed class RoleResolution(
    IndicatorDraft draft,
    TableReading? table,
    Func<PlanYears> plan,
    RoleResolution.Noting note
)
{
    public delegate void Noting(string code, Evidence at, string? member, params object?[] arguments);

    public List<Placement> Resolve()
    {
        var settled = new List<Placement>();
        foreach (var placement in draft.Placements)
        {
            if (Role(placement) is { } withRole && Year(withRole) is { } placed)
                settled.Add(placed);
        }
        return settled;
    }

    private Placement? Role(Placement placement)
    {
        if (placement.Role == FigureRole.Total && placement.HasTime && !placement.IsAimedAt)
        {
            // 累計 under a year is the sum of what was aimed at or of what was reached.
            if (Unnamed(placement) == FigureRole.Target)
                return placement;
            Open("KPI034", placement);
            return null;
        }
        if (placement.Role is not (FigureRole.None or FigureRole.Mixed))
            return placement;
        var role = placement.Role == FigureRole.Mixed ? FigureRole.None : Unnamed(placement);
        if (role != FigureRole.None)
            return placement with { Role = role };
        Open("KPI034", placement);
        return null;
    }

    /// <summary>A year without 目標 or 実績 over it.</summary>
    private FigureRole Unnamed(Placement placement)
    {
        if (!placement.HasTime || table is null)
            return FigureRole.None;
        var (actual, baseline, aims, past) = table.Roles;
        if (actual || HasNamedTarget(placement))
            return FigureRole.None;
        if (past)
            return aims || baseline ? FigureRole.None : FigureRole.Actual;
        if (!baseline && !aims && draft.No is null)
            return FigureRole.None;
        return IsBeforePlan(placement) ? FigureRole.None : FigureRole.Target;
    }

    /// <summary>Beside a column that says 目標 the years that do not say it are likely what was reached.</summary>
    private bool HasNamedTarget(Placement placement) =>
        placement.Role == FigureRole.None
        && draft.Placements.Exists(other =>
            other.Role == FigureRole.Target
            && other.HeadCell is { } head
            && CellSense.Of(head.Text) is { Role: FigureRole.Target, Year: not null }
        );

    private bool IsBeforePlan(Placement placement)
    {
        if (placement.Year is not { } year)
            return false;
        var baseline = draft.Placements.Find(p => p.BaselineYear is not null)?.BaselineYear?.Value;
        return (baseline is { } from && year <= from) || (plan().First is { } first && year < first);
    }

    private Placement? Year(Placement placement)
    {
        if (placement.Role is FigureRole.Baseline)
            return placement;
        if (placement.Role == FigureRole.Total && placement.Year is null)
            return placement with { Ordinal = null };
        if (placement.Year is not null)
            return placement;
        if (!placement.IsTimeOpen && placement.Ordinal is { } nth && OfPlan(nth) is { } year)
            return placement with
            {
                Year = year,
                Rule = nth == CellSense.LastYear ? "last-year-of-plan" : "year-of-plan",
            };
        if (placement.Part.State != FigureState.Outside)
            Open("KPI033", placement);
        return null;
    }

    private FiscalYear? OfPlan(int nth) =>
        nth == CellSense.LastYear ? plan().Last
        : plan().First is { } first ? first + (nth - 1)
        : null;

    private void Open(string code, Placement placement) =>
        note(
            code,
            placement.Evidence,
            null,
            placement.HeadCell is { } head ? CellText.Joined(head.Text) : "",
            CellText.Joined(placement.Cell.Text)
        );
}
