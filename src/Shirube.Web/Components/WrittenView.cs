using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Shirube.Documents.Writing;

namespace Shirube.Web.Components;

/// <summary>
/// 書類 in a page of the site: the blocks that every writer of files writes, one level below the page's own heading.
/// Built without markup of its own: white space between the elements would stand between the words.
/// </summary>
public sealed class WrittenView : ComponentBase
{
    private readonly HashSet<string> labels = [];
    private string above = "";

    [Parameter, EditorRequired]
    public required WrittenDocument Document { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        labels.Clear();
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", "document-view");
        var breaks = false;
        foreach (var block in Document.Blocks)
        {
            if (block is not WrittenPageBreak)
                Block(builder, block, breaks ? "page" : null);
            breaks = block is WrittenPageBreak;
        }
        builder.CloseElement();
    }

    private void Block(RenderTreeBuilder builder, WrittenBlock block, string? page)
    {
        switch (block)
        {
            case WrittenHeading heading:
                above = heading.Text;
                var level = Math.Clamp(heading.Level + 1, 2, 6);
                builder.OpenElement(2, string.Create(CultureInfo.InvariantCulture, $"h{level}"));
                builder.AddAttribute(3, "class", page);
                builder.AddContent(4, heading.Text);
                builder.CloseElement();
                break;
            case WrittenParagraph paragraph:
                Paragraph(builder, paragraph, page);
                break;
            case WrittenTable table:
                builder.OpenComponent<TableScroll>(5);
                builder.AddComponentParameter(6, nameof(TableScroll.Label), LabelOf(table));
                builder.AddComponentParameter(
                    7,
                    nameof(TableScroll.ChildContent),
                    (RenderFragment)(at => Table(at, table))
                );
                builder.CloseComponent();
                break;
            default:
                throw new NotSupportedException(block.GetType().Name);
        }
    }

    /// <summary>Each table's own: two regions of one name are one to who only hears them.</summary>
    private string LabelOf(WrittenTable table)
    {
        var name = table.Caption ?? above;
        var label = name;
        for (var number = 2; !labels.Add(label); number++)
            label = string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
        return label;
    }

    private static void Table(RenderTreeBuilder builder, WrittenTable table)
    {
        builder.OpenElement(8, "table");
        builder.AddAttribute(9, "class", table.IsSmall ? "small" : null);
        Rows(builder, "thead", table.Rows.Take(table.HeadRows), isHead: true);
        Rows(builder, "tbody", table.Rows.Skip(table.HeadRows), isHead: false);
        builder.CloseElement();
    }

    private static void Rows(RenderTreeBuilder builder, string group, IEnumerable<WrittenRow> rows, bool isHead)
    {
        if (!rows.Any())
            return;
        builder.OpenElement(10, group);
        foreach (var row in rows)
        {
            builder.OpenElement(11, "tr");
            foreach (var cell in row.Cells)
                Cell(builder, cell, isHead);
            builder.CloseElement();
        }
        builder.CloseElement();
    }

    private static void Cell(RenderTreeBuilder builder, WrittenCell cell, bool isHead)
    {
        // A head that says nothing heads nothing.
        var heads = (isHead || cell.IsHead) && cell.Text.Length > 0;
        builder.OpenElement(12, heads ? "th" : "td");
        builder.AddAttribute(
            13,
            "scope",
            heads
                ? isHead
                    ? "col"
                    : "row"
                : null
        );
        builder.AddAttribute(14, "rowspan", cell.RowSpan > 1 ? cell.RowSpan : null);
        builder.AddAttribute(15, "colspan", cell.ColumnSpan > 1 ? cell.ColumnSpan : null);
        foreach (var paragraph in cell.Paragraphs)
            Paragraph(builder, paragraph, null);
        builder.CloseElement();
    }

    private static void Paragraph(RenderTreeBuilder builder, WrittenParagraph paragraph, string? page)
    {
        var align = paragraph.Alignment switch
        {
            WrittenAlignment.Centre => "centre",
            WrittenAlignment.End => "end",
            _ => null,
        };
        var indent =
            paragraph.Indent > 0 ? FormattableString.Invariant($"indent-{Math.Min(paragraph.Indent, 6)}") : null;
        var looks = string.Join(' ', new[] { page, align, indent }.Where(look => look is not null));
        builder.OpenElement(16, "p");
        builder.AddAttribute(17, "class", looks.Length > 0 ? looks : null);
        foreach (var run in paragraph.Runs)
            Run(builder, run);
        builder.CloseElement();
    }

    private static void Run(RenderTreeBuilder builder, WrittenRun run)
    {
        string[] elements =
        [
            .. run.IsBold ? ["strong"] : (string[])[],
            .. run.IsUnderlined ? ["u"] : (string[])[],
            .. run.IsStruck ? ["s"] : (string[])[],
        ];
        foreach (var element in elements)
            builder.OpenElement(18, element);
        builder.AddContent(19, run.Text);
        foreach (var _ in elements)
            builder.CloseElement();
    }
}
