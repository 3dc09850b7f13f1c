using System.Text.RegularExpressions;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>Tells tables of KPIs from those that merely look like one: budgets, populations, schedules, seats.</summary>
internal static partial class IndicatorVocabulary
{
    public static bool IsAbout(TableGrid grid, TableReading reading)
    {
        if (reading.Drafts.Count == 0)
            return false;
        bool label = false,
            name = false,
            target = false,
            cost = false;
        for (var row = 0; row < grid.Rows; row++)
        {
            foreach (var (_, cell) in grid.Row(row))
            {
                var sense = cell.Sense;
                label |=
                    sense.Label is { No: not null, Rest: var rest } && (rest.Length == 0 || IsNumbered(cell.Cell.Text));
                name |= sense.Word == HeadWord.Name || sense.Label is { No: null };
                target |= sense.Role is FigureRole.Target || sense is { Role: FigureRole.Baseline, Rank: 2 };
                cost |=
                    sense.Word == HeadWord.Cost
                    || (sense.Kind == CellKind.Text && IsMoney(CellText.Key(cell.Cell.Text)));
            }
        }
        if (cost && !label && !name)
            return false;
        return label
            || name
            || target
            || reading.Context.Mentions(key => Purpose().IsMatch(key) && !Money().IsMatch(key));
    }

    /// <summary>総事業費, 一般財源 …: a row of money, not a KPI.</summary>
    public static bool IsMoney(string key) => key.Length <= 20 && Money().IsMatch(key);

    /// <summary>小計, 合計 …: a row that adds up the KPIs above it and is none itself.</summary>
    public static bool IsSum(string key) => key is "小計" or "合計" or "計" or "総計" or "平均" or "平均値" or "合計値";

    /// <summary>True when a label says KPI or 指標, and is not a bare ①.</summary>
    public static bool IsNumbered(string text) => WithWord().IsMatch(CellText.Key(text));

    [GeneratedRegex("数値目標|KPI|重要業績評価指標|成果指標|評価指標|目標値|目標指標", RegexOptions.CultureInvariant)]
    private static partial Regex Purpose();

    [GeneratedRegex(
        "^(?:[(]?(?:うち|内|合計|計|各年度の?)[)]?)?(?:総?事業費|交付金|予算|決算|財源|一般財源|国費|国庫|県費|市費|町費|村費|起債|地方債|補助金|経費|委託料|寄附金|歳出|歳入|積算)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Money();

    [GeneratedRegex("KPI|指標|数値目標", RegexOptions.CultureInvariant)]
    private static partial Regex WithWord();
}
