using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Governments;

/// <summary>
/// All 1,788 governments of Japan with their codes: 47 prefectures, 1,718 cities, towns and villages, 23 special wards.
/// The list ships as <c>governments.csv</c>; its source stands in <c>THIRD-PARTY-NOTICES.md</c>.
/// </summary>
public static partial class GovernmentDirectory
{
    private static readonly Lazy<FrozenDictionary<string, Government>> ByCode = new(() =>
        Load().ToFrozenDictionary(government => government.Code.Value, StringComparer.Ordinal)
    );

    private static readonly Lazy<FrozenDictionary<string, Government[]>> ByName = new(() =>
        All.SelectMany(government => SpellingsOf(government).Select(name => (name, government)))
            .GroupBy(entry => entry.name, entry => entry.government, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal)
    );

    /// <summary>In the order of their codes.</summary>
    public static IEnumerable<Government> All =>
        ByCode.Value.Values.OrderBy(government => government.Code.Value, StringComparer.Ordinal);

    /// <summary>The government of a code, or null when the code is well formed but nobody's.</summary>
    public static Government? Find(GovernmentCode code) => ByCode.Value.GetValueOrDefault(code.Value);

    /// <summary>
    /// The government of a name as documents write it: 群馬県, 群馬県桐生市, 群馬県北群馬郡榛東村, or 桐生市 alone where only
    /// one government bears the name. White space and width do not matter. Null when unknown or borne by several.
    /// </summary>
    public static Government? FindByName(string name) => Bearers(name) is [var only] ? only : null;

    /// <summary>As <see cref="FindByName(string)"/>; a name that several bear (高森町) is the one of the prefecture.</summary>
    /// <param name="prefecture">長野県</param>
    public static Government? FindByName(string name, string? prefecture)
    {
        var bearers = Bearers(name);
        if (bearers.Length > 1 && prefecture is not null)
            bearers = [.. bearers.Where(government => government.PrefectureName == prefecture)];
        return bearers.Length == 1 ? bearers[0] : null;
    }

    /// <summary>
    /// The governments of a list as plans write it: 長野県下伊那郡松川町及び高森町. A name without its prefecture that several
    /// bear is of the prefecture named before it, else of the only one that the list names.
    /// </summary>
    public static IReadOnlyList<Government?> FindEach(IReadOnlyList<string> names)
    {
        var alone = names.Select(FindByName).ToList();
        var prefectures = alone
            .OfType<Government>()
            .Select(government => government.PrefectureName)
            .Distinct()
            .ToList();
        var prefecture = prefectures.Count == 1 ? prefectures[0] : null;
        for (var i = 0; i < alone.Count; i++)
        {
            alone[i] ??= FindByName(names[i], prefecture);
            prefecture = alone[i]?.PrefectureName ?? prefecture;
        }
        return alone;
    }

    private static Government[] Bearers(string name)
    {
        var folded = Folding.Squeeze(name);
        if (folded.Length is 0 or > 20)
            return [];
        if (ByName.Value.TryGetValue(folded, out var found))
            return found;
        // The list holds no counties (郡): 群馬県北群馬郡榛東村 is 群馬県榛東村.
        var withoutCounty = County().Replace(folded, "${prefecture}", 1);
        return withoutCounty != folded && ByName.Value.TryGetValue(withoutCounty, out found) ? found : [];
    }

    /// <summary>Whether at least one government bears the name, with or without its prefecture (府中市 is borne by two).</summary>
    public static bool IsName(string name) => name.Length <= 20 && ByName.Value.ContainsKey(Folding.Squeeze(name));

    private static IEnumerable<string> SpellingsOf(Government government)
    {
        yield return Folding.Squeeze(government.FullName);
        if (government.MunicipalityName is { } name)
            yield return Folding.Squeeze(name);
    }

    private static IEnumerable<Government> Load()
    {
        using var stream = typeof(GovernmentDirectory).Assembly.GetManifestResourceStream(
            "Shirube.Governments.governments.csv"
        )!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            yield return new Government(
                GovernmentCode.Parse(fields[0]),
                fields[1],
                fields[2].Length == 0 ? null : fields[2],
                fields[3],
                Enum.Parse<GovernmentKind>(fields[4], ignoreCase: true)
            );
        }
    }

    [GeneratedRegex(
        @"^(?<prefecture>(?:北海道|東京都|京都府|大阪府|.{2,3}県)?).{1,5}?郡(?=.+[町村]$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex County();
}
