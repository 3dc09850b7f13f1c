namespace Shirube.Plans.Writing;

/// <summary>節: one place of a plan's outline, in the order of the form.</summary>
/// <param name="Key">Its name in addresses and in the database: <c>5-2-4-autonomy</c>.</param>
/// <param name="Number">As the form prints it, <c>5-2</c> or <c>④</c>; null where it prints none.</param>
/// <param name="Level">1 for a chapter.</param>
public sealed record PlanSection(string Key, string? Number, SectionKind Kind, int Level)
{
    /// <summary>It may stay blank; <see cref="Otherwise"/> then stands in the form.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What the form says there when nothing is written, or always for <see cref="SectionKind.Repeat"/>.</summary>
    public string? Otherwise { get; init; }

    /// <summary>As chapters are numbered in a reading, <c>5-2④</c>; null where the form prints none.</summary>
    public string? FullNumber =>
        Number is { Length: 1 } circled && !char.IsAsciiDigit(circled[0]) ? "5-2" + circled : Number;

    /// <summary>Page below the plan's address on which it is written: tables and annexes have pages of their own.</summary>
    public string Page =>
        Kind switch
        {
            SectionKind.Indicators => "/indicators",
            SectionKind.PolicyTree => "/tree",
            SectionKind.Schedule => "/schedule",
            SectionKind.Funding => "/funding",
            _ => "/sections/" + Key,
        };

    /// <summary>A person writes something here; it has a state of its own.</summary>
    public bool IsWritten => Kind is not (SectionKind.Heading or SectionKind.Repeat);

    /// <summary>The passages that are written here.</summary>
    public IReadOnlyList<SectionPassage> Passages(IEnumerable<PlanAuthor> authors) =>
        Kind switch
        {
            SectionKind.Text => [new(Key, PassageKind.Text)],
            SectionKind.Line => [new(Key, PassageKind.Line)],
            SectionKind.Cost => [new(Key, PassageKind.Yen)],
            SectionKind.ProjectPeriod => [new(Key + "-start", PassageKind.Day), new(Key + "-end", PassageKind.Day)],
            SectionKind.PlanPeriod => [new(Key + "-start", PassageKind.Start), new(Key + "-end", PassageKind.Day)],
            SectionKind.Review => [.. authors.SelectMany(author => PlanReview.Passages(Key, author))],
            _ => [],
        };
}

/// <param name="Key">Begins with the key of its section.</param>
public sealed record SectionPassage(string Key, PassageKind Kind)
{
    /// <summary>For whom it is said, where a section asks each author.</summary>
    public PlanAuthor? Author { get; init; }

    /// <summary>Which question of its section it answers; null for a section's only one.</summary>
    public string? Question { get; init; }
}

public enum PassageKind
{
    /// <summary>Paragraphs.</summary>
    Text,

    /// <summary>One line.</summary>
    Line,

    /// <summary>An amount with its unit, 2,314,625千円.</summary>
    Yen,

    /// <summary>A day, in Western years or in an era.</summary>
    Day,

    /// <summary>A day, or 認定の日.</summary>
    Start,

    /// <summary>A month of the year, 9月.</summary>
    Month,
}
