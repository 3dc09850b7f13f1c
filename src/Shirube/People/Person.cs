namespace Shirube.People;

/// <summary>
/// 人: somebody who signs in, one in the whole installation however many governments the person works for. Holds the
/// least: a name to show, its reading to sort by, and an address for notices.
/// </summary>
public sealed class Person
{
    public const int NameMaxLength = 100;
    public const int MailMaxLength = 254;

    public Guid PersonId { get; init; }
    public required string Name { get; set; }

    /// <summary>よみ, in hiragana; empty when not given.</summary>
    public string Yomi { get; set; } = "";

    /// <summary>The sign-in name and where notices go; unique without regard to case.</summary>
    public required string Mail { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the name and the address were erased; what the person did stays under the number.</summary>
    public DateTimeOffset? ErasedAt { get; set; }
}
