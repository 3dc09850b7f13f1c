using Shirube.Documents.Formats;
using Shirube.Documents.Writing;

namespace Shirube.Documents.Forms;

/// <summary>A form in Word: its tables, its paragraphs, its content controls.</summary>
internal sealed class WordFormFile : FormFile
{
    private readonly string part;
    private readonly string source;

    /// <summary>The paragraphs that a place consists of; none for a place behind a paragraph.</summary>
    private readonly Dictionary<int, List<XmlSpan>> paragraphs = [];
    private readonly Dictionary<int, XmlSpan> behind = [];
    private readonly Dictionary<int, XmlSpan> inline = [];
    private readonly Dictionary<XmlSpan, FormPlace> places = [];
    private int tables;

    public WordFormFile(byte[] content, ZipParts zip)
        : base(content)
    {
        part = OfficePackage.MainPartOf(zip, "word/document.xml");
        source = Read(zip, part);
        var body = Parse(source).First("body") ?? throw new InvalidDataException("No body.");
        var blocks = Blocks(body).ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Local == "tbl")
                Table(blocks[i]);
            else
                Line(blocks[i], i + 1 < blocks.Count ? blocks[i + 1] : null);
        }
        foreach (var control in body.Descendants().Where(element => element.Local == "sdt"))
            Control(control);
    }

    protected override IReadOnlyDictionary<string, byte[]> Changed(IReadOnlyDictionary<int, FormValue> values)
    {
        var pieces = new List<(int, int, string)>();
        var opened = new HashSet<XmlSpan>();
        foreach (var (id, value) in values)
        {
            var text = WrittenText.Clean(value.Text);
            if (paragraphs.TryGetValue(id, out var own))
            {
                pieces.Add((own[0].Start, own[0].End, WordSplice.Paragraphs(own[0], text)));
                pieces.AddRange(own.Skip(1).Select(rest => (rest.Start, rest.End, "")));
                opened.UnionWith(Placeholders(own[0]));
            }
            else if (behind.TryGetValue(id, out var before))
                pieces.Add((before.End, before.End, WordSplice.NewParagraphs(before, text)));
            else
            {
                var holder = inline[id];
                pieces.Add((holder.ContentStart, holder.ContentEnd, WordSplice.Runs(holder, text)));
                opened.UnionWith(Placeholders(holder));
            }
        }
        pieces.AddRange(opened.Select(mark => (mark.Start, mark.End, "")));
        return new Dictionary<string, byte[]> { [part] = Bytes(XmlSpan.Splice(source, pieces)) };
    }

    /// <summary>The marks by which Word shows a content control's text as one to be replaced.</summary>
    private static IEnumerable<XmlSpan> Placeholders(XmlSpan inside)
    {
        for (var at = inside.Parent; at is not null; at = at.Parent)
        {
            if (at.Local == "sdt" && at.First("sdtPr")?.First("showingPlcHdr") is { } mark)
                yield return mark;
        }
    }

    /// <summary>Paragraphs and tables in order, also those in content controls.</summary>
    private static IEnumerable<XmlSpan> Blocks(XmlSpan parent) =>
        parent.Children.SelectMany(child =>
            child.Local switch
            {
                "p" or "tbl" => [child],
                "sdt" or "sdtContent" or "customXml" or "ins" => Blocks(child),
                _ => Enumerable.Empty<XmlSpan>(),
            }
        );

    private static IEnumerable<XmlSpan> Through(XmlSpan parent, string name) =>
        parent.Children.SelectMany(child =>
            child.Local == name ? [child]
            : child.Local is "sdt" or "sdtContent" or "customXml" or "ins" ? Through(child, name)
            : Enumerable.Empty<XmlSpan>()
        );

    private void Line(XmlSpan paragraph, XmlSpan? next)
    {
        var text = WordSplice.TextOf(paragraph);
        if (string.IsNullOrWhiteSpace(text))
            return;
        var here = PlaceOf([paragraph], FormText.Line(text), text);
        FormPlace? below = null;
        if (next is { Local: "p" } && OpenText.Is(WordSplice.TextOf(next)))
            below = PlaceOf([next], FormText.Below(text), WordSplice.TextOf(next));
        else if (next is { Local: "tbl" } && OnlyCell(next) is { } frame && OpenText.Is(TextOf(frame)))
            below = PlaceOf(Paragraphs(frame), FormText.Below(text), TextOf(frame));
        else
        {
            below = new FormPlace(places.Count + behind.Count + inline.Count, FormText.Below(text), "")
            {
                IsOpen = true,
                Exists = false,
            };
            behind[below.Id] = paragraph;
        }
        Add(new FormLine(here, below, next is { Local: "p" } ? WordSplice.TextOf(next) : ""));
    }

    private static XmlSpan? OnlyCell(XmlSpan table) =>
        Through(table, "tr").ToList() is [var row] && Through(row, "tc").ToList() is [var cell] ? cell : null;

    private void Table(XmlSpan table)
    {
        tables++;
        var number = tables;
        var cells = new List<FormCell>();
        var open = new Dictionary<int, int>();
        var index = 0;
        foreach (var row in Through(table, "tr"))
        {
            var column = int.TryParse(row.First("trPr")?.First("gridBefore")?.Attribute("val"), out var skip)
                ? skip
                : 0;
            foreach (var cell in Through(row, "tc"))
            {
                var properties = cell.First("tcPr");
                var width = int.TryParse(properties?.First("gridSpan")?.Attribute("val"), out var span)
                    ? Math.Clamp(span, 1, 200)
                    : 1;
                var merge = properties?.First("vMerge");
                if (
                    merge is not null
                    && merge.Attribute("val") is null or "continue"
                    && open.TryGetValue(column, out var at)
                )
                    cells[at] = cells[at] with { RowSpan = index - cells[at].Row + 1 };
                else
                {
                    if (merge is not null)
                        open[column] = cells.Count;
                    var where = FormText.Cell(number, index + 1, column + 1);
                    cells.Add(new FormCell(index, column, 1, width, PlaceOf(Paragraphs(cell), where, TextOf(cell))));
                }
                column += width;
                foreach (var nested in Through(cell, "tbl"))
                    Table(nested);
            }
            index++;
        }
        Add(cells);
    }

    private static List<XmlSpan> Paragraphs(XmlSpan cell) => [.. Through(cell, "p")];

    private static string TextOf(XmlSpan cell) => string.Join('\n', Paragraphs(cell).Select(WordSplice.TextOf));

    private void Control(XmlSpan control)
    {
        var properties = control.First("sdtPr");
        // What is bound to data behind the document would be overwritten by it.
        if (control.First("sdtContent") is not { } holder || properties?.First("dataBinding") is not null)
            return;
        var own = holder.Descendants().Where(element => element.Local == "p").ToList();
        var names = new[] { properties?.First("tag")?.Attribute("val"), properties?.First("alias")?.Attribute("val") };
        var name = names.FirstOrDefault(one => !string.IsNullOrEmpty(one));
        if (name is null || (holder.Children.Exists(child => child.Local == "tr")))
            return;
        var text = string.Join('\n', own.Count > 0 ? own.Select(WordSplice.TextOf) : [WordSplice.TextOf(holder)]);
        var isOpen = properties!.First("showingPlcHdr") is not null || OpenText.Is(text);
        FormPlace place;
        if (own.Count > 0)
            place = PlaceOf(own, FormText.Control(name), text) with { IsOpen = isOpen };
        else
        {
            place = new FormPlace(places.Count + behind.Count + inline.Count, FormText.Control(name), text)
            {
                IsOpen = isOpen,
            };
            inline[place.Id] = holder;
        }
        foreach (var one in names.OfType<string>())
            Controls.TryAdd(one, place);
    }

    /// <summary>The same paragraphs are one place, whoever finds them.</summary>
    private FormPlace PlaceOf(List<XmlSpan> own, string where, string text)
    {
        if (own.Count == 0)
            return new FormPlace(-1, where, text);
        if (places.TryGetValue(own[0], out var known))
            return known;
        var place = new FormPlace(places.Count + behind.Count + inline.Count, where, text)
        {
            IsOpen = OpenText.Is(text),
        };
        places[own[0]] = place;
        paragraphs[place.Id] = own;
        return place;
    }
}
