using Shirube.Governments;

namespace Shirube.People;

/// <summary>担当課: a department of a government, while it exists.</summary>
public sealed class Department
{
    public const int NameMaxLength = 100;

    public GovernmentCode GovernmentCode { get; init; }

    /// <summary>Counts from 1 within the government and never changes.</summary>
    public int Number { get; init; }
    public required string Name { get; set; }
    public DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <param name="last">Null for all days to come.</param>
    public bool IsOpenUntil(DateOnly? last) => ValidUntil is null || last <= ValidUntil;
}
