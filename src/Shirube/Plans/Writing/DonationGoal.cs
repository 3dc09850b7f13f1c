using Shirube.Documents;

namespace Shirube.Plans.Writing;

/// <summary>寄附の金額の目安: what a plan that rests on donations aims at, which stands in a chapter of its own.</summary>
/// <param name="Chapter">Place of the chapter in the reading, from 0.</param>
/// <param name="Yen">Null where the chapter holds no amount alone.</param>
public sealed record DonationGoal(int Chapter, decimal? Yen)
{
    private const string Title = "寄附の金額の目安";

    /// <summary>Null where the document has no such chapter, or several.</summary>
    public static DonationGoal? Of(Reading reading)
    {
        var found = Enumerable
            .Range(0, reading.Chapters.Count)
            .Where(at => reading.Chapters[at].Title.Value.StartsWith(Title, StringComparison.Ordinal))
            .ToList();
        return found is [var only] ? new DonationGoal(only, PlanFacts.Yen(reading.Chapters[only].Text.Value)) : null;
    }
}
