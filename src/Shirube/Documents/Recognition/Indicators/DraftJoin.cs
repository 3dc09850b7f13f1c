namespace Shirube.Documents.Recognition.Indicators;

/// <summary>
/// Brings together what the tables of a document say of the same KPI: names and units from the rows or lines that
/// carry its number, figures from every table that repeats it.
/// </summary>
internal static class DraftJoin
{
    public static List<IndicatorDraft> Of(SourceDocument document, List<TableReading> tables)
    {
        var joined = new List<IndicatorDraft>();
        var lines = new Lazy<Dictionary<int, List<RowHead>>>(() => NamedLines.Of(document));
        for (var i = 0; i < tables.Count; i++)
        {
            var table = tables[i];
            table.Drafts.RemoveAll(draft =>
                draft.No is null
                && draft.Name is { } name
                && NameText.Key(name.Value) is var key
                && (IndicatorVocabulary.IsMoney(key) || IndicatorVocabulary.IsSum(key))
            );
            NameAlone(tables, i);
            NameBeforeBreak(tables, i);
            foreach (var draft in table.Drafts)
            {
                if (draft.Name is null || draft.Unit is null)
                    TakeNames(draft, lines, tables, i);
                if (Same(joined, draft) is { } known)
                    Merge(known, draft);
                else
                    joined.Add(draft);
            }
            AddNamedAlone(table, joined);
        }
        return joined;
    }

    /// <summary>The one KPI of a table that does not name it is named above the table.</summary>
    private static void NameAlone(List<TableReading> tables, int own)
    {
        var table = tables[own];
        if (table.Drafts is not [var only] || only.Name is not null || only.NameRivals.Count > 0)
            return;
        // A cell beside or right before the figures names its number; a title above them may bear a sign like one, ①.
        if (
            only.No is { } printed
            && tables.Take(own + 1).TakeLast(2).Any(near => Named(near, printed).Exists(IsNamed))
        )
            return;
        var (no, name, unit, rival) = table.Context.Identity();
        if (only.No is not null && no is not null && only.No != no)
            return;
        only.No ??= no;
        only.Name = name;
        only.Unit ??= unit;
        only.NameAbove = rival;
    }

    /// <summary>A page break may part the row that names the one KPI of a table from the rows of its figures.</summary>
    private static void NameBeforeBreak(List<TableReading> tables, int own)
    {
        var table = tables[own];
        if (own == 0 || table.Drafts is not [{ Name: null, NameRivals.Count: 0 } only] || table.Context.Above.Count > 0)
            return;
        var before = tables[own - 1];
        if (before.Drafts.Count > 0 || before.Names is not [{ Name: not null } head])
            return;
        if (
            table.Table.FoundBy == TableSource.Ruled
            && before.LastPage + 1 == table.FirstPage
            && (only.No ?? head.No) == head.No
        )
            only.Take(head);
    }

    private static void TakeNames(
        IndicatorDraft draft,
        Lazy<Dictionary<int, List<RowHead>>> lines,
        List<TableReading> tables,
        int own
    )
    {
        if (draft.No is not { } no)
            return;
        var found = Named(tables[own], no);
        for (var near = own - 1; near >= 0 && found.Count == 0; near--)
            found = Named(tables[near], no);
        for (var near = own + 1; near < tables.Count && found.Count == 0; near++)
            found = Named(tables[near], no);
        if (found.Count == 0 && draft.Name is null)
            found = lines.Value.GetValueOrDefault(no) ?? [];
        var names = found
            .Where(head => head.Name is not null)
            .DistinctBy(head => NameText.Key(head.Name!.Value))
            .ToList();
        if (names.Count > 1)
        {
            draft.Rivals = [.. names.Select(head => head.Name!)];
            return;
        }
        if (
            draft.Name is { } known
            && names.Count == 1
            && NameText.Key(known.Value) != NameText.Key(names[0].Name!.Value)
        )
            return;
        draft.Name ??= names.FirstOrDefault()?.Name;
        draft.Unit ??= found.FirstOrDefault(head => head.Unit is not null)?.Unit;
    }

    private static bool IsNamed(RowHead head) => head.Name is not null;

    private static List<RowHead> Named(TableReading table, int no) =>
        table.Names.FindAll(head => head.No == no && (head.Name is not null || head.Unit is not null));

    private static IndicatorDraft? Same(List<IndicatorDraft> joined, IndicatorDraft draft)
    {
        var found = joined.FindAll(other => IsSame(other, draft));
        return found.Count == 1 ? found[0] : null;
    }

    private static bool IsSame(IndicatorDraft left, IndicatorDraft right)
    {
        if (left.UnitKey is { } unit && right.UnitKey is { } otherUnit && unit != otherUnit)
            return false;
        if (left.No is { } no && right.No is { } other && no != other)
            return false;
        if (left.NameKey is { } name && right.NameKey is { } second)
            return name == second;
        return left.No is not null && left.No == right.No;
    }

    private static void Merge(IndicatorDraft known, IndicatorDraft draft)
    {
        known.No ??= draft.No;
        known.Name ??= draft.Name;
        known.Unit ??= draft.Unit;
        known.Placements.AddRange(draft.Placements);
    }

    /// <summary>A KPI whose number and name are printed, and not one figure.</summary>
    private static void AddNamedAlone(TableReading table, List<IndicatorDraft> joined)
    {
        if (table.Drafts.Count == 0)
            return;
        foreach (var head in table.Names)
        {
            if (head.No is null || head.Name is null || joined.Exists(draft => draft.No == head.No))
                continue;
            var draft = new IndicatorDraft { Table = table.Table };
            draft.Take(head);
            joined.Add(draft);
        }
    }
}
