using System.Text;
using AngleSharp.Dom;

namespace Shirube.Documents.Formats.Html;

/// <summary>Walks the elements of an HTML page into the running text, leaving out what the page does not show.</summary>
internal sealed class HtmlWalk(RunningText text)
{
    private int hidden;
    private int deleted;
    private bool isTooDeep;

    public void ReadBody(IElement body)
    {
        var flow = Flow.Into(text);
        Walk(body, flow, nested: null, depth: 0);
        flow.EndBlock();
    }

    /// <summary>Reports what was left out.</summary>
    public void Report()
    {
        if (hidden > 0)
            text.Notice(new Finding("DOC014", Severity.Note, null, hidden));
        if (deleted > 0)
            text.Notice(new Finding("DOC012", Severity.Warning, null, deleted));
        if (isTooDeep)
            text.Notice(new Finding("DOC016", Severity.Error, null, ReadingLimits.Depth));
    }

    /// <summary>Text of an element as in a cell; tables inside it go to <paramref name="nested"/>.</summary>
    public string TextOf(INode node, List<IElement> nested, int depth)
    {
        var cell = new StringBuilder();
        var flow = Flow.Into(cell);
        Walk(node, flow, nested, depth);
        flow.EndBlock();
        return cell.ToString();
    }

    /// <summary>Walks on in the running text: for tables that only lay out a page.</summary>
    public void Walk(INode parent, Flow flow, List<IElement>? nested, int depth)
    {
        if (depth > ReadingLimits.Depth)
        {
            isTooDeep = true;
            return;
        }
        for (var node = parent.FirstChild; node is not null && !text.IsFull; node = node.NextSibling)
        {
            if (node is IText words)
                flow.Collapsed(words.Data);
            else if (node is IElement element && IsShown(element))
                Enter(element, flow, nested, depth + 1);
        }
    }

    public bool IsShown(IElement element)
    {
        if (HtmlElements.IsDeleted(element))
            deleted++;
        else if (HtmlElements.IsHidden(element))
            hidden++;
        else
            return !HtmlElements.IsSilent(element);
        return false;
    }

    private void Enter(IElement element, Flow flow, List<IElement>? nested, int depth)
    {
        switch (element.LocalName)
        {
            case "br":
                flow.BreakLine();
                break;
            case "table" when nested is null:
                flow.EndBlock();
                new HtmlTable(this, text).Read(element, depth);
                break;
            case "table":
                nested.Add(element);
                break;
            case "sup" when element.TextContent.Trim() is { Length: 1 or 2 } digits && digits.All(char.IsAsciiDigit):
                // Level with the text, the 2 of a footnote would turn 13 into 132.
                flow.Text(string.Concat(digits.Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0'])));
                break;
            case "pre":
                flow.EndBlock();
                Preformatted(element, flow);
                flow.EndBlock();
                break;
            case var name when HtmlElements.IsBlock(name):
                flow.EndBlock();
                flow.Heading = HtmlElements.HeadingLevel(name);
                var bullet = text.Bullet;
                if (name == "li")
                {
                    flow.Text(HtmlElements.ItemNumber(element));
                    text.Bullet = element.ParentElement is { LocalName: "ol" } ? 0 : bullet + 1;
                }
                Walk(element, flow, nested, depth);
                flow.EndBlock();
                flow.Heading = 0;
                text.Bullet = bullet;
                break;
            default:
                Walk(element, flow, nested, depth);
                break;
        }
    }

    private static void Preformatted(IElement element, Flow flow)
    {
        foreach (var line in element.TextContent.Split('\n'))
        {
            flow.Text(line.TrimEnd('\r'));
            flow.BreakLine();
        }
    }
}
