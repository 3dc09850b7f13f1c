using Shirube.Governments;

namespace Shirube.Tasks;

/// <summary>見守る文書: a document of which a person wants to know what changes.</summary>
public sealed class FollowedDocument
{
    /// <summary>For whom the person follows it.</summary>
    public GovernmentCode GovernmentCode { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>Whose document it is.</summary>
    public GovernmentCode DocumentOf { get; init; }
    public int DocumentNumber { get; init; }

    /// <summary>What changed after this is news.</summary>
    public DateTimeOffset SeenAt { get; set; }
}
