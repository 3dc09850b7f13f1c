using System.Text.Json.Serialization;

namespace Shirube.Web.Import;

/// <summary>
/// A file that was handed in and waits for a person: what they typed, took as right and gave as reason so far.
/// Nothing of it is in the database before it is imported.
/// </summary>
public sealed record Draft(string Id, string FileName, DateTime ReceivedAt)
{
    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    public string Sha256 { get; init; } = "";

    /// <summary>Who handed it in.</summary>
    public Guid? ReceivedFrom { get; init; }

    /// <summary>Counts the saves: whoever saves says which one they saw.</summary>
    public int Revision { get; init; }

    /// <summary>What differs from what was read, by name of the form's field, as typed.</summary>
    public Dictionary<string, string> Entered { get; init; } = [];

    /// <summary>What changed in the last saves, the oldest first.</summary>
    public List<DraftChange> Changes { get; init; } = [];

    /// <summary>Who had each open page that saved something.</summary>
    public Dictionary<string, Guid> People { get; init; } = [];

    /// <summary>As counted when it was last read or saved.</summary>
    public OpenDoubts Doubts { get; init; }

    /// <summary>Page of the document that it became; null while it waits.</summary>
    public string? ImportedAs { get; init; }

    /// <summary>The save that was imported.</summary>
    public int ImportedRevision { get; init; }

    /// <summary>Its own file cannot be read any more: it can only be dropped.</summary>
    [JsonIgnore]
    public bool IsBroken { get; init; }

    [JsonIgnore]
    public string? Reason => Of("reason");

    [JsonIgnore]
    public int TypedCount => Entered.Keys.Count(name => FieldName.Parse(name).Role == FieldRole.Typed);

    public string? Of(string field) => Entered.GetValueOrDefault(field);

    /// <summary>What was typed in place of a value; null where it stands as read.</summary>
    public string? Typed(string pointer) => Of(FieldName.Typed(pointer));

    public bool HasAccepted(string pointer) => Entered.ContainsKey(FieldName.Accepted(pointer));

    public bool HasSeen(string findingKey) => Entered.ContainsKey(FieldName.Seen(findingKey));

    /// <summary>Who typed a field last; null where that is not remembered.</summary>
    public Guid? TypedBy(string field) =>
        Changes.FindLast(change => change.Field == field) is { } last && People.TryGetValue(last.Editor, out var person)
            ? person
            : null;
}

/// <param name="Editor">The open page that it came from.</param>
/// <param name="Field">Name of the form's field.</param>
/// <param name="Before">Null where the value stood as read.</param>
/// <param name="After">Null where it stands as read again.</param>
public sealed record DraftChange(int Revision, string Editor, string Field, string? Before, string? After);

/// <summary>What a person has still to look at, and how much of it cannot stand as it is.</summary>
public readonly record struct OpenDoubts(int All, int Errors);
