namespace Shirube.Indicators;

/// <summary>
/// What the printed yearly targets mean. The same heading 増加分 stands over yearly flows in one plan and over increments
/// to a level in the next, so the basis is asked of a person, never guessed silently.
/// </summary>
public enum TargetBasis
{
    /// <summary>Each year counts anew; the total is the sum of the years.</summary>
    AnnualFlow,

    /// <summary>Each year's figure adds to the baseline and the years before.</summary>
    IncrementOverBaseline,

    /// <summary>Each figure is the level reached.</summary>
    Level,

    /// <summary>Each figure is already the running total.</summary>
    Cumulative,
}

/// <summary>Which way is better.</summary>
public enum Direction
{
    Higher,
    Lower,

    /// <summary>Within two bounds, both included.</summary>
    Range,
}
