using System.Globalization;
using Shirube.Governments;

namespace Shirube.Plans.Writing;

/// <summary>計画の原稿: a plan that is written in Shirube. What is approved of it becomes a version of its document.</summary>
public sealed class PlanDraft
{
    public GovernmentCode GovernmentCode { get; init; }

    /// <summary>Counts from 1 within the government and never changes: the page's address rests on it.</summary>
    public int Number { get; init; }
    public PlanForm Form { get; init; }

    /// <summary>The document whose versions its approved states are; null before the first.</summary>
    public int? DocumentNumber { get; set; }

    /// <summary>What the levels of the policy tree are called, from the top.</summary>
    public List<string> Levels { get; set; } = [];

    /// <summary>Address of the plan that it began from.</summary>
    public string? CopiedFrom { get; init; }

    /// <summary>The last number that an author, an indicator, a node or a line of the schedule was given: none is given twice.</summary>
    public int PartsMade { get; private set; }
    public Guid? StartedBy { get; init; }
    public DateTimeOffset StartedAt { get; init; }

    public string Address => AddressOf(GovernmentCode, Number);

    public static string AddressOf(GovernmentCode government, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/governments/{government}/plans/{number}");

    internal int NextPart() => ++PartsMade;

    /// <summary>Numbers up to this one are taken.</summary>
    internal void RaiseParts(int highest) => PartsMade = Math.Max(PartsMade, highest);

    /// <summary>Makes a row one of this plan.</summary>
    internal T Own<T>(T part)
        where T : DraftPart
    {
        part.GovernmentCode = GovernmentCode;
        part.DraftNumber = Number;
        return part;
    }
}

/// <summary>A row that belongs to one plan under writing.</summary>
public abstract class DraftPart
{
    public GovernmentCode GovernmentCode { get; set; }
    public int DraftNumber { get; set; }
}
