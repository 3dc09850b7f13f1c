namespace Shirube.Web.Values;

/// <summary>How a value of a reading is written on the page and read back from a form.</summary>
public enum ValueKind
{
    Text,
    LongText,
    Date,

    /// <summary>A date, or the words for "from certification".</summary>
    PlanStart,
    Yen,
    Figure,
    FiscalYear,
    Month,
    Count,
}
