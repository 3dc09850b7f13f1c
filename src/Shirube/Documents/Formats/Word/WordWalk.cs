using System.Text;
using System.Xml.Linq;

namespace Shirube.Documents.Formats.Word;

/// <summary>
/// Walks the elements of a Word document in the order of reading. What a reader does not see (deleted text, readings
/// over characters, field codes, hidden text, the second copy of a text box) is passed over.
/// </summary>
internal sealed class WordWalk(RunningText text, WordStyles styles, WordNumbering numbering)
{
    private int page = 1;
    private bool isPageFresh = true;
    private int hidden;
    private int deleted;
    private int pictures;
    private bool isTooDeep;

    /// <summary>The page that the walk has come to, as far as breaks tell.</summary>
    public int Page => page;

    /// <summary>One child of the body, a header, a cell or a text box.</summary>
    /// <param name="nested">Takes the tables found, where they cannot stand in the text at once; else null.</param>
    public void Block(XElement block, Flow flow, List<XElement>? nested, int depth)
    {
        if (IsTooDeep(depth) || text.IsFull)
            return;
        switch (block.Name.LocalName)
        {
            case "p":
                Paragraph(block, flow, nested, depth);
                break;
            case "tbl" when nested is null:
                flow.EndBlock();
                new WordTable(this, text).Read(block, depth);
                break;
            case "tbl":
                nested.Add(block);
                break;
            case "sdt":
                if (block.Child("sdtPr")?.Child("showingPlcHdr") is null && block.Child("sdtContent") is { } content)
                    Blocks(content, flow, nested, depth + 1);
                break;
            case "customXml" or "ins" or "moveTo" or "sdtContent" or "txbxContent":
                Blocks(block, flow, nested, depth + 1);
                break;
            case "del" or "moveFrom":
                deleted++;
                break;
            default:
                break;
        }
    }

    public void Blocks(XElement parent, Flow flow, List<XElement>? nested, int depth)
    {
        foreach (var child in parent.Elements())
            Block(child, flow, nested, depth);
    }

    /// <summary>The text of a cell, its paragraphs parted by line breaks.</summary>
    public string TextOf(XElement cell, List<XElement> nested, int depth)
    {
        var written = new StringBuilder();
        var flow = Flow.Into(written);
        Blocks(cell, flow, nested, depth);
        flow.EndBlock();
        return written.ToString();
    }

    /// <summary>Counts a row or cell that was deleted with its content.</summary>
    public void Deleted() => deleted++;

    public void Report()
    {
        if (hidden > 0)
            text.Notice(new Finding("DOC011", Severity.Note, null, hidden));
        if (deleted > 0)
            text.Notice(new Finding("DOC012", Severity.Warning, null, deleted));
        if (pictures > 0)
            text.Notice(new Finding("DOC013", Severity.Note, null, pictures));
        if (isTooDeep)
            text.Notice(new Finding("DOC016", Severity.Error, null, ReadingLimits.Depth));
    }

    private void Paragraph(XElement paragraph, Flow flow, List<XElement>? nested, int depth)
    {
        var properties = paragraph.Child("pPr");
        if (properties.IsOn("pageBreakBefore"))
            BreakPage(flow);
        flow.EndBlock();
        flow.Heading = styles.HeadingOf(properties);
        var place = styles.NumberingOf(properties);
        var number = place is { } counted ? numbering.Next(counted.List, counted.Level) : "";
        text.Bullet = place is { } listed && numbering.IsBullet(listed.List, listed.Level) ? listed.Level + 1 : 0;
        var boxes = new List<XElement>();
        var start = flow.Written;
        flow.Text(number);
        Inline(paragraph, flow, boxes, depth + 1);
        // Word numbers no paragraph that holds nothing; only the count goes on.
        if (flow.Written == start + number.Length)
            flow.Discard(number.Length);
        flow.EndBlock();
        flow.Heading = 0;
        text.Bullet = 0;
        if (nested is null)
            text.Page = page;
        foreach (var box in boxes)
            Blocks(box, flow, nested, depth + 4);
        if (properties?.Child("sectPr") is { } section && section.ValueOf("type") != "continuous")
            BreakPage(flow);
    }

    private void Inline(XElement parent, Flow flow, List<XElement> boxes, int depth)
    {
        if (IsTooDeep(depth))
            return;
        foreach (var child in parent.Elements())
            Piece(child, flow, boxes, depth);
    }

    private void Piece(XElement piece, Flow flow, List<XElement> boxes, int depth)
    {
        switch (piece.Name.LocalName)
        {
            case "t":
                flow.Text(piece.Value);
                isPageFresh &= string.IsNullOrWhiteSpace(piece.Value);
                break;
            case "tab" or "ptab":
                flow.Text("\t");
                break;
            case "br" when piece.Setting("type") is "page":
                BreakPage(flow);
                break;
            case "br" or "cr":
                flow.BreakLine();
                break;
            case "lastRenderedPageBreak":
                // The rendered break of an explicit one stands right behind it.
                if (!isPageFresh)
                    BreakPage(flow);
                break;
            case "noBreakHyphen":
                flow.Text("-");
                break;
            case "sym":
                flow.Text(WordSymbol.Of(piece));
                break;
            case "txbxContent":
                boxes.Add(piece);
                break;
            case "r" when piece.Child("rPr").IsOn("vanish"):
                hidden += piece.Child("t") is null ? 0 : 1;
                break;
            case "del" or "moveFrom":
                deleted++;
                break;
            case "sdt" when piece.Child("sdtPr")?.Child("showingPlcHdr") is not null:
                break;
            case "AlternateContent":
                if ((piece.Child("Choice") ?? piece.Child("Fallback")) is { } chosen)
                    Inline(chosen, flow, boxes, depth + 1);
                break;
            case "blip" or "imagedata":
                pictures++;
                break;
            case "delText" or "instrText" or "delInstrText" or "rt" or "pPr" or "rPr" or "sdtPr" or "rubyPr":
                break;
            default:
                Inline(piece, flow, boxes, depth + 1);
                break;
        }
    }

    private void BreakPage(Flow flow)
    {
        if (isPageFresh && page == 1 && text.Lines.Count == 0 && flow.IsLineEmpty)
            return;
        page++;
        isPageFresh = true;
        if (flow.IsLineEmpty)
            text.Page = page;
    }

    private bool IsTooDeep(int depth)
    {
        isTooDeep |= depth > ReadingLimits.Depth;
        return depth > ReadingLimits.Depth;
    }
}
