using System.Globalization;
using System.Text;
using Shirube.Documents;

namespace Shirube.Tests.Documents.Recognition.Indicators;

/// <summary>How a table's cells are laid out as text.</summary>
public enum Scrambling
{
    RowLines,
    YearLines,
    RowMajor,
    AnchoredRows,
    ColumnsUnderHeadings,
    ColumnsForwards,
    ColumnsBackwards,
    ColumnPieces,
    RowPieces,
}

/// <summary>A random KPI table whose cells are known, and the text that some extraction makes of it.</summary>
public sealed class ScrambledTable
{
    private const int FirstYear = 2024;

    private readonly Random random;
    private readonly decimal?[] baselines;
    private readonly decimal?[][] targets;
    private readonly decimal?[] totals;
    private readonly bool hasBaseline;
    private readonly bool hasTotal;
    private readonly int years;

    public ScrambledTable(int seed, Scrambling scrambling, bool misprinted = false)
    {
        random = new Random(seed);
        var rows = random.Next(2, 6);
        years = random.Next(3, 7);
        hasBaseline = random.Next(3) > 0;
        hasTotal = random.Next(5) > 0;
        var dashed = random.Next(3) == 0 ? years - 1 : -1;
        var scale = (int[])[3, 12, 300, 20_000];
        baselines =
        [
            .. Enumerable.Range(0, rows).Select(_ => hasBaseline ? Draw(scale[random.Next(4)]) : (decimal?)null),
        ];
        targets = new decimal?[rows][];
        for (var row = 0; row < rows; row++)
        {
            var most = scale[random.Next(4)];
            var figures = Enumerable.Range(0, years).Select(_ => Draw(most)).ToList();
            if (random.Next(3) == 0)
                figures = [.. figures.Select(_ => figures[0])];
            else if (random.Next(2) == 0)
                figures.Sort();
            targets[row] =
            [
                .. figures.Select<decimal, decimal?>((figure, year) => year == dashed ? null : (decimal?)figure),
            ];
        }
        totals = [.. targets.Select(row => hasTotal ? row.Sum() : (decimal?)null)];
        if (misprinted && hasTotal)
            totals[random.Next(rows)] += random.Next(1, 30);
        Text = Render(scrambling);
    }

    public string Text { get; }

    public bool Rises => targets.All(row => row.Zip(row.Skip(1)).All(pair => !(pair.First > pair.Second)));

    private int Rows => targets.Length;

    private int Width => years + (hasBaseline ? 1 : 0) + (hasTotal ? 1 : 0);

    /// <summary>What was given wrongly, in words; empty when everything given is right.</summary>
    internal IReadOnlyList<string> Compare(IReadOnlyList<ReadIndicator> indicators)
    {
        var wrong = new List<string>();
        foreach (var indicator in indicators)
        {
            var row = indicator.No - 1;
            Check(wrong, $"{indicator.No} baseline", baselines[row], indicator.Baseline);
            Check(wrong, $"{indicator.No} total", totals[row], indicator.Total);
            foreach (var target in indicator.Targets)
                Check(
                    wrong,
                    $"{indicator.No} {target.Year}",
                    targets[row][target.Year.Year - FirstYear],
                    target.Figure
                );
        }
        return wrong;
    }

    private void Check(List<string> wrong, string place, decimal? truth, Read<decimal>? read)
    {
        // A table that does not rise is not one that the rule of rising years speaks of.
        if (read is null || (read.Evidence.Rule == "rising-years" && !Rises))
            return;
        if (read.Value != truth)
            wrong.Add($"{place}: {read.Value} for {truth} ({read.Evidence.Certainty} {read.Evidence.Rule})");
    }

    private decimal Draw(int most) => random.Next(0, most + 1);

    private string Render(Scrambling scrambling)
    {
        var text = new StringBuilder("【数値目標】\n");
        var cells = Enumerable.Range(0, Rows).Select(Cells).ToArray();
        var headings = Headings();
        switch (scrambling)
        {
            case Scrambling.RowLines:
                Lines(text, headings);
                for (var row = 0; row < Rows; row++)
                    Lines(text, [$"{Label(row)} {string.Join(' ', cells[row])}"]);
                break;
            case Scrambling.YearLines:
                Lines(text, Labels());
                for (var column = 0; column < Width; column++)
                    Lines(text, [$"{headings[column]} {string.Join(' ', cells.Select(row => row[column]))}"]);
                break;
            case Scrambling.RowMajor:
                Lines(text, [.. Labels(), .. headings, .. cells.SelectMany(row => row)]);
                break;
            case Scrambling.AnchoredRows:
                Lines(text, [.. headings, .. cells.SelectMany((row, i) => row.Prepend(Label(i)))]);
                break;
            case Scrambling.ColumnsUnderHeadings:
                Lines(text, [.. Labels(), .. headings.SelectMany((heading, i) => Column(cells, i).Prepend(heading))]);
                break;
            case Scrambling.ColumnsForwards:
                Lines(text, [.. Labels(), .. headings, .. Stream(cells, backwards: false)]);
                break;
            case Scrambling.ColumnsBackwards:
                Lines(text, [.. Labels(), .. headings, .. Stream(cells, backwards: true)]);
                break;
            case Scrambling.ColumnPieces:
                Lines(text, [.. headings, .. Pieces(Stream(cells, random.Next(2) == 0))]);
                break;
            case Scrambling.RowPieces:
                Lines(text, [.. headings, .. Pieces([.. cells.SelectMany(row => row)])]);
                break;
        }
        return text.Append("５ 地域再生を図るために行う事業\n").ToString();
    }

    private List<string> Stream(string[][] cells, bool backwards)
    {
        var columns = Enumerable.Range(0, Width);
        return [.. (backwards ? columns.Reverse() : columns).SelectMany(column => Column(cells, column))];
    }

    /// <summary>The stream cut at random and put together in another order, with prose at the cuts.</summary>
    private List<string> Pieces(List<string> stream)
    {
        var cuts = new SortedSet<int> { 0, stream.Count };
        for (var i = random.Next(1, 8); i > 0; i--)
            cuts.Add(random.Next(stream.Count));
        var pieces = cuts.Zip(cuts.Skip(1), (from, to) => stream.GetRange(from, to - from)).ToArray();
        random.Shuffle(pieces);
        var text = Labels();
        foreach (var piece in pieces)
        {
            text.AddRange(piece);
            text.Add("本事業は、背景を踏まえて、次の取組を進めるものである。");
        }
        return text;
    }

    private static IEnumerable<string> Column(string[][] cells, int column) => cells.Select(row => row[column]);

    private string[] Cells(int row)
    {
        var cells = new List<decimal?>();
        if (hasBaseline)
            cells.Add(baselines[row]);
        cells.AddRange(targets[row]);
        if (hasTotal)
            cells.Add(totals[row]);
        return [.. cells.Select(cell => cell?.ToString("#,0.00", CultureInfo.InvariantCulture) ?? "-")];
    }

    private List<string> Headings()
    {
        var headings = new List<string>();
        if (hasBaseline)
            headings.Add("事業開始前");
        headings.AddRange(
            Enumerable
                .Range(FirstYear, years)
                .Select(year => string.Create(CultureInfo.InvariantCulture, $"{year}年度"))
        );
        if (hasTotal)
            headings.Add("増加分の累計");
        return headings;
    }

    private List<string> Labels() => [.. Enumerable.Range(0, Rows).Select(Label)];

    private static string Label(int row) => "ＫＰＩ" + (char)('①' + row);

    private static void Lines(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            text.Append(line).Append('\n');
    }
}
