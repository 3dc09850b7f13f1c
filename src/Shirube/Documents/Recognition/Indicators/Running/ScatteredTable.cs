using System.Globalization;
using Shirube.Indicators;

namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// The last rung: figures without any usable places. Which figures make a row is proved by the printed totals, by a
/// complete search that counts what else would fit; which row is which KPI and which figure is which year are derived
/// by named rules; the baselines, which no sum binds, stay open.
/// </summary>
internal static class ScatteredTable
{
    /// <summary>Name of the rule that orders years: the figures of every row rise with the years.</summary>
    private const string RisingYears = "rising-years";

    /// <summary>Name of the rule that orders rows: columns are printed from the first KPI down to the last.</summary>
    private const string RowsDownColumns = "rows-down-columns";

    /// <summary>In random tables, two rows of small figures often fit another way by chance; three hardly ever.</summary>
    private const int FewestRows = 3;

    /// <summary>Steps between unlike neighbouring years, over all rows, that must agree before "rising" is believed.</summary>
    private const int FewestSteps = 4;

    public static IndicatorProposal? Read(TableText text)
    {
        var figures = text.Tokens.Where(token => token.Kind == TokenKind.Figure).ToList();
        var rowCount = text.Numbers.Count;
        if (Shape(text, rowCount, figures.Count) is not { } shape)
            return null;
        var search = SumSearch.Run(
            [.. figures.Select(token => token.Value)],
            rowCount,
            shape.Years.Count,
            text.Headings.HasBaseline
        );
        if (!search.IsComplete || search.Survivors.Count != 1)
        {
            return Open(
                text,
                search.IsComplete
                    ? IndicatorFindings.NotProved(figures, search.Survivors.Count)
                    : IndicatorFindings.NotSearched(figures)
            );
        }
        var rows = search.Survivors[0];
        if (ColumnOrderSearch.Find(figures, RunStarts(text.Tokens), rows, out var fitsWithMisprint) is { } order)
            return Build(text, shape, figures, rows, order);
        return Open(
            text,
            fitsWithMisprint
                ? IndicatorFindings.NotProved(figures, ways: 2)
                : IndicatorFindings.OrderOpen(figures, rows)
        );
    }

    private sealed record TableShape(IReadOnlyList<Calendar.FiscalYear> Years, Calendar.FiscalYear? Dashed);

    /// <summary>The years that hold figures, when headings, KPIs, figures and dashes are as many as one table needs.</summary>
    private static TableShape? Shape(TableText text, int rowCount, int figureCount)
    {
        var headings = text.Headings;
        if (rowCount < FewestRows || headings.Years.Count < 2 || !headings.HasTotal || headings.HasActuals)
            return null;
        var dashes = text.Tokens.Count(token => token.Kind == TokenKind.Dash);
        if (text.Tokens.Any(token => token.Kind == TokenKind.Pending) || (dashes != 0 && dashes != rowCount))
            return null;
        var dashed = dashes == 0 ? null : DashedYear(text.Tokens, rowCount);
        if (dashes > 0 && dashed is null)
            return null;
        List<Calendar.FiscalYear> years = [.. headings.Years.Where(year => year != dashed)];
        var columns = years.Count + 1 + (headings.HasBaseline ? 1 : 0);
        return figureCount == rowCount * columns ? new TableShape(years, dashed) : null;
    }

    /// <summary>The year whose heading stands right in front of a run of dashes, one for every row.</summary>
    private static Calendar.FiscalYear? DashedYear(IReadOnlyList<IndicatorToken> tokens, int rowCount)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Dash || tokens[i - 1].Kind == TokenKind.Dash)
                continue;
            var run = tokens.Skip(i).TakeWhile(token => token.Kind == TokenKind.Dash).Count();
            var before = i - 1;
            while (before > 0 && tokens[before].Kind is TokenKind.Heading or TokenKind.Increment)
                before--;
            return run == rowCount && tokens[before].Kind == TokenKind.Year
                ? new Calendar.FiscalYear(tokens[before].Number)
                : null;
        }
        return null;
    }

    private static bool[] RunStarts(IReadOnlyList<IndicatorToken> tokens)
    {
        var starts = new List<bool>();
        var previous = TokenKind.Prose;
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Figure)
                starts.Add(previous != TokenKind.Figure);
            previous = token.Kind;
        }
        return [.. starts];
    }

    private static IndicatorProposal Build(
        TableText text,
        TableShape shape,
        List<IndicatorToken> figures,
        SummedRows rows,
        ColumnOrder order
    )
    {
        var isRising = IsRising(rows);
        var findings = new List<Finding> { IndicatorFindings.PutInOrder(figures, rows) };
        var indicators = new List<ReadIndicator>();
        for (var i = 0; i < order.Rows.Count; i++)
        {
            var row = rows.Rows[order.Rows[i]];
            var pointer = "/indicators/" + i.ToString(CultureInfo.InvariantCulture);
            var isKnown = isRising || row.Parts.Distinct().Count() == 1;
            if (!isKnown)
                findings.Add(IndicatorFindings.YearsOpen(figures[order.Totals[i]], text.Numbers[i], row, pointer));
            indicators.Add(
                new ReadIndicator
                {
                    No = text.Numbers[i],
                    Basis = text.Headings.Basis,
                    BaselineYear = text.Headings.BaselineYear,
                    Targets = Targets(text, shape, figures, order.Parts[i], isKnown, pointer),
                    Total = Derived(figures[order.Totals[i]], RowsDownColumns, []),
                    Baseline = OnlyBaseline(figures, rows),
                }
            );
        }
        if (text.Headings.HasBaseline && rows.Baselines.Distinct().Count() > 1)
            findings.Add(IndicatorFindings.BaselinesOpen(figures[0], rows.Baselines));
        return new IndicatorProposal(indicators, findings);
    }

    /// <summary>Where all baselines are alike, none can be in a wrong row.</summary>
    private static Read<decimal>? OnlyBaseline(List<IndicatorToken> figures, SummedRows rows) =>
        rows.Baselines.Count > 0 && rows.Baselines.Distinct().Count() == 1
            ? new Read<decimal>(
                rows.Baselines[0],
                figures.First(token => token.Value == rows.Baselines[0]).At,
                Certainty.ProvedBySums
            )
            : null;

    /// <summary>
    /// Rising is believed where at least two rows rise, in enough steps, and none falls. It is a rule of thumb (an
    /// increment may well shrink with the years), so that what it gives is marked as derived.
    /// </summary>
    private static bool IsRising(SummedRows rows)
    {
        var steps = rows.Rows.Select(row => row.Parts.Distinct().Count() - 1).ToList();
        return steps.Count(count => count > 0) >= 2 && steps.Sum() >= FewestSteps;
    }

    private static List<ReadFigure> Targets(
        TableText text,
        TableShape shape,
        List<IndicatorToken> figures,
        IReadOnlyList<int> parts,
        bool isKnown,
        string pointer
    )
    {
        var dash = text.Tokens.FirstOrDefault(token => token.Kind == TokenKind.Dash);
        var targets = new List<ReadFigure>();
        foreach (var year in text.Headings.Years)
        {
            var place = shape.Years.ToList().IndexOf(year);
            targets.Add(
                year == shape.Dashed
                    ? new ReadFigure(year, null, FigureState.Outside)
                    {
                        At = new Evidence(dash!.At, Certainty.PlaceInferred),
                    }
                : isKnown
                    ? new ReadFigure(
                        year,
                        Derived(figures[parts[place]], RisingYears, [pointer + "/total"]),
                        FigureState.Final
                    )
                : new ReadFigure(year, null, FigureState.NotEntered)
            );
        }
        return targets;
    }

    private static Read<decimal> Derived(IndicatorToken figure, string rule, IReadOnlyList<string> from) =>
        new(figure.Value, new Evidence(figure.At, Certainty.Derived) { Rule = rule, From = from });

    private static IndicatorProposal Open(TableText text, Finding finding) =>
        new([.. text.Numbers.Select(number => new ReadIndicator { No = number })], [finding]);
}
