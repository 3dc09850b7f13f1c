using System.Text.RegularExpressions;
using Shirube.Calendar;

namespace Shirube.Documents.Recognition.Indicators;

internal enum CellKind
{
    Blank,

    /// <summary>Words of headings alone: years, baseline, target, unit …</summary>
    Head,

    /// <summary>The number of a KPI (KPI①, 指標1), perhaps with its name behind it.</summary>
    Label,

    /// <summary>「単位：人」: a unit that says it is one.</summary>
    Unit,

    /// <summary>Something that stands in the place of a figure: a number, a dash, 集計中, 維持.</summary>
    Figure,
    Text,
}

/// <summary>What the figures under (or beside) a heading are.</summary>
internal enum FigureRole
{
    None,
    Target,
    Actual,
    Baseline,

    /// <summary>The printed cumulative.</summary>
    Total,

    /// <summary>達成率, 前年比: worked out from other figures, never a figure of the KPI.</summary>
    Comparison,

    /// <summary>Two roles in one heading (目標・実績): which one, the heading does not say.</summary>
    Mixed,
}

/// <summary>What a heading says of the texts under it.</summary>
internal enum HeadWord
{
    None,
    Name,
    Item,
    Unit,
    Number,
    Other,
    Cost,

    /// <summary>前期, 後期: a storey over several years.</summary>
    Period,
}

/// <summary>What one cell says, by its own words alone.</summary>
internal sealed partial record CellSense(CellKind Kind)
{
    public static readonly CellSense Blank = new(CellKind.Blank);
    public static readonly CellSense Text = new(CellKind.Text);

    public FiscalYear? Year { get; init; }

    /// <summary>1 for １年目; <see cref="LastYear"/> for 最終年度.</summary>
    public int? Ordinal { get; init; }
    public const int LastYear = -1;

    /// <summary>7 for 「7年度」 or 「7」 under an era named elsewhere.</summary>
    public int? YearOfEra { get; init; }

    /// <summary>A bare 2024: a year or a figure, as its neighbours say.</summary>
    public bool MayBeFigure { get; init; }

    /// <summary>R6～R9: several years in one heading.</summary>
    public bool IsRange { get; init; }
    public FigureRole Role { get; init; }

    /// <summary>The roles of the lines of each cell below, where a heading of two roles names them in order.</summary>
    public IReadOnlyList<FigureRole> Stack { get; init; } = [];

    /// <summary>目標 is among the words, whatever the role.</summary>
    public bool IsAimedAt { get; init; }
    public PrintedBasis Basis { get; init; }
    public HeadWord Word { get; init; }

    /// <summary>How firmly the words name a baseline: 基準値 before 現状値.</summary>
    public int Rank { get; init; }
    public string? Unit { get; init; }
    public IndicatorLabel? Label { get; init; }
    public FigureCell? Figure { get; init; }

    public bool HasTime => Year is not null || Ordinal is not null || YearOfEra is not null || IsRange;

    /// <summary>True for a heading that says which figures stand under it.</summary>
    public bool IsAxis => Kind == CellKind.Head && (HasTime || Role != FigureRole.None);

    public static CellSense Of(string text)
    {
        var key = CellText.Key(text);
        if (key.Length == 0)
            return Blank;
        if (key.Length > 120)
            return Text;
        if (IndicatorLabel.Parse(text) is { } label)
            return new CellSense(CellKind.Label) { Label = label };
        if (UnitText.Declared(key) is { } unit)
            return new CellSense(CellKind.Unit) { Unit = unit };
        if (HeadVocabulary.Parse(key) is { } head)
            return head.Role == FigureRole.Mixed ? head with { Stack = RoleStack.OfHeading(text) } : head;
        if (FigureCell.ParseLines(text) is { } stacked)
            return new CellSense(CellKind.Figure) { Figure = stacked };
        return FigureCell.Parse(key) is not { } figure
            ? Text
            : new CellSense(CellKind.Figure) { Figure = TwoNumbers().IsMatch(text) ? FigureCell.Open : figure };
    }

    /// <summary>12 34: two figures, or one with a gap in it. A line break is what a narrow cell forces.</summary>
    [GeneratedRegex(@"[0-9０-９][ \t　]+[0-9０-９]", RegexOptions.CultureInvariant)]
    private static partial Regex TwoNumbers();
}
