using Shirube.Documents.Stored;

namespace Shirube.Plans;

/// <summary>評価の手法: who verifies the plan for one of its governments, when, how, and where the result is published.</summary>
public sealed class PlanVerification : VersionPart
{
    public int Position { get; init; }
    public string? Entity { get; set; }

    /// <summary>Of the year: see <see cref="IsMonth"/>.</summary>
    public int? Month { get; set; }
    public string? Body { get; set; }

    /// <summary>In the words of the document, where it names no seats.</summary>
    public string? Participants { get; set; }
    public string? Method { get; set; }
    public string? Publication { get; set; }
    public List<CouncilSeat> Seats { get; init; } = [];

    public static bool IsMonth(int number) => number is >= 1 and <= 12;
}

/// <summary>産官学金労言: the seats of one sector.</summary>
public sealed class CouncilSeat : VersionPart
{
    public int VerificationPosition { get; init; }
    public int Position { get; init; }
    public required string Sector { get; set; }
    public int? Count { get; set; }
}
