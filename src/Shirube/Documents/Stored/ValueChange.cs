using Shirube.Calendar;

namespace Shirube.Documents.Stored;

/// <summary>How a version differs from the one before in one place.</summary>
public enum ValueChangeKind
{
    /// <summary>The same value says something else.</summary>
    Other,

    /// <summary>An item of a list (an indicator, a project …) is not there any more.</summary>
    ItemGone,

    /// <summary>An item of a list is there for the first time.</summary>
    ItemNew,
}

/// <summary>新旧: one value, or one whole item, that the next version of a document will hold otherwise.</summary>
/// <param name="Pointer">In the new reading; in the earlier one where the new has no such value.</param>
/// <param name="Item">Name of the indicator, project or government that the value is one of; null for the whole.</param>
public sealed record ValueChange(ValueChangeKind Kind, string Pointer, string? Item, HeldValue Before, HeldValue Now)
{
    /// <summary>Of a yearly figure.</summary>
    public FiscalYear? Year { get; init; }
}

/// <param name="Value">As the reading contract writes it; null for no value.</param>
/// <param name="State">Written beside a figure; null where none is.</param>
public readonly record struct HeldValue(string? Value, string? State);
