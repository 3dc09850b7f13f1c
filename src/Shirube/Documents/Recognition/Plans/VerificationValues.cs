using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>What the words of a verification say: the month, the seats, the council, where the result appears.</summary>
internal static partial class VerificationValues
{
    /// <summary>
    /// The months that a text on the time of verification names. Running prose also speaks of other months, so there
    /// only those count that every year has: 毎年度９月, 翌年度の８月頃, 年２回（９月、３月）.
    /// </summary>
    public static IReadOnlyList<int> Months(string text, bool isLabelled)
    {
        var squeezed = Folding.Squeeze(text);
        if (squeezed.Length > 600)
            return [];
        return
        [
            .. (isLabelled ? AnyMonth() : YearlyMonth())
                .Matches(squeezed)
                .SelectMany(match => match.Groups["month"].Captures)
                .Select(month => int.Parse(month.ValueSpan, CultureInfo.InvariantCulture))
                .Where(month => month is >= 1 and <= 12)
                .Distinct(),
        ];
    }

    /// <summary>The only month of <see cref="Months"/>.</summary>
    public static int? Month(string text, bool isLabelled) => Months(text, isLabelled) is [var only] ? only : null;

    /// <summary>A short phrase on where the result is published: 県ＨＰへ掲載.</summary>
    public static bool IsPublication(string squeezed) =>
        squeezed.Length is >= 4 and <= 60
        // A cell that was cut within a word goes on in hiragana: 検証後速 / やかに公表する.
        && squeezed[0] is not (>= 'ぁ' and <= 'ん')
        && Publication().IsMatch(squeezed)
        && !TwoPublications().IsMatch(squeezed)
        && IsClosed(squeezed)
        && VerificationLabels.Find(squeezed) is null;

    /// <summary>The words go on in the next line or block: …検証後, …及び, …を、.</summary>
    public static bool BreaksOff(string squeezed) => OpenEnd().IsMatch(squeezed);

    /// <summary>What stands behind the last full stop.</summary>
    public static string LastClause(string text) => text[(text.TrimEnd().LastIndexOf('。') + 1)..].Trim();

    /// <summary>Every bracket has its other half: without it the words are pieces of two texts.</summary>
    public static bool IsClosed(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += Wording.Fold(c) switch
            {
                '(' or '「' or '【' => 1,
                ')' or '」' or '】' => -1,
                _ => 0,
            };
            if (depth < 0)
                return false;
        }
        return depth == 0;
    }

    /// <summary>
    /// The clause that says where the result is published: 市公式ウェブサイトで公表する of 会議で検証し、市公式ウェブサイトで公表する.
    /// The whole sentence where it says nothing else.
    /// </summary>
    public static string PublicationClause(string sentence)
    {
        var clauses = sentence.Split('、');
        for (var i = clauses.Length - 1; i > 0; i--)
        {
            var clause = string.Join('、', clauses[i..]);
            if (EndsInVerb(clauses[i - 1]) && IsPublication(Folding.Squeeze(clause)))
                return clause.Trim();
        }
        return sentence;
    }

    /// <summary>検証し, 確認を行い, 踏まえて: another thing is done before. ホームページ or 結果は belong to what follows.</summary>
    private static bool EndsInVerb(string clause) => VerbEnding().IsMatch(clause.TrimEnd());

    /// <summary>The council: the only 「…会議」, or the words before による検証.</summary>
    public static string? Body(string method)
    {
        var quoted = Quoted().Matches(method).Select(match => match.Groups["body"].Value).Distinct().ToList();
        if (quoted.Count > 0)
            return quoted.Count == 1 ? quoted[0] : null;
        var named = Named()
            .Matches(method)
            .Select(match => Lead().Replace(match.Groups["body"].Value, "", 1))
            .Distinct()
            .ToList();
        return named.Count == 1 && CanBeCouncil(named[0]) ? named[0] : null;
    }

    private static bool CanBeCouncil(string name) =>
        name.Length is >= 4 and <= 40 && !Generic().IsMatch(name) && !OtherWords().IsMatch(name);

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

    [GeneratedRegex(
        @"(?<!\d)(?<month>\d{1,2})(?:(?:[・、,と~～-]|及び)(?<month>\d{1,2}))*月(?!末?日?(?:時点|現在))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex AnyMonth();

    [GeneratedRegex(
        @"(?:毎年|各年|翌年|次年|年度?\d回)[^。\d]{0,15}?(?<!\d)(?<month>\d{1,2})月(?!末?日?(?:時点|現在)|\d)(?:[^。\d]{0,3}?(?:[・、,と~～-]|及び|から|又は|または)(?<month>\d{1,2})月)*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex YearlyMonth();

    [GeneratedRegex(
        @"(?:ホームページ|HP|ウェブ|WEB|Web|web|サイト|広報|インターネット|公報|議会|窓口|冊子).*(?:公表|掲載|公開|周知|報告)|(?:公表|掲載|公開).*(?:ホームページ|HP|ウェブ|WEB|サイト)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Publication();

    /// <summary>…で公表町広報紙…: the texts of two cells run into one.</summary>
    [GeneratedRegex(@"(?:公表|掲載|公開)(?=[都道府県市町村区本当広ホウ])", RegexOptions.CultureInvariant)]
    private static partial Regex TwoPublications();

    [GeneratedRegex(
        @"「(?<body>[^「」]{2,50}(?:会議|委員会|審議会|懇話会|懇談会|協議会|部会|検討会))」",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"(?:^|[。、\s])(?<body>[^。、「」\s]{3,80}(?:会議|委員会|審議会|懇話会|懇談会|協議会|検討会))(?=による|により|において|における|にて|で(?:の|効果|検証|評価|審議|確認|点検)|に(?:諮|報告|意見|よ)|を(?:開催|設置|開き)|が|の(?:委員|構成員|意見|検証|評価))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();

    /// <summary>What stands before a council's name: 毎年度９月に, 産学官金労言で構成する, 本市が設置する.</summary>
    [GeneratedRegex(
        @"^.*(?:\d月(?:頃|ごろ|末)?[に、]?|年度に|後に|ごとに|とに|毎年度?|(?:で構成(?:する|される|された)|からな[るり]|から成る|により構成(?:する|される)|を(?:含む|委員とする|構成員とする|構成する)|である|が設置(?:する|した)|で組織(?:する|される)))|^.*(?<=[\u30A1-\u30FE\u4E00-\u9FFF）)」])[はをが]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Lead();

    [GeneratedRegex(
        @"^(?:の|等の)?(?:会議|委員会|審議会|懇話会|懇談会|協議会|検討会)$|^(?:本|当|上記|同|各種?)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Generic();

    /// <summary>Particles that a name does not hold: the words before it were not all cut off.</summary>
    [GeneratedRegex(
        @"により|によって|において|に(?!係る|関する|ぎわい|っぽん)|から(?!くり)|する(?!が|め)|した(?!ま)|など|及び.*及び",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex OtherWords();

    [GeneratedRegex(
        @"(?:[しいきぎちみりびせえけげめ]|(?<!に)て|うえ|上|ともに|とともに|後に?|ほか)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex VerbEnding();

    [GeneratedRegex(
        @"^(?:【(?<mark>[^】]{1,40})】)?(?<name>[^0-9０-９【】]{0,40}?)[(（:：]?(?<count>[0-9０-９]{1,3})[ \u3000]*(?:名|人)[)）]?(?:程度|以内)?(?:\s*の?(?:合計|計|総計)[^、]{0,12})?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Seat();

    [GeneratedRegex(
        @"(?:(?:検証|評価)(?:の|した)?後に?|実施後|終了後|及び|並びに|[^。]、|[をはがのへ])$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex OpenEnd();

    [GeneratedRegex(@"^の?(?:合計|計|総計|全体|委員総数|総数|委員)$", RegexOptions.CultureInvariant)]
    private static partial Regex Total();
}
