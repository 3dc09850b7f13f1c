namespace Shirube.Web.Import;

/// <summary>What a field of the review says of its value or finding.</summary>
internal enum FieldRole
{
    /// <summary>What is typed in place of a value.</summary>
    Typed,

    /// <summary>A doubtful value is taken as right.</summary>
    Accepted,

    /// <summary>A finding beside no value was seen.</summary>
    Seen,

    /// <summary>A field of the form itself: the reason.</summary>
    Own,
}

/// <summary>The name of a field of the review, as posted and as kept in the draft.</summary>
/// <param name="Of">Pointer of the value, key of the finding, or the name of the form's own field.</param>
internal readonly record struct FieldName(FieldRole Role, string Of)
{
    /// <summary>The save of the draft that a page shows.</summary>
    public const string Revision = "revision";

    /// <summary>The open page that posts.</summary>
    public const string Editor = "editor";

    private const string TypedMark = "v:";
    private const string AcceptedMark = "ok:";
    private const string SeenMark = "seen:";

    public static string Typed(string pointer) => TypedMark + pointer;

    public static string Accepted(string pointer) => AcceptedMark + pointer;

    public static string Seen(string findingKey) => SeenMark + findingKey;

    public static FieldName Parse(string name) =>
        Behind(name, TypedMark, FieldRole.Typed)
        ?? Behind(name, AcceptedMark, FieldRole.Accepted)
        ?? Behind(name, SeenMark, FieldRole.Seen)
        ?? new FieldName(FieldRole.Own, name);

    public override string ToString() =>
        Role switch
        {
            FieldRole.Typed => Typed(Of),
            FieldRole.Accepted => Accepted(Of),
            FieldRole.Seen => Seen(Of),
            _ => Of,
        };

    private static FieldName? Behind(string name, string mark, FieldRole role) =>
        name.StartsWith(mark, StringComparison.Ordinal) ? new FieldName(role, name[mark.Length..]) : null;
}
