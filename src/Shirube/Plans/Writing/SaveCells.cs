using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>One cell of the KPI table that somebody changed.</summary>
/// <param name="Indicator">Number of the row; 0 or less for a new one, the same for all cells of the same new row.</param>
/// <param name="Column"><c>name</c>, <c>unit</c>, <c>baseline</c>, or the year: 2024.</param>
/// <param name="Seen">What the person saw in the cell before.</param>
public sealed record CellEdit(int Indicator, string Column, string Text, string Seen);

/// <summary>A cell as it was and as it became; what <see cref="DraftCellChange"/> keeps.</summary>
public sealed record CellChange(int Indicator, string Column, string Before, string After);

/// <summary>
/// KPI表を保存する: a typed cell or a pasted block, as one change that can be taken back in one go. A cell that holds
/// something else than the person saw stays as it is and is reported; the others are kept.
/// </summary>
public sealed class SaveCells(ShirubeDb db, TimeProvider clock)
{
    public const int MostCells = 2_000;
    public const int CellMaxLength = 400;
    public const int MostIndicators = 200;

    private static readonly JsonSerializerOptions Readable = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task<CellsSaved> ExecuteAsync(
        Asker asker,
        int plan,
        IReadOnlyList<CellEdit> edits,
        CancellationToken cancel = default
    )
    {
        asker.Require(Act.WritePlans);
        if (edits.Count > MostCells)
            return CellsSaved.Refused(new Fault(null, "WRITE012", Arguments: MostCells));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (draft, fault) = await HeldPlan.ShareForPartsAsync(db, asker, plan, cancel);
        if (draft is null)
            return CellsSaved.Refused(fault!);
        var table = await DraftCells.LoadAsync(db, draft, cancel);
        var (changes, conflicts) = (new List<CellChange>(), new List<CellEdit>());
        var (unknown, removed) = (new List<CellEdit>(), new List<CellEdit>());
        var made = new Dictionary<int, DraftIndicator>();
        foreach (var edit in edits.Select(Storable))
        {
            var isCell = DraftCells.IsColumn(edit.Column) && edit.Text.Length <= CellMaxLength;
            var row =
                !isCell || (edit.Indicator <= 0 && edit.Text.Length == 0) ? null
                : edit.Indicator > 0 ? table.Find(edit.Indicator)
                : Made(edit.Indicator);
            if (row is null)
                (isCell && edit.Indicator > 0 ? removed : unknown).Add(edit);
            else if (table.Text(row, edit.Column) is var now && now == edit.Text)
                continue;
            else if (edit.Indicator > 0 && now != edit.Seen)
                conflicts.Add(edit with { Seen = now });
            else
            {
                changes.Add(new CellChange(row.Number, edit.Column, now, edit.Text));
                table.Put(row, edit.Column, edit.Text);
            }
        }
        var number = await KeepAsync(asker, draft, changes, cancel);
        await transaction.CommitAsync(cancel);
        return new CellsSaved(
            number,
            made.ToDictionary(row => row.Key, row => row.Value.Number),
            conflicts,
            unknown,
            removed,
            null
        );

        DraftIndicator? Made(int key) =>
            made.TryGetValue(key, out var row) ? row
            : table.Count >= MostIndicators ? null
            : made[key] = table.Add();
    }

    /// <summary>Takes back the newest change of the asker that was not taken back; cells that others changed since stay.</summary>
    public async Task<CellsSaved> UndoAsync(Asker asker, int plan, CancellationToken cancel = default)
    {
        asker.Require(Act.WritePlans);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (draft, fault) = await HeldPlan.ShareForPartsAsync(db, asker, plan, cancel);
        if (draft is null)
            return CellsSaved.Refused(fault!);
        var last = await db
            .DraftCellChanges.Where(change =>
                change.DraftNumber == plan && change.ChangedBy == asker.PersonOrNull && change.UndoneAt == null
            )
            .OrderByDescending(change => change.Number)
            .FirstOrDefaultAsync(cancel);
        if (last is null)
            return CellsSaved.Refused(new Fault(null, "WRITE013"));
        var table = await DraftCells.LoadAsync(db, draft, cancel);
        var conflicts = new List<CellEdit>();
        var cells = JsonSerializer.Deserialize<List<CellChange>>(last.Cells, Readable)!;
        foreach (var cell in cells.AsEnumerable().Reverse())
        {
            if (table.Find(cell.Indicator) is { } row && table.Text(row, cell.Column) == cell.After)
                table.Put(row, cell.Column, cell.Before);
            else
                conflicts.Add(new CellEdit(cell.Indicator, cell.Column, cell.Before, cell.After));
        }
        table.DropBlankRows([.. cells.Select(cell => cell.Indicator)]);
        last.UndoneAt = clock.GetUtcNow();
        await MarkWrittenAsync(asker, draft, cancel);
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("plan.cellsUndone", draft.Address) with
            {
                After = AuditValues.Of(("change", last.Number)),
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
        return new CellsSaved(last.Number, new Dictionary<int, int>(), conflicts, [], [], null);
    }

    private async Task<int?> KeepAsync(Asker asker, PlanDraft draft, List<CellChange> changes, CancellationToken cancel)
    {
        if (changes.Count == 0)
            return null;
        var change = draft.Own(
            new DraftCellChange
            {
                Number = draft.NextPart(),
                Cells = JsonSerializer.Serialize(changes, Readable),
                ChangedBy = asker.PersonOrNull,
                ChangedAt = clock.GetUtcNow(),
            }
        );
        db.Add(change);
        await MarkWrittenAsync(asker, draft, cancel);
        await db.SaveChangesAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("plan.cellsChanged", draft.Address) with
            {
                After = AuditValues.Of(("change", change.Number), ("cells", changes.Count)),
            },
            cancel
        );
        return change.Number;
    }

    private Task MarkWrittenAsync(Asker asker, PlanDraft draft, CancellationToken cancel) =>
        SectionStates.MarkWritingAsync(db, asker, draft, PlanOutline.Targets, clock.GetUtcNow(), cancel);

    /// <summary>One line, as a cell of a table holds it.</summary>
    private static CellEdit Storable(CellEdit edit)
    {
        var text = Data.Storable.Text(edit.Text.ReplaceLineEndings(" ").Replace('\t', ' ').Trim());
        return edit with { Text = text };
    }
}

/// <param name="Change">Number of what was changed; null when nothing was.</param>
/// <param name="Made">Numbers that new rows were given, by the number they were sent under.</param>
/// <param name="Conflicts">Cells that somebody else changed meanwhile, with what they hold now as <see cref="CellEdit.Seen"/>.</param>
/// <param name="Unknown">Cells that could not be kept: beyond the rows or columns of the table, or too long.</param>
/// <param name="Removed">Cells of rows that somebody removed meanwhile.</param>
public sealed record CellsSaved(
    int? Change,
    IReadOnlyDictionary<int, int> Made,
    IReadOnlyList<CellEdit> Conflicts,
    IReadOnlyList<CellEdit> Unknown,
    IReadOnlyList<CellEdit> Removed,
    Fault? Fault
)
{
    internal static CellsSaved Refused(Fault fault) => new(null, new Dictionary<int, int>(), [], [], [], fault);
}
