namespace Shirube.Documents;

/// <summary>How far a value is certain. It is a kind, not a percentage; the order is from firm to weak.</summary>
public enum Certainty
{
    /// <summary>Printed in its own cell or behind its own label.</summary>
    Printed,

    /// <summary>Printed, but which place it belongs to was inferred from the order of the text.</summary>
    PlaceInferred,

    /// <summary>Printed without a place; exactly one place is left because the printed sums then hold.</summary>
    ProvedBySums,

    /// <summary>Worked out by the named rule.</summary>
    Derived,

    /// <summary>Put in by a person who looked at the document.</summary>
    Corrected,
}

/// <summary>What a value rests on: the passage it was read from, how, and from which other values.</summary>
public sealed record Evidence(Passage At, Certainty Certainty = Certainty.Printed)
{
    /// <summary>Name of the rule that worked the value out, for example <c>rising-years</c>; null when printed.</summary>
    public string? Rule { get; init; }

    /// <summary>JSON pointers of the values that it was worked out from.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>True when the value does not simply stand at <see cref="At"/>.</summary>
    public bool IsDerived => Certainty is Certainty.ProvedBySums or Certainty.Derived;
}

/// <summary>A value and what it rests on. Where nothing certain can be said there is no <see cref="Read{T}"/> at all.</summary>
public sealed record Read<T>(T Value, Evidence Evidence)
{
    public Read(T value, Passage at, Certainty certainty = Certainty.Printed)
        : this(value, new Evidence(at, certainty)) { }
}
