using Shirube.Calendar;

namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>Which columns the headings of a table name, wherever its lines went.</summary>
internal sealed record TableHeadings
{
    /// <summary>The years of the columns, one after the other without a gap; empty when they cannot be told.</summary>
    public required IReadOnlyList<FiscalYear> Years { get; init; }

    public required bool HasBaseline { get; init; }
    public required bool HasTotal { get; init; }

    /// <summary>Columns of actual values stand in the table: then its figures cannot be told by counting.</summary>
    public required bool HasActuals { get; init; }
    public required PrintedBasis Basis { get; init; }

    /// <summary>The year that the heading of the baseline names.</summary>
    public Read<FiscalYear>? BaselineYear { get; init; }

    public static TableHeadings Of(IReadOnlyList<IndicatorToken> tokens)
    {
        var years = new SortedSet<FiscalYear>();
        Read<FiscalYear>? baselineYear = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Year)
                continue;
            var year = new FiscalYear(tokens[i].Number);
            if (i > 0 && IsOfBaseline(tokens[i - 1], tokens[i]))
                baselineYear ??= new Read<FiscalYear>(year, tokens[i].At);
            else
                years.Add(year);
        }
        return new TableHeadings
        {
            Years = years.Count > 0 && years.Max - years.Min == years.Count - 1 ? [.. years] : [],
            HasBaseline = Has(tokens, TokenKind.Baseline),
            HasTotal = Has(tokens, TokenKind.Total),
            HasActuals = Has(tokens, TokenKind.Actual),
            Basis = BasisOf(tokens),
            BaselineYear = baselineYear,
        };
    }

    /// <summary>基準値（令和5年度）, in one piece or with the year in brackets behind it.</summary>
    private static bool IsOfBaseline(IndicatorToken before, IndicatorToken year) =>
        before.Kind == TokenKind.Baseline
        && (
            before.At == year.At
            || (year.At.Text[0] is '(' or '（' or '[' or '【' && year.At.Line - before.At.Line is 0 or 1)
        );

    private static PrintedBasis BasisOf(IReadOnlyList<IndicatorToken> tokens) =>
        Has(tokens, TokenKind.Increment) ? PrintedBasis.Increment : PrintedBasis.Unknown;

    private static bool Has(IReadOnlyList<IndicatorToken> tokens, TokenKind kind) =>
        tokens.Any(token => token.Kind == kind);
}
