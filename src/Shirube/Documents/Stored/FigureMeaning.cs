namespace Shirube.Documents.Stored;

/// <summary>The pointers under which a choice of what an indicator's figures are is kept among the corrections.</summary>
internal static class FigureMeaning
{
    /// <summary>What the document's own heading calls them.</summary>
    public const string Printed = "basis";

    /// <summary><c>targetBasis</c> or <c>direction</c>; null when the pointer is that of a read value.</summary>
    public static string? FieldOf(string pointer) =>
        pointer[(pointer.LastIndexOf('/') + 1)..] is "targetBasis" or "direction"
            ? pointer[(pointer.LastIndexOf('/') + 1)..]
            : null;

    /// <summary>Pointer of what is printed over the same figures.</summary>
    public static string PrintedOf(string pointer) => pointer[..(pointer.LastIndexOf('/') + 1)] + Printed;
}
