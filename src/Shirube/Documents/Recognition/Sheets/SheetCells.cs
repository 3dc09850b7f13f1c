using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>Turns the cells of one table into values with their evidence, and keeps what stays open.</summary>
/// <param name="tableUnit">Unit of money printed for the whole table (単位：千円), or null.</param>
internal sealed partial class SheetCells(string? tableUnit, Certainty certainty, List<Finding> findings)
{
    private bool missesUnit;

    public void Add(Finding finding) => findings.Add(finding);

    public void Open(string code, int index, SheetField field, Passage at, params object?[] rest) =>
        Add(
            new Finding(code, Severity.Warning, new Evidence(at, certainty), [index + 1, .. rest])
            {
                Pointer = $"/rows/{index}/{PointerOf(field)}",
            }
        );

    public Evidence At(Cell cell) => new(cell.At, certainty);

    public Read<string>? Text(Cell? cell, int index, SheetField field, Certainty? weaker = null)
    {
        if (cell is null || CellText.Join(cell.Text) is not { Length: > 0 } text)
            return null;
        // A dash in place of words says that there are none.
        return Figure.Parse(text).Kind == FigureKind.Dash && text is not ("△" or "▲")
            ? null
            : new Read<string>(text, cell.At, weaker ?? certainty);
    }

    /// <summary>The chosen label; of options printed with boxes, the one that is marked.</summary>
    public Read<string>? Choice(Cell? cell, int index, SheetField field)
    {
        if (cell is null || Text(cell, index, field) is not { } text)
            return null;
        var marked = Boxes().Matches(cell.Text);
        if (marked.Count == 0)
        {
            if (Options().Count(cell.Text) < 2)
                return text;
            Open("SHEET011", index, field, cell.At, PointerOf(field));
            return null;
        }
        if (marked.Where(match => match.Groups["on"].Success).ToList() is [var only])
            return text with { Value = CellText.Join(only.Groups["label"].Value) };
        Open("SHEET011", index, field, cell.At, PointerOf(field));
        return null;
    }

    /// <summary>An amount in yen; the unit printed in the cell counts before that of the heading and of the table.</summary>
    public Read<decimal>? Yen(Cell cell, string heading, int index, SheetField field)
    {
        var text = CellText.Join(cell.Text);
        var figure = Figure.Parse(text);
        if (figure.Kind is FigureKind.Dash or FigureKind.Blank or FigureKind.Pending)
            return null;
        var unit = figure.Unit ?? SheetColumns.MoneyUnit(heading) ?? tableUnit;
        if (figure.Value is not { } value || (figure.Unit is { } own && MoneyUnit.YenPer(own) is null))
        {
            Open("SHEET009", index, field, cell.At, heading, text);
            return null;
        }
        if (unit is not null && MoneyUnit.YenPer(unit) is { } scale)
        {
            if (FigureSize.OrNull(value * scale) is { } yen)
                return new Read<decimal>(yen, cell.At, certainty);
            Open("SHEET009", index, field, cell.At, heading, text);
            return null;
        }
        if (!missesUnit)
            Open("SHEET004", index, field, cell.At);
        missesUnit = true;
        return null;
    }

    public Read<int>? Count(Cell cell, int index)
    {
        var text = CellText.Join(cell.Text);
        var figure = Figure.Parse(text);
        if (figure.Value is { } value && value == decimal.Truncate(value) && value is >= 0 and < 1_000_000)
            return new Read<int>((int)value, cell.At, certainty);
        if (figure.Kind is FigureKind.Other or FigureKind.Beyond or FigureKind.Number)
            Open("SHEET009", index, SheetField.DonationCount, cell.At, "寄附件数", text);
        return null;
    }

    public static string PointerOf(SheetField field) =>
        field switch
        {
            SheetField.Cost => "costYen",
            SheetField.Donation => "donationYen",
            SheetField.Target or SheetField.Actual or SheetField.IndicatorName or SheetField.TargetYear => "indicators",
            _ => char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..],
        };

    /// <summary>☑ ①… □ ②…</summary>
    [GeneratedRegex(
        @"(?:(?<on>[☑☒■✓✔●レ])|(?<off>[□☐○〇]))\s*(?<label>[①-⑨1-9１-９][^☑☒■✓✔●□☐○〇①-⑨]{0,3}[^☑☒■✓✔●□☐○〇]*)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Boxes();

    [GeneratedRegex(@"[①-⑨]", RegexOptions.CultureInvariant)]
    private static partial Regex Options();
}
