namespace Shirube.Documents.Recognition.Indicators;

/// <summary>Lines of the running text that give a KPI its name: 「KPI①：就職者数（単位：人）」.</summary>
internal static class NamedLines
{
    public static List<RowHead> Of(SourceDocument document, int no)
    {
        var found = new List<RowHead>();
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
                || IndicatorLabel.Parse(plain) is not { Rest.Length: > 1 } label
                || label.No != no
            )
                continue;
            if (
                FigureCell.Parse(CellText.Key(label.Rest)) is null
                && HeadVocabulary.Parse(CellText.Key(label.Rest)) is null
            )
                found.Add(RowHead.Of(label, new Passage(line.Page, line.Number, line.Number, -1, plain)));
        }
        return found;
    }
}
