using Shirube.Calendar;
using Shirube.Governments;
using Shirube.Indicators;

namespace Shirube.Plans.Writing;

public sealed class DraftAuthor : DraftPart
{
    public int Number { get; init; }
    public required string Name { get; init; }
    public GovernmentCode? AuthorCode { get; init; }

    public PlanAuthor Author => new(Number, Name, AuthorCode);
}

/// <summary>One row of the KPI table.</summary>
public sealed class DraftIndicator : DraftPart
{
    public int Number { get; init; }

    /// <summary>Order of the rows; not without gaps.</summary>
    public int Position { get; set; }
    public required string Name { get; set; }
    public required string Unit { get; set; }

    /// <summary>As typed; the figures of years are <see cref="Targets"/>.</summary>
    public required string Baseline { get; set; }
    public FiscalYear? BaselineYear { get; set; }
    public TargetBasis? TargetBasis { get; set; }
    public Direction? Direction { get; set; }
    public decimal? RangeLow { get; set; }
    public decimal? RangeHigh { get; set; }
    public required string Definition { get; set; }

    /// <summary>Who said the meaning, and when; null until somebody did.</summary>
    public Guid? SaidBy { get; set; }

    /// <inheritdoc cref="SaidBy"/>
    public DateTimeOffset? SaidAt { get; set; }

    /// <summary>Address of the indicator that it began as a copy of.</summary>
    public string? CopiedFrom { get; init; }
    public List<DraftTarget> Targets { get; init; } = [];

    public PlanIndicator Indicator =>
        new()
        {
            Number = Number,
            Name = Name,
            Unit = Unit,
            Basis = TargetBasis,
            Direction = Direction,
            RangeLow = RangeLow,
            RangeHigh = RangeHigh,
            Baseline = PlanFigure.Of(Baseline),
            BaselineYear = BaselineYear,
            Definition = Definition,
            Targets =
            [
                .. Targets
                    .Where(target => target.Text.Length > 0)
                    .OrderBy(target => target.Year)
                    .Select(target => new PlanTarget(target.Year, PlanFigure.Of(target.Text))),
            ],
        };
}

/// <summary>One cell of a year.</summary>
public sealed class DraftTarget : DraftPart
{
    public int IndicatorNumber { get; init; }
    public FiscalYear Year { get; init; }

    /// <summary>As typed; what it means is <see cref="PlanFigure"/>.</summary>
    public string Text { get; set; } = "";
}

/// <summary>What was changed in the KPI table in one go.</summary>
public sealed class DraftCellChange : DraftPart
{
    public int Number { get; init; }

    /// <summary>JSON of <see cref="CellChange"/>.</summary>
    public required string Cells { get; init; }
    public Guid? ChangedBy { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset? UndoneAt { get; set; }
}
