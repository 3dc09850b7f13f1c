using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Governments;

namespace Shirube.Plans;

/// <summary>計画の一版: what one version of a plan says of itself. Amounts in yen.</summary>
public sealed class PlanVersion : VersionPart
{
    public string? Area { get; set; }

    /// <summary>支援措置, for example <c>A3007</c>.</summary>
    public string? SupportMeasure { get; set; }
    public string? ProjectName { get; set; }
    public DateOnly? ProjectStart { get; set; }
    public DateOnly? ProjectEnd { get; set; }

    /// <summary>The plan starts with its certification; <see cref="PlanStart"/> is then null.</summary>
    public bool StartsOnCertification { get; set; }
    public DateOnly? PlanStart { get; set; }
    public DateOnly? PlanEnd { get; set; }
    public DateOnly? PeriodStart { get; set; }
    public DateOnly? PeriodEnd { get; set; }
    public decimal? TotalCostYen { get; set; }

    /// <summary>Both together; null when neither is known.</summary>
    public PlanStart? Start
    {
        get => StartsOnCertification || PlanStart is not null ? new PlanStart(PlanStart) : null;
        set => (StartsOnCertification, PlanStart) = (value is { Date: null }, value?.Date);
    }
}

/// <summary>作成主体: one of the governments that make the document.</summary>
public sealed class Author : VersionPart
{
    public int Position { get; init; }

    /// <summary>As written.</summary>
    public required string Name { get; set; }

    /// <summary>Six digits; null when the name is not that of one government.</summary>
    public string? AuthorCode { get; set; }

    /// <summary>Finds the government that the name means.</summary>
    internal void Identify() => AuthorCode = GovernmentDirectory.FindByName(Name)?.Code.Value;
}

/// <summary>章・節 of a plan.</summary>
public sealed class Chapter : VersionPart
{
    public int Position { get; init; }

    /// <summary>Statutory number, <c>5-2</c>; null where unnumbered.</summary>
    public string? Number { get; init; }
    public required string Title { get; set; }
    public required string Text { get; set; }
}

/// <summary>施策の柱: one policy of an outline.</summary>
public sealed class Policy : VersionPart
{
    public int Position { get; init; }
    public string? No { get; set; }
    public required string Name { get; set; }
    public List<Measure> Measures { get; init; } = [];
}

/// <summary>施策: one measure under a policy.</summary>
public sealed class Measure : VersionPart
{
    public int PolicyPosition { get; init; }
    public int Position { get; init; }
    public required string Text { get; set; }
}
