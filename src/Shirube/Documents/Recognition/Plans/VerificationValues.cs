using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>What the words of a verification say: the month, the seats, the council, where the result appears.</summary>
internal static partial class VerificationValues
{
    /// <summary>The only month that a text on the time of verification names.</summary>
    public static int? Month(string text, bool isLabelled)
    {
        var squeezed = Folding.Squeeze(text);
        if (squeezed.Length > 600)
            return null;
        var named = (isLabelled ? AnyMonth() : YearlyMonth()).Matches(squeezed);
        var months = named
            .Select(match => int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture))
            .Distinct()
            .ToList();
        return months.Count == 1 && months[0] is >= 1 and <= 12 ? months[0] : null;
    }

    /// <summary>A short phrase on where the result is published: 県ＨＰへ掲載.</summary>
    public static bool IsPublication(string squeezed) =>
        squeezed.Length is >= 4 and <= 60
        && Publication().IsMatch(squeezed)
        && VerificationLabels.Find(squeezed) is null;

    /// <summary>The council: the only 「…会議」, or the words before による検証.</summary>
    public static string? Body(string method)
    {
        var quoted = Quoted().Matches(method).Select(match => match.Groups["body"].Value).Distinct().ToList();
        if (quoted.Count > 0)
            return quoted.Count == 1 ? quoted[0] : null;
        var named = Named().Matches(method).Select(match => match.Groups["body"].Value).Distinct().ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>
    /// 産業団体4名、銀行1名の計5名; 【産】産業界3名; or names without a number. Nothing at all when one item is neither.
    /// </summary>
    public static IReadOnlyList<(string Sector, int? Count)> Seats(string text)
    {
        var seats = new List<(string Sector, int? Count)>();
        foreach (var item in Items(text))
        {
            var match = Seat().Match(item);
            if (!match.Success)
            {
                if (item.Length > 40 || item.IndexOfAny([.. "0123456789０１２３４５６７８９。"]) >= 0)
                    return [];
                seats.Add((item, null));
                continue;
            }
            var sector = match.Groups["name"].Value.Trim(' ', '\u3000', ':', '：', '・', '○');
            if (sector.Length == 0)
                sector = match.Groups["mark"].Value;
            if (sector.Length == 0 || Total().IsMatch(sector))
                continue;
            seats.Add((sector, int.Parse(Folding.Fold(match.Groups["count"].Value), CultureInfo.InvariantCulture)));
        }
        // One name alone is as well the name of the council.
        return seats.Count >= 2 || seats is [{ Count: not null }] ? seats : [];
    }

    /// <summary>Parted by commas, line ends and cells; not inside a parenthesis.</summary>
    private static IEnumerable<string> Items(string text)
    {
        var depth = 0;
        var begin = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? Wording.Fold(text[i]) : '、';
            depth = Math.Max(
                0,
                depth
                    + c switch
                    {
                        '(' => 1,
                        ')' => -1,
                        _ => 0,
                    }
            );
            if (i < text.Length && (depth > 0 || c is not ('、' or ',' or ';' or '\t' or '\n')))
                continue;
            var item = text[begin..i].Trim(' ', '\u3000', '・', '。');
            if (item.Length > 0)
                yield return item;
            begin = i + 1;
        }
    }

    [GeneratedRegex(@"(?<!\d)(?<month>\d{1,2})月", RegexOptions.CultureInvariant)]
    private static partial Regex AnyMonth();

    [GeneratedRegex(
        @"(?:毎年度?|各年度?|翌年度?|次年度)(?:の|に|、|,)?(?<month>\d{1,2})月(?!末?(?:時点|現在)|\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex YearlyMonth();

    [GeneratedRegex(
        @"(?:ホームページ|HP|ウェブ|WEB|Web|web|サイト|広報|インターネット|公報|議会|窓口|冊子).*(?:公表|掲載|公開|周知|報告)|(?:公表|掲載|公開).*(?:ホームページ|HP|ウェブ|WEB|サイト)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Publication();

    [GeneratedRegex(
        @"「(?<body>[^「」]{2,50}(?:会議|委員会|審議会|懇話会|懇談会|協議会|部会|検討会))」",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"(?:^|[。、\s])(?<body>[^。、「」\s]{3,40}(?:会議|委員会|審議会|懇話会|懇談会|協議会|検討会))(?=による|において|にて|に諮)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();

    [GeneratedRegex(
        @"^(?:【(?<mark>[^】]{1,40})】)?(?<name>[^0-9０-９【】]{0,40}?)[(（:：]?(?<count>[0-9０-９]{1,3})[ \u3000]*(?:名|人)[)）]?(?:程度|以内)?(?:\s*の?(?:合計|計|総計)[^、]{0,12})?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Seat();

    [GeneratedRegex(@"^の?(?:合計|計|総計|全体|委員総数|総数|委員)$", RegexOptions.CultureInvariant)]
    private static partial Regex Total();
}
