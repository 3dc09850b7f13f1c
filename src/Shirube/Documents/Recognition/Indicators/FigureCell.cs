using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Calendar;
using Shirube.Documents.Text;
using Shirube.Indicators;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>One figure of a cell. <paramref name="Value"/> is null for a dash, 集計中 or what cannot be said surely.</summary>
/// <param name="State">Of the figure; <see cref="FigureState.NotEntered"/> with no value means open.</param>
internal sealed record FigurePart(decimal? Value, FigureState State)
{
    public FiscalYear? Year { get; init; }
    public FigureRole Role { get; init; }
    public string? Unit { get; init; }

    /// <summary>「累計30件」: the cell itself says that the figure is cumulative.</summary>
    public bool IsCumulative { get; init; }

    /// <summary>The number stands with its magnitude (16万) and was multiplied.</summary>
    public bool IsWorkedOut { get; init; }

    /// <summary>以上, 程度 or ※ stands at the number.</summary>
    public bool IsQualified { get; init; }
    public bool IsOpen => Value is null && State == FigureState.NotEntered;
}

/// <summary>
/// What a cell says as figures: one, as 1,600人（R4年度） or ▲338; two, as 120（R5）→150（R10）; or something that is no
/// single number (維持, 10～20, 毎年10件) and stays open.
/// </summary>
internal sealed partial record FigureCell(IReadOnlyList<FigurePart> Parts)
{
    /// <summary>A figure that is there and cannot be taken.</summary>
    public static readonly FigureCell Open = new([new FigurePart(null, FigureState.NotEntered)]);

    /// <summary>One figure a line (上段, 下段): the parts mean different things, in the order of <see cref="Parts"/>.</summary>
    public bool IsStacked { get; init; }

    public bool IsDash => Parts is [{ State: FigureState.Outside }];

    /// <param name="key">The cell as <see cref="CellText.Key"/> gives it.</param>
    /// <returns>Null when the cell is a text.</returns>
    public static FigureCell? Parse(string key)
    {
        if (key.Length > 60)
            return null;
        var parts = Arrow().Split(key);
        if (parts.Length == 2 && ParsePart(parts[0]) is { Value: not null } from && ParsePart(parts[1]) is { } to)
            return new FigureCell([WithRole(from, FigureRole.Baseline), WithRole(to, FigureRole.Target)]);
        return ParsePart(key) is { } part ? new FigureCell([part]) : null;
    }

    /// <summary>Two or three lines of which each is a figure; null for a figure that only its narrow cell broke.</summary>
    public static FigureCell? ParseLines(string text)
    {
        if (text.AsSpan().IndexOfAny('\n', '\r') < 0 || text.Length > 90)
            return null;
        var lines = text.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length is < 2 or > 3 || lines[0][^1] is ',' or '，' or '.' or '．')
            return null;
        // 237.0 over 0 is 237.00 in a narrow cell.
        if (lines[0].AsSpan().IndexOfAny('.', '．') > 0 && Array.TrueForAll(lines[1..], IsZeros))
            return null;
        var parts = new List<FigurePart>();
        foreach (var line in lines)
        {
            if (Parse(Unbracketed(CellText.Key(line))) is not { Parts: [var part] })
                return null;
            parts.Add(part);
        }
        return parts.Exists(part => part.Value is not null) ? new FigureCell(parts) { IsStacked = true } : null;
    }

    private static bool IsZeros(string line) => line.AsSpan().IndexOfAnyExcept('0', '０') < 0;

    private static string Unbracketed(string key) =>
        key is ['(', .., ')'] && key.AsSpan(1, key.Length - 2).IndexOfAny('(', ')') < 0 ? key[1..^1] : key;

    private static FigurePart WithRole(FigurePart part, FigureRole role) =>
        part.Role == FigureRole.None ? part with { Role = role } : part;

    private static FigurePart? ParsePart(string key)
    {
        var bare = Footnote().Replace(key, "");
        if (bare.Length == 0)
            return key.Length > 0 && key[0] is '*' ? new FigurePart(null, FigureState.Outside) : null;
        if (Nothing().IsMatch(bare))
            return new FigurePart(null, FigureState.Outside);
        if (Waiting().IsMatch(bare))
            return new FigurePart(null, FigureState.Pending);
        if (Figure.Parse(bare).Kind is FigureKind.Dash)
            return new FigurePart(null, FigureState.Outside);
        var isMarked = key.Length > 1 && key[0] == '※' && (char.IsAsciiDigit(key[1]) || key[1] == '-');
        var match = Single().Match(bare);
        if (match.Success)
            return Read(match) is { } read ? read with { IsQualified = read.IsQualified || isMarked } : null;
        if (Ratio().Match(bare) is { Success: true } ratio)
            return Share(ratio);
        return Unsure().IsMatch(bare) ? new FigurePart(null, FigureState.NotEntered) : null;
    }

    private static FigurePart? Read(Match match)
    {
        var groups = match.Groups;
        // 1人当たり所得 is a name that begins with a number.
        if (
            groups["unit"].Value is { Length: > 0 } unit
            && !UnitText.IsKnown(unit)
            && (unit.Length > 4 || unit.Contains('当', StringComparison.Ordinal))
        )
            return null;
        if (Figure.IsChange(groups["unit"].Value))
            return new FigurePart(null, FigureState.NotEntered);
        var digits = groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
        if (
            !FigureSize.Fits(digits)
            || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        )
            return new FigurePart(null, FigureState.NotEntered);
        if (groups["per"].Success || groups["year"].Captures.Count > 1)
            return new FigurePart(null, FigureState.NotEntered);
        var year = groups["year"].Success ? YearSpelling.Parse(groups["year"].Value) : null;
        var state = groups["provisional"].Success ? FigureState.Provisional : FigureState.Final;
        return new FigurePart(groups["minus"].Success ? -value : value, state)
        {
            Year = year,
            Role = RoleOf(groups["role"].Value),
            Unit = groups["unit"].Length > 0 ? groups["unit"].Value : null,
            IsCumulative = groups["sum"].Success,
            IsQualified = groups["bound"].Success,
        };
    }

    /// <summary>45/120（37.5％）: the rate, where the two numbers bear it out.</summary>
    private static FigurePart Share(Match ratio)
    {
        static bool Number(Group group, out decimal value) =>
            decimal.TryParse(
                group.Value.Replace(",", "", StringComparison.Ordinal),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out value
            );
        var groups = ratio.Groups;
        if (
            !Number(groups["part"], out var part)
            || !Number(groups["whole"], out var whole)
            || !Number(groups["rate"], out var rate)
            || whole == 0
        )
            return new FigurePart(null, FigureState.NotEntered);
        // A rate is printed rounded or cut to its last place.
        var unit = 1m;
        for (var places = rate.Scale; places > 0; places--)
            unit /= 10;
        return Math.Abs((part / whole * 100) - rate) < unit
            ? new FigurePart(rate, FigureState.Final) { Unit = "%" }
            : new FigurePart(null, FigureState.NotEntered);
    }

    private static FigureRole RoleOf(string word) =>
        word.Length == 0 ? FigureRole.None
        : word.Contains("目標", StringComparison.Ordinal) ? FigureRole.Target
        : word.Contains("実績", StringComparison.Ordinal) ? FigureRole.Actual
        : FigureRole.Baseline;

    private const string Role = @"(?<role>現状値?|現況値?|基準値?|目標値?|実績値?|直近値?|当初値?|策定時|事業開始前)";
    private const string Dated =
        @"[(\[【](?:(?<year>"
        + YearSpelling.Year
        + @")(?:の|末)?"
        + "(?:"
        + Role
        + @")?(?:(?<provisional>速報値?|見込み?値?|暫定値?)|[・、,](?<sum>累計|累積))?|"
        + Role
        + @")[)\]】]";

    [GeneratedRegex(
        "^(?:"
            + Role
            + @"[:]?)?(?:"
            + Dated
            + @"[:]?|(?<year>"
            + YearSpelling.Year
            + @")(?:[:]|(?<=年度)))?(?<provisional>[(\[]?(?:速報値?|見込み?値?|暫定値?)[)\]:]?)?(?:(?<per>毎年度?|各年度?|年度?平均|毎月|月平均|月|\d{1,2}[かカケヶヵ箇]?年間?で?)|(?<sum>累計|累積|通算|延べ累計)|年間|年|延べ)?(?<bound>約|およそ|概ね)?(?<minus>-)?\+?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>(?:[^\d\s,.:;()\[\]\-=~〜/→※以未超程を]|m2|m3|t-CO2|kg-CO2|tCO2){0,8}(?:/[^\d\s,.:;()\-]{1,6})?)?(?<bound>以上|以下|程度)?(?:\((?<sum>累計|累積|通算)\)|\((?<provisional>速報値?|見込み?値?|暫定値?)\)|\((?:年間|延べ)\))?(?:"
            + Dated
            + ")?(?<bound>以上|以下)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Single();

    [GeneratedRegex(
        @"^[(\[【]?(?:-[(\[])?(?:(?:令和|平成|[RH])?[\d.年度月/]*(?:末|頃|中|上旬|中旬|下旬)?(?:に|以降)?(?:集計|算定|算出|調査|確認|精査|取りまとめ|とりまとめ|推計|公表|確定|判明|把握)(?:中|前|予定|見込み?|待ち)|未確定|未公表|未集計|未判明|現在集計中|集計中)[)\]】]*(?:[(\[][^()\[\]]{1,20}[)\]])?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Waiting();

    [GeneratedRegex(
        "^[(]?(?:対象外|該当なし|該当無し|設定なし|設定無し|目標設定なし|目標値なし|設定せず)[)]?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Nothing();

    [GeneratedRegex(
        @"^(?:(?<part>[\d,]{1,12})[人件社戸世帯校]{0,2}/(?<whole>[\d,]{1,12})[人件社戸世帯校]{0,2}[(](?<rate>\d{1,3}(?:\.\d{1,4})?)%[)]|(?<rate>\d{1,3}(?:\.\d{1,4})?)%[(](?<part>[\d,]{1,12})[人件社戸世帯校]{0,2}/(?<whole>[\d,]{1,12})[人件社戸世帯校]{0,2}[)])$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Ratio();

    /// <summary>What stands where a figure is expected and is none: 維持, 増加, 未定, 10～20, 現状以上.</summary>
    [GeneratedRegex(
        @"^(?:(?:現状|前年度?|基準値?|毎年度?|水準|前年並み)?(?:を|の|より|に?対し)?(?:維持|増加|減少|以上|以下|向上|上昇|低下|改善|拡大|縮小|継続|達成)(?:する|させる|傾向)?|未定|検討中|調整中|未設定|未把握|不明|N/?A|n/?a|[-+]?[\d,.]+[^\d]{0,4}[~〜-][\d,.]+[^\d]{0,6}|[-+]?[\d,.]+[^\d()]{0,5}(?:[(][^\d()]{0,6}[-+]?[\d,.]+[^\d()]{0,6}[)]|[、・/;][-+]?[\d,.]+[^\d()]{0,5}(?:[(][-+\d,.]+[^\d()]{0,6}[)])?)|隔年(?:調査|実施)?|[~〜][\d,.]+[^\d]{0,6}|[\d,.]+[^\d]{0,6}[~〜]|(?:毎年度?|各年度?|年度?平均)[-\d,.].{0,12}|[^\d]{0,6}[\d,.]+[^\d]{0,6}(?:未満|超|を?超える?|を維持|前後|弱|強|/年度?以上))$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Unsure();

    [GeneratedRegex(
        @"[(\[]?(?:※|＊|\*|注|†)(?:[\uE000]?\d{1,2}[\uE001]?)?[)\]]?$|^[(\[]?(?:※|\*|†)(?:[\uE000]?\d{0,2}[\uE001])?[)\]]?|(?<=\d|[^\d\s(])\uE000\d{1,2}\uE001$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Footnote();

    [GeneratedRegex("→|⇒|⇨|➡|➔|->|=>", RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();
}
