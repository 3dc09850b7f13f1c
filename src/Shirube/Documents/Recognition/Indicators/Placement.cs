using Shirube.Calendar;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>One figure of a table with the place that its row and its column give it.</summary>
internal sealed record Placement(FigurePart Part, Cell Cell)
{
    public FigureRole Role { get; init; }
    public int Rank { get; init; }
    public FiscalYear? Year { get; init; }
    public int? Ordinal { get; init; }

    /// <summary>目標 stands over or beside it, whatever else does.</summary>
    public bool IsAimedAt { get; init; }

    /// <summary>The place names several years, or one whose era is nowhere printed.</summary>
    public bool IsTimeOpen { get; init; }
    public PrintedBasis Basis { get; init; }
    public Certainty Certainty { get; init; }
    public string? Rule { get; init; }
    public Read<FiscalYear>? BaselineYear { get; init; }
    public Cell? HeadCell { get; init; }

    public bool HasTime => Year is not null || Ordinal is not null || IsTimeOpen;

    public Evidence Evidence =>
        Part.IsWorkedOut
            ? new(Cell.At, Certainty.Derived) { Rule = "magnitude", From = From }
            : new(Cell.At, Rule is null ? Certainty : Certainty.Derived) { Rule = Rule, From = From };

    private IReadOnlyList<string> From =>
        Rule switch
        {
            "year-of-plan" => ["/projectStart"],
            "last-year-of-plan" => ["/projectEnd"],
            _ => [],
        };
}
