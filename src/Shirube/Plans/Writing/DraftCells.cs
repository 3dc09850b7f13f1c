using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Calendar;
using Shirube.Data;

namespace Shirube.Plans.Writing;

/// <summary>The KPI table of one plan as cells of text.</summary>
internal sealed class DraftCells
{
    private const string Name = "name";
    private const string Unit = "unit";
    private const string Baseline = "baseline";

    private readonly ShirubeDb db;
    private readonly PlanDraft draft;
    private readonly List<DraftIndicator> rows;

    private DraftCells(ShirubeDb db, PlanDraft draft, List<DraftIndicator> rows) =>
        (this.db, this.draft, this.rows) = (db, draft, rows);

    public int Count => rows.Count;

    public static async Task<DraftCells> LoadAsync(ShirubeDb db, PlanDraft draft, CancellationToken cancel) =>
        new(
            db,
            draft,
            await db
                .DraftIndicators.Include(indicator => indicator.Targets)
                .Where(indicator => indicator.DraftNumber == draft.Number)
                .OrderBy(indicator => indicator.Position)
                .ToListAsync(cancel)
        );

    public static bool IsColumn(string column) => column is Name or Unit or Baseline || YearOf(column) is not null;

    public DraftIndicator? Find(int number) => rows.Find(row => row.Number == number);

    public DraftIndicator Add()
    {
        var row = draft.Own(
            new DraftIndicator
            {
                Number = draft.NextPart(),
                Position = rows.Count == 0 ? 1 : rows[^1].Position + 1,
                Name = "",
                Unit = "",
                Baseline = "",
                Definition = "",
            }
        );
        rows.Add(row);
        db.Add(row);
        return row;
    }

    public string Text(DraftIndicator row, string column) =>
        column switch
        {
            Name => row.Name,
            Unit => row.Unit,
            Baseline => row.Baseline,
            _ => row.Targets.Find(target => target.Year == YearOf(column))?.Text ?? "",
        };

    public void Put(DraftIndicator row, string column, string text)
    {
        switch (column)
        {
            case Name:
                row.Name = text;
                break;
            case Unit:
                row.Unit = text;
                break;
            case Baseline:
                row.Baseline = text;
                break;
            default:
                TargetOf(row, YearOf(column)!.Value).Text = text.Trim();
                break;
        }
    }

    /// <summary>Those of the rows that hold nothing and mean nothing: a paste that was taken back leaves none.</summary>
    public void DropBlankRows(HashSet<int> numbers)
    {
        foreach (
            var row in rows.Where(row =>
                numbers.Contains(row.Number)
                && row is { Name: "", Unit: "", Baseline: "", Definition: "", BaselineYear: null, TargetBasis: null }
                && row.Targets.TrueForAll(target => target.Text == "")
            )
        )
            db.Remove(row);
    }

    private DraftTarget TargetOf(DraftIndicator row, FiscalYear year)
    {
        if (row.Targets.Find(target => target.Year == year) is { } known)
            return known;
        var target = draft.Own(new DraftTarget { IndicatorNumber = row.Number, Year = year });
        row.Targets.Add(target);
        db.Add(target);
        return target;
    }

    private static FiscalYear? YearOf(string column) =>
        int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200
            ? new FiscalYear(year)
            : null;
}
