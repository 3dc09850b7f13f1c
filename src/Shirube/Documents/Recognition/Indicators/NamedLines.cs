namespace Shirube.Documents.Recognition.Indicators;

/// <summary>Lines of the running text that give a KPI its name: 「KPI①：就職者数（単位：人）」.</summary>
internal static class NamedLines
{
    /// <summary>By the KPI's number, in the order of the text.</summary>
    public static Dictionary<int, List<RowHead>> Of(SourceDocument document)
    {
        var found = new Dictionary<int, List<RowHead>>();
        foreach (var line in document.Lines)
        {
            var plain = line.Plain;
            if (
                plain.Length is < 4 or > 80
                || plain.Contains('。', StringComparison.Ordinal)
                || plain.Contains('\t', StringComparison.Ordinal)
            )
                continue;
            if (
                !IndicatorVocabulary.IsNumbered(plain)
                || IndicatorLabel.Parse(plain) is not { Rest.Length: > 1, No: { } no } label
            )
                continue;
            if (
                FigureCell.Parse(CellText.Key(label.Rest)) is null
                && HeadVocabulary.Parse(CellText.Key(label.Rest)) is null
            )
                Add(found, no, RowHead.Of(label, new Passage(line.Page, line.Number, line.Number, -1, plain)));
        }
        return found;
    }

    private static void Add(Dictionary<int, List<RowHead>> found, int no, RowHead head)
    {
        if (!found.TryGetValue(no, out var heads))
            found[no] = heads = [];
        heads.Add(head);
    }
}
