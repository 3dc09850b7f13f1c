namespace Shirube.Documents.Recognition.Indicators;

/// <summary>One KPI as one table shows it.</summary>
internal sealed class IndicatorDraft
{
    public int? No { get; set; }
    public Read<string>? Name { get; set; }
    public Read<string>? Unit { get; set; }
    public IReadOnlyList<Cell> NameRivals { get; set; } = [];

    /// <summary>Different names that are printed behind the same number.</summary>
    public IReadOnlyList<Read<string>> Rivals { get; set; } = [];

    /// <summary>A line above the table that may be the name, or only a chapter's.</summary>
    public Passage? NameAbove { get; set; }
    public List<Placement> Placements { get; } = [];
    public Table? Table { get; init; }

    /// <summary>The first row of the draft in its table, for order and evidence.</summary>
    public Cell? First { get; set; }

    public void Take(RowHead head)
    {
        No ??= head.No;
        Name ??= head.Name;
        Unit ??= head.Unit;
        if (NameRivals.Count == 0)
            NameRivals = head.NameRivals;
    }
}
