using Shirube.Calendar;

namespace Shirube.Documents.Recognition.Indicators.Running;

internal enum BaselinePlace
{
    Before,
    Behind,

    /// <summary>Its heading comes later in the text, but may stand beside the years on the page.</summary>
    Unknown,
}

/// <summary>Which columns the headings of a table name, wherever its lines went.</summary>
internal sealed record TableHeadings
{
    /// <summary>The years of the columns, one after the other without a gap; empty when they cannot be told.</summary>
    public required IReadOnlyList<FiscalYear> Years { get; init; }

    public required bool HasBaseline { get; init; }
    public required bool HasTotal { get; init; }

    /// <summary>Columns of actual values stand in the table: then its figures cannot be told by counting.</summary>
    public required bool HasActuals { get; init; }

    /// <summary>Cells of a KPI's row, 0 when the headings do not tell.</summary>
    public int ColumnCount =>
        Years.Count == 0 || HasActuals ? 0 : Years.Count + (HasBaseline ? 1 : 0) + (HasTotal ? 1 : 0);

    public required PrintedBasis Basis { get; init; }

    /// <summary>The headings name the years from the last to the first.</summary>
    public bool YearsRunBackwards { get; init; }

    /// <summary>Where the column of the baseline stands as seen from the years.</summary>
    public BaselinePlace BaselinePlace { get; init; }

    /// <summary>Baseline, years without a break of order, total: the headings stand in the text as columns stand in rows.</summary>
    public bool IsInOrder { get; init; }

    /// <summary>The year that the heading of the baseline names.</summary>
    public Read<FiscalYear>? BaselineYear { get; init; }

    public static TableHeadings Of(IReadOnlyList<IndicatorToken> tokens)
    {
        var years = new List<FiscalYear>();
        Read<FiscalYear>? baselineYear = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Year)
                continue;
            var year = new FiscalYear(tokens[i].Number);
            if (IsOfBaseline(tokens, i))
                baselineYear ??= new Read<FiscalYear>(year, tokens[i].At);
            else if (!years.Contains(year))
                years.Add(year);
        }
        var isRising = IsRun(years, 1);
        var isFalling = !isRising && IsRun(years, -1);
        var firstYear = First(tokens, TokenKind.Year);
        var baseline = First(tokens, TokenKind.Baseline);
        var total = First(tokens, TokenKind.Total);
        var place = PlaceOf(tokens, baseline, firstYear);
        return new TableHeadings
        {
            Years = isRising || isFalling ? [.. years.Order()] : [],
            YearsRunBackwards = isFalling,
            HasBaseline = baseline >= 0 || baselineYear is not null,
            HasTotal = total >= 0,
            HasActuals = tokens.Any(token => token.Kind == TokenKind.Actual),
            BaselinePlace = place,
            IsInOrder = (isRising || isFalling) && place == BaselinePlace.Before && (total < 0 || total > firstYear),
            Basis = BasisOf(tokens),
            BaselineYear = baselineYear,
        };
    }

    private static BaselinePlace PlaceOf(IReadOnlyList<IndicatorToken> tokens, int baseline, int firstYear)
    {
        if (baseline < firstYear || firstYear < 0)
            return BaselinePlace.Before;
        var heading = tokens[baseline];
        var years = tokens.Where(token => token.Kind == TokenKind.Year).ToList();
        if (years.Exists(year => year.At.Line == heading.At.Line && year.At != heading.At))
            return baseline > Last(tokens, TokenKind.Year) ? BaselinePlace.Behind : BaselinePlace.Unknown;
        // A heading of several lines beside the years, in text that keeps the columns of the page.
        var row = years.GroupBy(year => year.At.Line).OrderByDescending(line => line.Count()).First();
        return row.Count() > 1 && heading.To <= row.Min(year => year.From) + 1
            ? BaselinePlace.Before
            : BaselinePlace.Unknown;
    }

    /// <summary>
    /// Years without a gap that follow one another by <paramref name="step"/>; one in four may stand elsewhere, as line
    /// breaks inside headings move them.
    /// </summary>
    private static bool IsRun(List<FiscalYear> years, int step)
    {
        if (years.Count == 0 || years.Max() - years.Min() != years.Count - 1)
            return false;
        var steps = 0;
        for (var i = 1; i < years.Count; i++)
            steps += years[i] - years[i - 1] == step ? 1 : 0;
        return steps * 4 >= (years.Count - 1) * 3;
    }

    /// <summary>基準値（令和5年度）, in one piece or with the year in brackets behind it.</summary>
    private static bool IsOfBaseline(IReadOnlyList<IndicatorToken> tokens, int index)
    {
        var year = tokens[index];
        if (index + 1 < tokens.Count && tokens[index + 1] is { Kind: TokenKind.Baseline } next && next.At == year.At)
            return true;
        if (index == 0 || tokens[index - 1] is not { Kind: TokenKind.Baseline } before)
            return false;
        return before.At == year.At
            || (year.At.Text[0] is '(' or '（' or '[' or '【' && year.At.Line - before.At.Line is 0 or 1);
    }

    private static PrintedBasis BasisOf(IReadOnlyList<IndicatorToken> tokens) =>
        First(tokens, TokenKind.Increment) >= 0 ? PrintedBasis.Increment : PrintedBasis.Unknown;

    private static int First(IReadOnlyList<IndicatorToken> tokens, TokenKind kind)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == kind)
                return i;
        }
        return -1;
    }

    private static int Last(IReadOnlyList<IndicatorToken> tokens, TokenKind kind)
    {
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            if (tokens[i].Kind == kind)
                return i;
        }
        return -1;
    }
}
