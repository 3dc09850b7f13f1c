using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>
/// Reads sheets that give every project a form of its own, each value beside or below its label. A form that a page
/// break cut goes on in the next table; a new one begins where the project's label, or the label that opened the
/// first form, comes again.
/// </summary>
internal sealed partial class SheetCards(IReadOnlyList<Line> lines, List<ReadSheetRow> rows)
{
    private const int FewestFields = 4;

    /// <summary>So many more fields than a heading names make a card of a table.</summary>
    private const int MoreFields = 2;

    private readonly List<CardEntry> open = [];
    private SheetCells? cells;
    private SheetField? opening;
    private Read<string>? title;

    /// <summary>How many different fields the labels of a table name; 0 for too few to be a card.</summary>
    public static int Fields(IReadOnlyList<CardEntry> entries)
    {
        var fields = entries.Select(entry => entry.Field).Distinct().Count();
        return entries.Select(entry => entry.Leaf.Row).Distinct().Count() < 3 ? 0 : fields;
    }

    public static bool IsCard(IReadOnlyList<CardEntry> entries, SheetColumns? heading) =>
        Fields(entries) is var fields
        && fields >= FewestFields
        && fields >= (heading?.Columns.Select(column => column.Field).Distinct().Count() + MoreFields ?? 0);

    /// <summary>Takes a table's labels in; false when they are no card and continue none.</summary>
    public bool Take(Table table, IReadOnlyList<CardEntry> entries, SheetCells cells)
    {
        var isCard = IsCard(entries, null);
        if (!isCard && (open.Count == 0 || entries.Count == 0))
            return false;
        var names = entries.Any(entry => entry.Field == SheetField.Project);
        var above = isCard && !names ? TitleAbove(table) : null;
        if (isCard && !names && above is null && open.Count == 0)
            return false;
        if (above is not null)
            Close();
        this.cells ??= cells;
        foreach (var entry in entries)
        {
            if (Begins(entry))
                Begin();
            if (open.Count == 0)
                (this.cells, title) = (cells, above);
            opening ??= entry.Field == SheetField.Other ? null : entry.Field;
            open.Add(entry);
        }
        return true;
    }

    private bool Begins(CardEntry entry) =>
        open.Count > 0
        && (entry.Field == SheetField.Project || entry.Field == opening)
        && open.Exists(other => other.Field == SheetField.Project)
        && !open.Exists(other => other.Value is not null && other.Value == entry.Value);

    /// <summary>Fields that stand in the form already and come again right before a project are the next one's.</summary>
    private void Begin()
    {
        var next = open.Count;
        while (next > 0 && open.Take(next - 1).Any(other => other.Field == open[next - 1].Field && other.Band is null))
            next--;
        var moved = open.Skip(next).Where(entry => !SheetIndicators.IsOfIndicator(entry.Field)).ToList();
        open.RemoveAll(moved.Contains);
        Close();
        open.AddRange(moved);
    }

    public void Close()
    {
        if (open.Count > 0)
            rows.Add(new SheetCard(open, cells!, rows.Count).Row(title));
        open.Clear();
        title = null;
    }

    /// <summary>A heading right above a form without a project's label names the project.</summary>
    private Read<string>? TitleAbove(Table table)
    {
        // Asked of the table once: the answer is looked for in all of its cells.
        var first = table.FirstLine;
        var line = lines.LastOrDefault(line =>
            line.Number < first && !line.IsRunning && !string.IsNullOrWhiteSpace(line.Text)
        );
        if (line is not { Heading: > 0 } || first - line.Number > 3)
            return null;
        var name = Numbering().Replace(line.Plain, "", 1).Trim();
        var column = line.Text.IndexOf(name, StringComparison.Ordinal);
        return name.Length == 0
            ? null
            : new Read<string>(
                name,
                new Passage(line.Page, line.Number, line.Number, column, name),
                Certainty.PlaceInferred
            );
    }

    [GeneratedRegex(
        @"^\s*(?:[0-9０-９]{1,3}[.．、\s\u3000]+|[①-⑳]\s*|[(（][0-9０-９]{1,3}[)）]\s*)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Numbering();
}
