namespace Shirube.Documents.Recognition.Indicators;

/// <summary>One KPI as one table shows it.</summary>
internal sealed class IndicatorDraft
{
    private string? nameKey;
    private string? unitKey;

    public int? No { get; set; }
    public Read<string>? Name
    {
        get;
        set => (field, nameKey) = (value, null);
    }

    /// <summary>Of the name; made once, for every draft is compared with every other.</summary>
    public string? NameKey => nameKey ??= Name is { } name ? NameText.Key(name.Value) : null;

    public Read<string>? Unit
    {
        get;
        set => (field, unitKey) = (value, null);
    }

    public string? UnitKey => unitKey ??= Unit is { } unit ? CellText.Key(unit.Value) : null;

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
