using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Indicators;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>What a row of the KPI table means, said by a person.</summary>
/// <param name="RangeLow">With <see cref="RangeHigh"/> for <see cref="Direction.Range"/> only.</param>
public sealed record IndicatorMeaning(
    TargetBasis? Basis,
    Direction? Direction,
    decimal? RangeLow,
    decimal? RangeHigh,
    string Definition
);

/// <summary>KPI表の行: says what a row means, moves it, or takes it away.</summary>
public sealed class ChangeIndicators(ShirubeDb db, TimeProvider clock)
{
    public const int DefinitionMaxLength = 4_000;

    /// <param name="seen"><see cref="IndicatorMark.OfMeaning"/> of what the person saw.</param>
    public Task<Fault?> ExplainAsync(
        Asker asker,
        int plan,
        int indicator,
        string seen,
        IndicatorMeaning meaning,
        CancellationToken cancel = default
    ) =>
        ChangeAsync(
            asker,
            plan,
            indicator,
            "plan.indicatorExplained",
            (row, _) =>
            {
                if (seen != IndicatorMark.OfMeaning(row.Indicator))
                    return new Fault("meaning", "WRITE025");
                if (meaning.Definition.Length > DefinitionMaxLength)
                    return new Fault("definition", "WRITE006", Arguments: DefinitionMaxLength);
                var isRange = meaning.Direction == Direction.Range;
                if (isRange && !(meaning.RangeLow <= meaning.RangeHigh))
                    return new Fault("range", "WRITE014");
                (row.TargetBasis, row.Direction) = (meaning.Basis, meaning.Direction);
                (row.RangeLow, row.RangeHigh) = isRange ? (meaning.RangeLow, meaning.RangeHigh) : (null, null);
                row.Definition = Storable.Text(meaning.Definition.ReplaceLineEndings("\n").Trim());
                (row.SaidBy, row.SaidAt) = (asker.PersonOrNull, clock.GetUtcNow());
                return null;
            },
            cancel
        );

    /// <param name="by">-1 up, 1 down.</param>
    public Task<Fault?> MoveAsync(Asker asker, int plan, int indicator, int by, CancellationToken cancel = default) =>
        ChangeAsync(
            asker,
            plan,
            indicator,
            "plan.indicatorMoved",
            (row, rows) =>
            {
                var to = rows.IndexOf(row) + Math.Sign(by);
                if (to < 0 || to >= rows.Count)
                    return new Fault(null, "WRITE022");
                (row.Position, rows[to].Position) = (rows[to].Position, row.Position);
                return null;
            },
            cancel
        );

    /// <param name="seen"><see cref="IndicatorMark.OfRow"/> of what the person saw.</param>
    public Task<Fault?> RemoveAsync(
        Asker asker,
        int plan,
        int indicator,
        string seen,
        CancellationToken cancel = default
    ) =>
        ChangeAsync(
            asker,
            plan,
            indicator,
            "plan.indicatorRemoved",
            (row, _) =>
            {
                if (seen != IndicatorMark.OfRow(row.Indicator))
                    return new Fault("row", "WRITE026");
                db.Remove(row);
                return null;
            },
            cancel
        );

    private Task<Fault?> ChangeAsync(
        Asker asker,
        int plan,
        int indicator,
        string act,
        Func<DraftIndicator, List<DraftIndicator>, Fault?> change,
        CancellationToken cancel
    ) =>
        new PlanChange(db, clock) { Section = PlanOutline.Targets }.MakeAsync(
            asker,
            plan,
            act,
            async _ =>
            {
                var rows = await db
                    .DraftIndicators.Include(row => row.Targets)
                    .Where(row => row.DraftNumber == plan)
                    .OrderBy(row => row.Position)
                    .ToListAsync(cancel);
                if (rows.Find(row => row.Number == indicator) is not { } held)
                    return Changed.Refused(null, "WRITE015");
                var before = Values(held);
                return change(held, rows) is { } wrong
                    ? new Changed(wrong, null, null)
                    : Changed.From(before, db.Entry(held).State == EntityState.Deleted ? null : Values(held));
            },
            cancel
        );

    private static string Values(DraftIndicator row) =>
        AuditValues.Of(
            ("indicator", row.Number),
            ("position", row.Position),
            ("name", row.Name),
            ("basis", row.TargetBasis),
            ("direction", row.Direction),
            ("rangeLow", row.RangeLow),
            ("rangeHigh", row.RangeHigh),
            ("definition", row.Definition)
        );
}
