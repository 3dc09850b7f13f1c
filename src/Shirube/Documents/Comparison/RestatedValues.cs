using System.Text.RegularExpressions;

namespace Shirube.Documents.Comparison;

/// <summary>
/// Which rows of the text only say again what the rows of facts and KPIs say as values: all that differs in them is a
/// value that differs there, in its own chapter or in its own row of the table, or a piece of the KPI table whose figures
/// stand there, however the text of a document scattered it.
/// </summary>
internal sealed partial class RestatedValues
{
    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create(
        "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳0123456789"
    );

    /// <summary>A number of fewer letters may count anything.</summary>
    private const int LongestCount = 4;

    private readonly List<(PlanFact Fact, HashSet<string> Old, HashSet<string> New)> facts;
    private readonly List<(string? Name, HashSet<string> Old, HashSet<string> New)> indicators;

    /// <summary>All that stands in the cells of either side, changed or not.</summary>
    private readonly HashSet<string> cells;

    /// <param name="tables">The KPI of both sides.</param>
    public RestatedValues(IReadOnlyList<ComparisonRow> values, IEnumerable<ComparedIndicator> tables)
    {
        cells = Texts(tables.SelectMany(indicator => indicator.Cells));
        facts =
        [
            .. values
                .Where(row =>
                    row is { Fact: not null, Kind: ChangeKind.Changed or ChangeKind.Added or ChangeKind.Removed }
                )
                .Select(row => (row.Fact!.Value, Pieces(row.Old), Pieces(row.New))),
        ];
        indicators =
        [
            .. values
                .Where(row => row.Subject == RowSubject.Indicator && row.Cells.Any(cell => !cell.IsUnclear))
                .Select(row =>
                    (
                        row.IndicatorName is null ? null : ScriptChunks.Fold(row.IndicatorName),
                        Texts(row.Cells.Select(cell => cell.Old)),
                        Texts(row.Cells.Select(cell => cell.New))
                    )
                ),
        ];
    }

    public bool Hold(ComparisonRow row)
    {
        if (row.Kind is not (ChangeKind.Changed or ChangeKind.Added or ChangeKind.Removed))
            return false;
        var (old, now) = (Pieces(row.Old), Pieces(row.New));
        return IsOfTable(row)
            || (
                old.Count + now.Count > 0
                && (
                    facts.Exists(fact => Holds(fact.Fact, row, old, fact.Old) && Holds(fact.Fact, row, now, fact.New))
                    || (
                        (TableRow.IsRow(row.OldText) || TableRow.IsRow(row.NewText))
                        && indicators.Exists(one =>
                            IsOf(row, one.Name) && old.IsSubsetOf(one.Old) && now.IsSubsetOf(one.New)
                        )
                    )
                )
            );
    }

    /// <summary>Nothing but heads, labels and cells of the KPI table, in the chapter in which it stands.</summary>
    private bool IsOfTable(ComparisonRow row) =>
        ChangeProposal.OfText(row.Place.Chapter, isWording: false) == ChangeGround.Goal
        && row.Old.Concat(row.New)
            .SelectMany(run => Cells(run.Text))
            .Select(piece => Label().Replace(piece, ""))
            .All(piece => cells.Contains(piece) || cells.Contains(TableRow.KeyOf(piece)) || Head().IsMatch(piece));

    /// <summary>In the chapter that states the fact; in that of the projects only what can be nothing else.</summary>
    private static bool Holds(PlanFact fact, ComparisonRow row, HashSet<string> said, HashSet<string> values)
    {
        var ground = ChangeProposal.Of(fact);
        if (ground != ChangeProposal.OfText(row.Place.Chapter, isWording: false))
            return false;
        return ground switch
        {
            ChangeGround.Period => said.All(piece =>
                values.Any(value => value.Contains(piece, StringComparison.Ordinal))
            ),
            ChangeGround.Project when fact is PlanFact.TotalCost or PlanFact.DonationGoal => said.All(piece =>
                piece.Length >= LongestCount && values.Contains(piece.EndsWith('円') ? piece : piece + "千円")
            ),
            ChangeGround.Project => row.Place.Number == "5-2②" && said.IsSubsetOf(values),
            _ => said.IsSubsetOf(values),
        };
    }

    /// <summary>The row of that KPI, by its name or its number.</summary>
    private static bool IsOf(ComparisonRow row, string? name)
    {
        var text = ScriptChunks.Fold(row.NewText.Length > 0 ? row.NewText : row.OldText);
        return (name is { Length: > 0 } && text.Contains(name, StringComparison.Ordinal))
            || text.StartsWith("KPI", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What is marked, cut where cells and lines end; the number of a KPI's row says nothing.</summary>
    private static HashSet<string> Pieces(IReadOnlyList<Run> runs) =>
        [.. runs.Where(run => run.IsChanged).SelectMany(run => Cells(run.Text)).Where(piece => !IsNumber(piece))];

    private static IEnumerable<string> Cells(string text) =>
        text.Split('\t', '\n', '｜').Select(ScriptChunks.Fold).Where(piece => piece.Length > 0);

    private static bool IsNumber(string piece) =>
        piece.StartsWith("KPI", StringComparison.OrdinalIgnoreCase)
        && piece.Length > 3
        && piece.AsSpan(3).IndexOfAnyExcept(Signs) < 0;

    /// <summary>2024年度増加分(1年目), 単位, KPI増加分の累計 … of the statutory form's table.</summary>
    [GeneratedRegex(
        "^(?:[0-9]{4}年度|増加分|単位|\\(?[0-9]年目\\)?|事業開始前|\\(?現時点\\)?|KPI|の?累計|数値目標|[-【】])*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Head();

    /// <summary>KPI① before a name or alone.</summary>
    [GeneratedRegex("^[KＫ][PＰ][IＩ][①-⑳0-9]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    private static HashSet<string> Texts(IEnumerable<IndicatorCell?> cells) =>
        [.. cells.Where(cell => cell is { IsOpen: false }).Select(cell => TableRow.KeyOf(cell!.Text))];
}
