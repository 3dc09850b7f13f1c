namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>What one piece of a KPI table's text is, as far as the piece alone tells.</summary>
internal enum TokenKind
{
    Figure,

    /// <summary>A dash alone.</summary>
    Dash,

    /// <summary>集計中 and its like.</summary>
    Pending,

    /// <summary>ＫＰＩ①: the number of a KPI.</summary>
    Label,

    /// <summary>2024年度 in a heading.</summary>
    Year,

    /// <summary>事業開始前, 基準値.</summary>
    Baseline,

    /// <summary>増加分.</summary>
    Increment,

    /// <summary>累計, 合計.</summary>
    Total,

    /// <summary>実績.</summary>
    Actual,

    /// <summary>Any other word that only headings use.</summary>
    Heading,

    /// <summary>A broken part of a heading (年, 度, 令和), or of a name (数).</summary>
    Fragment,

    /// <summary>ＫＰＩ or ＫＰ whose number stands elsewhere.</summary>
    LabelPart,

    /// <summary>The word 単位.</summary>
    UnitWord,

    /// <summary>人, 件, 社.</summary>
    Unit,

    /// <summary>A piece of a figure that a narrow cell broke (1,600. above 00).</summary>
    BrokenFigure,

    /// <summary>Words that may name a KPI.</summary>
    Name,

    /// <summary>Running prose or a heading in brackets: no part of the table.</summary>
    Prose,
}

/// <summary>One piece of text with its place.</summary>
/// <param name="Value">The figure as printed, for <see cref="TokenKind.Figure"/>.</param>
/// <param name="Number">Number of the KPI of a label; Western year of a year.</param>
/// <param name="From">First display column in its line, East Asian wide characters being two columns.</param>
/// <param name="To">Display column behind its last one.</param>
internal sealed record IndicatorToken(TokenKind Kind, Passage At, int From, int To, decimal Value = 0, int Number = 0)
{
    /// <summary>The unit that stands behind a figure without a gap.</summary>
    public string? Unit { get; init; }

    /// <summary>Of the heading of a table, as far as the token alone tells.</summary>
    public bool IsHeading =>
        Kind
            is TokenKind.Year
                or TokenKind.Baseline
                or TokenKind.Increment
                or TokenKind.Total
                or TokenKind.Actual
                or TokenKind.Heading
                or TokenKind.Fragment
                or TokenKind.LabelPart;

    public bool IsCell => Kind is TokenKind.Figure or TokenKind.Dash or TokenKind.Pending;
}
