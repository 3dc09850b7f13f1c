using AngleSharp.Dom;

namespace Shirube.Documents.Formats.Html;

/// <summary>
/// One table of an HTML page. A table whose rows each fill one place only and which holds other tables or several
/// paragraphs lays out the page: its content is read as text, and the tables in it stand for themselves.
/// </summary>
internal sealed class HtmlTable(HtmlWalk walk, RunningText text)
{
    private readonly GridLayout grid = new();
    private readonly Dictionary<int, List<IElement>> nestedByRow = [];
    private readonly List<int> offsets = [];

    /// <summary>The cells of a table, without its place in the text.</summary>
    public IReadOnlyList<GridCell> Cells => grid.Cells;

    /// <summary>Where each cell's tag begins in the source; only known when the parser keeps source references.</summary>
    public IReadOnlyList<int> Offsets => offsets;

    public void Read(IElement table, int depth)
    {
        if (IsLayout(table))
        {
            ReadAsText(table, depth);
            return;
        }
        var caption = table.Children.FirstOrDefault(child => child.LocalName == "caption" && walk.IsShown(child));
        if (caption is not null)
        {
            var flow = Flow.Into(text);
            walk.Walk(caption, flow, [], depth);
            flow.EndBlock();
        }
        Lay(table, depth);
        GridRows.AddTo(text, grid.Cells, caption?.TextContent.Trim(), row => ReadNested(row, depth));
    }

    /// <summary>Lays the cells of a table out in its grid.</summary>
    public void Lay(IElement table, int depth)
    {
        foreach (var group in GroupsOf(table))
        {
            foreach (var row in group.Children)
            {
                if (row.LocalName == "tr" && walk.IsShown(row) && grid.Cells.Count <= ReadingLimits.Cells)
                    LayRow(row, depth);
            }
            grid.EndGroup();
        }
    }

    private void LayRow(IElement row, int depth)
    {
        grid.BeginRow();
        foreach (var cell in row.Children)
        {
            if (cell.LocalName is not ("td" or "th") || !walk.IsShown(cell))
                continue;
            var nested = new List<IElement>();
            var words = walk.TextOf(cell, nested, depth + 2);
            grid.Place(HtmlElements.Span(cell, "rowspan"), HtmlElements.Span(cell, "colspan"), words);
            while (offsets.Count < grid.Cells.Count)
                offsets.Add(cell.SourceReference?.Position.Index ?? 0);
            if (nested.Count == 0)
                continue;
            if (!nestedByRow.TryGetValue(grid.Row, out var ofRow))
                nestedByRow[grid.Row] = ofRow = [];
            ofRow.AddRange(nested);
        }
    }

    private void ReadNested(int row, int depth)
    {
        foreach (var table in nestedByRow.GetValueOrDefault(row) ?? [])
            new HtmlTable(walk, text).Read(table, depth + 4);
    }

    /// <summary>Head rows first and foot rows last, wherever they stand in the source.</summary>
    private IEnumerable<IElement> GroupsOf(IElement table) =>
        table
            .Children.Where(child => child.LocalName is "thead" or "tbody" or "tfoot" && walk.IsShown(child))
            .OrderBy(group =>
                group.LocalName switch
                {
                    "thead" => 0,
                    "tbody" => 1,
                    _ => 2,
                }
            );

    private static bool IsLayout(IElement table)
    {
        if (table.GetAttribute("role") is "presentation" or "none")
            return true;
        var rows = table.Children.Where(c => c.LocalName is "thead" or "tbody" or "tfoot").SelectMany(g => g.Children);
        var holdsMore = false;
        foreach (var row in rows)
        {
            var filled = row.Children.Where(cell =>
                cell.ChildElementCount > 0 || !string.IsNullOrWhiteSpace(cell.TextContent)
            );
            using var cells = filled.GetEnumerator();
            if (!cells.MoveNext())
                continue;
            holdsMore |= cells.Current.QuerySelector("table, h1, h2, h3, h4, h5, h6") is not null;
            holdsMore |= cells.Current.Children.Count(child => child.LocalName is "p" or "div") > 1;
            if (cells.MoveNext())
                return false;
        }
        return holdsMore;
    }

    private void ReadAsText(IElement table, int depth)
    {
        var flow = Flow.Into(text);
        foreach (var group in GroupsOf(table))
            walk.Walk(group, flow, null, depth);
        flow.EndBlock();
    }
}
