using System.Globalization;
using System.Resources;

namespace Shirube.Audit;

/// <summary>監査記録の行為: the acts of the trail with their names and what is recorded of each, for the one who reads.</summary>
public static class AuditAct
{
    private const string Recorded = ".recorded";
    private static readonly ResourceManager Words = new("Shirube.Resources.Audit", typeof(AuditAct).Assembly);

    /// <summary>Every act that an operation writes: <c>person.invited</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Words
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<System.Collections.DictionaryEntry>()
            .Select(word => (string)word.Key)
            .Where(key => !key.EndsWith(Recorded, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>人を招待した; the act itself where an older program wrote one that has no name any more.</summary>
    public static string NameOf(string act, CultureInfo? culture = null) => Text(act, culture) ?? act;

    public static string RecordedOf(string act, CultureInfo? culture = null) => Text(act + Recorded, culture) ?? "";

    private static string? Text(string key, CultureInfo? culture) =>
        Words.GetString(key, culture ?? CultureInfo.CurrentUICulture);
}
