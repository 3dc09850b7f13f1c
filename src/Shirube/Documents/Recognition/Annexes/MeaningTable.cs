using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Calendar;
using Shirube.Documents.Recognition.Indicators;
using Shirube.Documents.Recognition.Plans;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Annexes;

/// <summary>What a row of the table says of the KPI of that number.</summary>
/// <param name="At">Where the number stands.</param>
internal sealed record MeantIndicator(
    int No,
    Read<string>? Name,
    Read<FiscalYear>? BaselineYear,
    ReadMeaning Meaning,
    Passage At
)
{
    /// <summary>A name as the reading of KPIs takes it: without signs of lists and a unit behind it.</summary>
    internal static string Key(string name) =>
        NameText.Key(UnitText.SplitName(NameText.Clean(name)).Name) is { Length: > 0 } key ? key : NameText.Key(name);

    /// <summary>Nobody can tell this row from the other.</summary>
    internal bool IsLike(MeantIndicator other) =>
        other.No == No && (other.Name is null || Name is null || Key(other.Name.Value) == Key(Name.Value));
}

/// <summary>
/// 数値目標の説明: a row for each KPI by its number, a column for each thing said of it. A head that is none of the known
/// ones makes it another table; words that are none of the known ones stay open.
/// </summary>
internal static partial class MeaningTable
{
    private const int LinesAbove = 3;

    private static readonly string[][] Heads =
    [
        ["番号"],
        ["KPI", "指標", "指標名"],
        ["基準値の年度", "基準年度"],
        ["数え方"],
        ["良い方向", "よい向き"],
        ["範囲"],
        ["定義", "算出方法", "説明"],
    ];

    /// <summary>Null for a table that is none.</summary>
    public static IReadOnlyList<MeantIndicator>? Read(SourceDocument document, Table table)
    {
        if (
            !(table.Caption is { } caption && AnnexHeading.IsMeaning(caption))
            && !AnnexHeading.Above(document, table, LinesAbove).Any(line => AnnexHeading.IsMeaning(line.Plain))
        )
            return null;
        var grid = new AnnexGrid(table);
        var columns = new int[Heads.Length];
        Array.Fill(columns, -1);
        foreach (var column in grid.ColumnsOf(0))
        {
            var text = Folding.Squeeze(grid.Text(0, column));
            var known = Array.FindIndex(Heads, words => Array.IndexOf(words, text) >= 0);
            if (known < 0 || columns[known] >= 0)
                return null;
            columns[known] = column;
        }
        if (columns[0] < 0 || columns.Count(column => column >= 0) < 3)
            return null;
        var found = new List<MeantIndicator>();
        for (var row = 1; row < grid.Rows; row++)
        {
            if (IndicatorLabel.Parse(grid.Text(row, columns[0])) is not { No: { } no, Rest: "" })
                return null;
            found.Add(
                Of(
                    no,
                    [.. columns.Select(column => column < 0 ? null : grid[row, column])],
                    table.FoundBy == TableSource.Given
                )
            );
        }
        // Two rows of one number and name, or of one number and no name: nobody can tell which of them holds.
        return [.. found.Where(one => found.Count(one.IsLike) == 1)];
    }

    private static MeantIndicator Of(int no, Cell?[] cells, bool isGiven)
    {
        var (low, high) = Range(cells[5]);
        return new MeantIndicator(
            no,
            Text(cells[1], CellText.Joined),
            Value(cells[2], text => FiscalYear.TryParse(text, out var year) ? year : (FiscalYear?)null),
            new ReadMeaning
            {
                Basis = Value(cells[3], MeaningWord.BasisOf),
                Direction = Value(cells[4], MeaningWord.DirectionOf),
                RangeLow = low,
                RangeHigh = high,
                // Where a table was seen and not given, its cells may have forced the ends of lines.
                Definition = Text(cells[6], text => isGiven ? text.Trim() : Wording.Join(text.Split('\n'))),
            },
            cells[0]!.At
        );
    }

    private static Read<string>? Text(Cell? cell, Func<string, string> of) =>
        cell is not null && of(cell.Text) is { Length: > 0 } text ? new Read<string>(text, cell.At) : null;

    private static Read<T>? Value<T>(Cell? cell, Func<string, T?> of)
        where T : struct =>
        cell is not null && of(CellText.Joined(cell.Text)) is { } value ? new Read<T>(value, cell.At) : null;

    private static (Read<decimal>? Low, Read<decimal>? High) Range(Cell? cell)
    {
        if (cell is null || Bounds().Match(Folding.Squeeze(cell.Text)) is not { Success: true } match)
            return (null, null);
        var (low, high) = (Number(match.Groups["low"], cell), Number(match.Groups["high"], cell));
        return low is not null && high is not null && low.Value > high.Value ? (null, null) : (low, high);
    }

    private static Read<decimal>? Number(Group written, Cell cell) =>
        written.Success
        && FigureSize.Fits(written.Value.Replace(",", "", StringComparison.Ordinal).TrimStart('-'))
        && decimal.TryParse(
            written.Value,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? new Read<decimal>(number, cell.At)
            : null;

    private const string One = @"-?(?:\d{1,3}(?:,\d{3})+|\d{1,20})(?:\.\d{1,28})?";

    [GeneratedRegex(
        $"^(?:(?<low>{One})[~〜～](?<high>{One})|(?<low>{One})以上|(?<high>{One})以下)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Bounds();
}
