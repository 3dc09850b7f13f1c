using Shirube.Plans.Writing;

namespace Shirube.Documents.Comparison;

/// <summary>比べる計画: one side of a comparison, wherever it comes from.</summary>
/// <param name="Facts">基本事項, in the order of the form.</param>
/// <param name="Indicators">In the order of the plan.</param>
/// <param name="Parts">The running text by its headings, in the order of the plan.</param>
public sealed record ComparedPlan(
    IReadOnlyList<ComparedFact> Facts,
    IReadOnlyList<ComparedIndicator> Indicators,
    IReadOnlyList<ComparedPart> Parts
)
{
    /// <summary>Of a document as it was read, with what people put right; other kinds than plans have their lists as parts.</summary>
    public static ComparedPlan Of(Reading reading) => ComparedReading.Of(reading);

    /// <summary>Of a plan that is written in Shirube.</summary>
    public static ComparedPlan Of(PlanContent content) => ComparedContent.Of(content);
}

/// <summary>基本事項</summary>
public enum PlanFact
{
    Name,
    Authors,
    Area,
    SupportMeasure,
    ProjectName,
    ProjectPeriod,
    PlanPeriod,
    Period,
    TotalCost,

    /// <summary>寄附の金額の目安, of a plan that rests on donations.</summary>
    DonationGoal,
}

/// <param name="Text">As a person reads it; null where it is not there or was not read with certainty.</param>
public sealed record ComparedFact(PlanFact Fact, string? Text)
{
    /// <summary>Nothing is written there, and that is certain.</summary>
    public bool IsBlank { get; init; }
}

/// <summary>What stands under one heading.</summary>
/// <param name="Place">Where that is.</param>
/// <param name="Heading">As printed, with its number; empty for text before the first heading.</param>
/// <param name="Paragraphs">As written; the cells of a table's row are parted by tabs.</param>
public sealed record ComparedPart(Place Place, string Heading, IReadOnlyList<string> Paragraphs);

/// <summary>Where something stands in a plan.</summary>
/// <param name="Number">Of the nearest heading that has one, <c>5-2③</c>; null where none has.</param>
/// <param name="Headings">Titles from that heading inwards.</param>
public sealed record Place(string? Number, IReadOnlyList<string> Headings)
{
    /// <summary>5-2③ 事業の内容 【産業のデジタル化】</summary>
    public string Label => string.Join(' ', Headings.Prepend(Number).Where(word => !string.IsNullOrEmpty(word)));

    /// <summary>章: 1 to 7 of the statutory form; null outside numbered chapters.</summary>
    public int? Chapter =>
        Number is [>= '1' and <= '9' and var digit, ..] && (Number.Length == 1 || !char.IsAsciiDigit(Number[1]))
            ? digit - '0'
            : null;

    public bool Equals(Place? other) => other is not null && Label == other.Label;

    public override int GetHashCode() => Label.GetHashCode(StringComparison.Ordinal);
}
