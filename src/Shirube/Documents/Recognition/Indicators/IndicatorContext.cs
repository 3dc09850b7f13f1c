namespace Shirube.Documents.Recognition.Indicators;

/// <summary>The lines above a table, nearest first, and its caption: where its name and its purpose stand.</summary>
internal sealed class IndicatorContext
{
    private const int MostLines = 5;

    public static readonly IndicatorContext Empty = new([]);

    private IndicatorContext(IReadOnlyList<(string Text, Passage At, bool IsHeading)> above) => Above = above;

    public IReadOnlyList<(string Text, Passage At, bool IsHeading)> Above { get; }

    /// <param name="tableLines">Numbers of the lines that belong to tables.</param>
    public static IndicatorContext Of(SourceDocument document, Table table, int firstLine, IReadOnlySet<int> tableLines)
    {
        var above = new List<(string, Passage, bool)>();
        var steps = 0;
        for (var i = Math.Min(firstLine - 2, document.Lines.Count - 1); i >= 0 && steps < 12; i--, steps++)
        {
            var line = document.Lines[i];
            if (tableLines.Contains(line.Number))
                break;
            var plain = line.Plain;
            if (string.IsNullOrWhiteSpace(plain) || line.IsRunning)
                continue;
            above.Add((plain, new Passage(line.Page, line.Number, line.Number, -1, plain), line.Level > 0));
            if (above.Count >= MostLines)
                break;
        }
        if (table.Caption is { Length: > 0 and < 160 } caption && table.Cells.Count > 0)
            above.Add((caption, table.Cells[0].At with { Column = -1 }, true));
        return new IndicatorContext(above);
    }

    public bool Mentions(Func<string, bool> test) => Above.Any(line => test(CellText.Key(line.Text)));

    /// <summary>
    /// The label, name and unit of the one KPI that the table below is about. A line without label and unit is only a
    /// rival: it may be the name of a chapter.
    /// </summary>
    public (int? No, Read<string>? Name, Read<string>? Unit, Passage? Rival) Identity()
    {
        Read<string>? unit = null;
        Passage? rival = null;
        foreach (var (text, at, isHeading) in Above)
        {
            var key = CellText.Key(text);
            if (unit is null && UnitText.Declared(key) is { } declared)
            {
                unit = new Read<string>(declared, at);
                continue;
            }
            if (key.Length > 80 || key.Contains('。', StringComparison.Ordinal))
                break;
            if (IndicatorLabel.Parse(text) is { } label && (label.No is not null || label.Rest.Length > 0))
                return FromLabel(label, at, unit);
            var (name, behind) = UnitText.SplitName(NameText.Clean(text.Trim('【', '】', '■', '●', ' ', '　')));
            if (behind is not null && HeadVocabulary.Parse(CellText.Key(name)) is null)
                return (null, new(name, at), new(behind, at), null);
            if (HeadVocabulary.Parse(key) is null && isHeading)
                rival ??= at;
            break;
        }
        return (null, null, unit, rival);
    }

    private static (int?, Read<string>?, Read<string>?, Passage?) FromLabel(
        IndicatorLabel label,
        Passage at,
        Read<string>? unit
    )
    {
        if (label.Rest.Length == 0)
            return (label.No, null, unit, null);
        var (name, behind) = UnitText.SplitName(NameText.Clean(label.Rest));
        return (label.No, new Read<string>(name, at), behind is null ? unit : new Read<string>(behind, at), null);
    }
}
