using System.Text.RegularExpressions;
using Shirube.Documents.Text;
using Shirube.Governments;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>Lists of governments as plans write their authors.</summary>
internal static partial class GovernmentNames
{
    /// <summary>The names in a text that holds nothing else; null when anything else stands there too.</summary>
    public static IReadOnlyList<string>? Read(PlanParagraph paragraph)
    {
        if (paragraph.Squeezed.Length > 2000)
            return null;
        // Lines that are whole names are a list; otherwise they are one wrapped text.
        var parts = paragraph.Parts.SelectMany(part => part.Split('\n')).ToList();
        if (parts.Count > 1)
        {
            var lines = parts.Select(part => Read(part)).ToList();
            if (lines.All(names => names is not null && names.All(IsKnown)))
                return [.. lines.SelectMany(names => names!)];
        }
        return Read(paragraph.Text);
    }

    public static IReadOnlyList<string>? Read(string text)
    {
        var written = Remarks().Replace(text, "").Trim();
        if (written.Length == 0)
            return null;
        var parts = Separators().Split(written).Select(Trim).Where(part => part.Length > 0).ToList();
        var names = new List<string>();
        foreach (var part in parts)
        {
            if (IsName(Folding.Squeeze(part)) && !HasGap(part))
                names.Add(part);
            else if (BySpace(part) is { } more)
                names.AddRange(more);
            else
                return null;
        }
        return names.Count > 0 ? names : null;
    }

    public static bool IsKnown(string name) =>
        GovernmentDirectory.FindByName(name) is not null || GovernmentDirectory.IsName(name);

    /// <summary>The prefecture itself, 群馬県.</summary>
    public static bool IsPrefecture(string name) =>
        GovernmentDirectory.FindByName(name) is { } government
            ? government.Kind == GovernmentKind.Prefecture
            : Folding.Squeeze(name) is ['北', '海', '道'] or [.., '県' or '都' or '府'];

    private static bool HasGap(string part) => part.AsSpan().IndexOfAny(" \u3000\t") >= 0;

    /// <summary>Names parted by spaces only. 群馬県 桐生市 may be one government or two: nobody can tell.</summary>
    private static List<string>? BySpace(string part)
    {
        if (!HasGap(part))
            return null;
        var pieces = part.Split([' ', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (!pieces.All(piece => IsName(Folding.Squeeze(piece))))
            return null;
        var prefectures = pieces.Where(IsPrefecture).Select(Folding.Squeeze).ToList();
        var bare = pieces.Where(piece =>
            !IsPrefecture(piece)
            && !prefectures.Any(p => Folding.Squeeze(piece).StartsWith(p, StringComparison.Ordinal))
        );
        return prefectures.Count > 0 && bare.Any() ? null : [.. pieces];
    }

    private static bool IsName(string name) =>
        name.Length is >= 2 and <= 25 && (GovernmentDirectory.FindByName(name) is not null || Name().IsMatch(name));

    private static string Trim(string part) => part.Trim().Trim('・', '･', '。', '、', '○', '●', '※', '-').Trim();

    [GeneratedRegex(@"[（(][^（）()]{0,60}[）)]|^[①-⑳]\s?|^\d{1,2}[.．、)）]?\s", RegexOptions.CultureInvariant)]
    private static partial Regex Remarks();

    [GeneratedRegex(
        @"[、，,;；/／]|及び|および|並びに|ならびに|[・･](?=[^・･]+[都道府県市区町村])|\t|\n",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Separators();

    [GeneratedRegex(
        @"^(?!.*(?:全域|区域|計画|事業|地方公共団体|都道府県|市町村$|市区町村|当該|関係|及び|一部[^事]|ほか|自治体|本[都道府県市区町村]$))[\u3041-\u30FF\u3400-\u9FFFヶ々]{1,22}(?:[都道府県市区町村]|広域連合|一部事務組合|事務組合|企業団)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Name();
}
