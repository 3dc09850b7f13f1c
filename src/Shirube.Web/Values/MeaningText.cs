using Shirube.Documents;
using static Shirube.Web.Texts;

namespace Shirube.Web.Values;

/// <summary>A chosen basis or direction, as a correction keeps it, in the words of the page.</summary>
internal static class MeaningText
{
    public static bool IsMeaning(string pointer) => Kind(pointer) is not null;

    public static string Of(string pointer, string? written) =>
        written is null ? T("Meaning.NotChosen")
        : Kind(pointer) is { } kind ? T($"Meaning.{kind}.{char.ToUpperInvariant(written[0])}{written[1..]}")
        : written;

    /// <summary>What the figures of an indicator are: as a person chose, else as their heading says.</summary>
    public static string BasisOf(ReadIndicator indicator) =>
        indicator.TargetBasis is { } chosen ? T("Meaning.Basis." + chosen) : T("Basis." + indicator.Basis);

    public static string LabelOf(string pointer) => T("Meaning." + Kind(pointer));

    private static string? Kind(string pointer) =>
        pointer.EndsWith("/targetBasis", StringComparison.Ordinal) ? "Basis"
        : pointer.EndsWith("/direction", StringComparison.Ordinal) ? "Direction"
        : null;
}
