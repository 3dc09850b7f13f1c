using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>One cell of the funding plan.</summary>
/// <param name="Text">As typed, in thousands of yen.</param>
/// <param name="Seen">What stood in the cell before the person's eyes.</param>
public sealed record FundingEdit(FiscalYear Year, FundingSource Source, string Text, string Seen)
{
    /// <summary>What its field is called, and so its fault: 2024-Grant.</summary>
    public static string FieldOf(FiscalYear year, FundingSource source) => $"{year}-{source}";

    /// <summary>The cell of a field; null for a field that is none.</summary>
    public static (FiscalYear Year, FundingSource Source)? Parse(string field) =>
        field.Split('-') is [{ Length: 4 } first, var second]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1868 and <= 2200
        && Enum.GetNames<FundingSource>().Contains(second)
            ? (new FiscalYear(year), Enum.Parse<FundingSource>(second))
            : null;
}

/// <summary>財源計画を保存する: what is right is kept; what is wrong, or was changed by another, is told at its cell.</summary>
public sealed class SaveFunding(ShirubeDb db, TimeProvider clock)
{
    public const int MostCells = 1_000;

    /// <returns>How many cells were changed, and what is wrong with the others.</returns>
    public async Task<(int Changed, IReadOnlyList<Fault> Faults)> ExecuteAsync(
        Asker asker,
        int plan,
        IReadOnlyList<FundingEdit> edits,
        CancellationToken cancel = default
    )
    {
        if (edits.Count > MostCells)
            return (0, [new Fault(null, "WRITE012", Arguments: MostCells)]);
        var (faults, cells) = (new List<Fault>(), new List<string>());
        var fault = await new PlanChange(db, clock) { Section = PlanOutline.Funding }.MakeAsync(
            asker,
            plan,
            "plan.fundingChanged",
            async draft =>
            {
                var rows = await db.DraftFunding.Where(row => row.DraftNumber == plan).ToListAsync(cancel);
                var before = rows.ToDictionary(row => (row.Year, row.Source), row => row.Yen);
                foreach (var edit in edits)
                {
                    var (wrong, isChanged) = Put(draft, rows, edit);
                    if (wrong is not null)
                        faults.Add(wrong);
                    if (isChanged)
                        cells.Add(FundingEdit.FieldOf(edit.Year, edit.Source));
                }
                return cells.Count == 0
                    ? Changed.Nothing
                    : Changed.From(
                        AuditValues.Of(("total", before.Values.Sum())),
                        AuditValues.Of(("total", rows.Sum(row => row.Yen)), ("cells", string.Join(' ', cells)))
                    );
            },
            cancel
        );
        return fault is null ? (cells.Count, faults) : (0, [fault]);
    }

    private (Fault? Fault, bool IsChanged) Put(PlanDraft draft, List<DraftFunding> rows, FundingEdit edit)
    {
        var field = FundingEdit.FieldOf(edit.Year, edit.Source);
        var row = rows.Find(row => row.Year == edit.Year && row.Source == edit.Source);
        if (!ThousandYen.TryParse(edit.Text, out var yen))
            return (new Fault(field, "WRITE131", null, edit.Text), false);
        if (yen == row?.Yen)
            return (null, false);
        var seen = ThousandYen.TryParse(edit.Seen, out var before) ? before : null;
        // A cell that the person left as it was is not set back to what it was.
        if (yen == seen)
            return (null, false);
        if (seen != row?.Yen)
            return (new Fault(field, "WRITE132", null, row is null ? "" : WrittenYen.Of(row.Yen)), false);
        if (yen is not { } amount)
        {
            db.Remove(row!);
            rows.Remove(row!);
        }
        else if (row is not null)
            row.Yen = amount;
        else
        {
            row = draft.Own(
                new DraftFunding
                {
                    Year = edit.Year,
                    Source = edit.Source,
                    Yen = amount,
                }
            );
            rows.Add(row);
            db.Add(row);
        }
        return (null, true);
    }
}
