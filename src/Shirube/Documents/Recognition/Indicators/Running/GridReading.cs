using Shirube.Indicators;

namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>Turns rows of cells and the meaning of their columns into KPIs.</summary>
/// <param name="Certainty">How the cells came to their rows.</param>
/// <param name="Rule">Name of the rule where that was derived.</param>
/// <param name="KnowsBaselines">False where nothing in the layout binds a baseline to its row.</param>
internal sealed record GridReading(
    TableText Text,
    ColumnPlan Plan,
    Certainty Certainty,
    string? Rule = null,
    bool KnowsBaselines = true
)
{
    /// <summary>Name of the rule for cells that run against the order of the headings, all of them alike.</summary>
    public const string ColumnsOneWay = "columns-one-way";

    public IndicatorProposal Read(IReadOnlyList<GridRow> rows)
    {
        var findings = new List<Finding>();
        var indicators = new List<ReadIndicator>();
        var numbers = Text.Numbers.Count > 0 ? Text.Numbers : [.. rows.Select(row => row.No)];
        foreach (var number in numbers)
        {
            var row = rows.FirstOrDefault(row => row.No == number);
            if (row is null)
            {
                indicators.Add(new ReadIndicator { No = number, Basis = Text.Headings.Basis });
                findings.Add(IndicatorFindings.RowOpen(Text.Tokens, number, indicators.Count - 1));
            }
            else
                indicators.Add(Indicator(row));
        }
        if (!KnowsBaselines && Text.Headings.HasBaseline)
            OpenBaselines(rows, indicators, findings);
        return new IndicatorProposal(indicators, findings);
    }

    private ReadIndicator Indicator(GridRow row)
    {
        var targets = new List<ReadFigure>();
        var indicator = new ReadIndicator
        {
            No = row.No,
            Basis = Text.Headings.Basis,
            BaselineYear = Text.Headings.BaselineYear,
        };
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var cell = row.Cells[i];
            switch (Plan.Columns[i].Kind)
            {
                case ColumnKind.Baseline:
                    indicator = indicator with { Baseline = Value(cell) };
                    break;
                case ColumnKind.Total:
                    indicator = indicator with { Total = Value(cell) };
                    break;
                default:
                    targets.Add(Target(Plan.Columns[i], cell));
                    break;
            }
        }
        return indicator with { Targets = [.. targets.OrderBy(target => target.Year)], Unit = UnitOf(row.Cells) };
    }

    private ReadFigure Target(Column column, IndicatorToken cell) =>
        cell.Kind switch
        {
            TokenKind.Figure => new ReadFigure(column.Year, Value(cell), FigureState.Final),
            TokenKind.Dash => new ReadFigure(column.Year, null, FigureState.Outside) { At = At(cell) },
            _ => new ReadFigure(column.Year, null, FigureState.Pending) { At = At(cell) },
        };

    private Read<decimal>? Value(IndicatorToken cell) =>
        cell.Kind == TokenKind.Figure ? new Read<decimal>(cell.Value, At(cell)) : null;

    private Evidence At(IndicatorToken cell) => new(cell.At, Certainty) { Rule = Rule };

    /// <summary>人 where every figure of the row has it behind it.</summary>
    private static Read<string>? UnitOf(IReadOnlyList<IndicatorToken> cells)
    {
        var figures = cells.Where(cell => cell.Kind == TokenKind.Figure).ToList();
        return figures.Count > 0 && figures[0].Unit is { } unit && figures.TrueForAll(cell => cell.Unit == unit)
            ? new Read<string>(unit, figures[0].At)
            : null;
    }

    private static void OpenBaselines(
        IReadOnlyList<GridRow> rows,
        List<ReadIndicator> indicators,
        List<Finding> findings
    )
    {
        var rivals = indicators.Where(indicator => indicator.Baseline is not null).ToList();
        if (rivals.Select(indicator => indicator.Baseline!.Value).Distinct().Count() <= 1)
            return;
        findings.Add(
            IndicatorFindings.BaselinesOpen(
                rows[0].Cells[0],
                [.. rivals.Select(indicator => indicator.Baseline!.Value)]
            )
        );
        for (var i = 0; i < indicators.Count; i++)
            indicators[i] = indicators[i] with { Baseline = null };
    }
}
