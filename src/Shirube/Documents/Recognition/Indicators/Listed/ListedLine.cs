using System.Text.RegularExpressions;
using Shirube.Documents.Recognition.Indicators.Running;

namespace Shirube.Documents.Recognition.Indicators.Listed;

/// <summary>One line of a list of KPIs: a name, figures that say what they are, or both.</summary>
internal sealed partial record ListedLine(int? No, Read<string>? Name, Read<string>? Unit, IReadOnlyList<Cell> Figures)
{
    private const int LongestLine = 120;
    private const int LongestName = 50;

    /// <summary>The line says itself that it names a KPI (指標名：, KPI①).</summary>
    public bool IsNamed { get; private init; }

    /// <summary>
    /// Whether a heading speaks of targets; over 実績 or 推移 an arrow may lead from one result to the next. Null for a
    /// line that is no heading.
    /// </summary>
    public static bool? PurposeOf(Line line)
    {
        var key = CellText.Key(line.Plain);
        if (key.Length > LongestName || Digits().IsMatch(key) || key.Contains('。', StringComparison.Ordinal))
            return null;
        if (Past().IsMatch(key))
            return false;
        if (IndicatorLabel.Parse(line.Plain) is { Rest.Length: > 1 })
            return null;
        if (IndicatorRegion.IsOpening(line) || Purpose().IsMatch(key))
            return true;
        return IndicatorRegion.IsNumbered(line.Plain) ? false : null;
    }

    /// <returns>Null when the line is neither a name nor figures, as a sentence is not.</returns>
    public static ListedLine? Parse(Line line)
    {
        var whole = line.Plain.Replace("**", "", StringComparison.Ordinal);
        if (whole.Length is < 2 or > LongestLine || whole.AsSpan().IndexOfAny('。', '\t', '|') >= 0)
            return null;
        var start = Marks().Match(whole).Length;
        int? no = null;
        var isNamed = false;
        var text = whole[start..];
        if (
            IndicatorLabel.Parse(text) is { Rest.Length: > 1 } label
            && text.EndsWith(label.Rest, StringComparison.Ordinal)
        )
        {
            isNamed = IndicatorVocabulary.IsNumbered(text[..^label.Rest.Length]);
            no = isNamed ? label.No : null;
            text = label.Rest;
        }
        var split = SplitAt(text);
        var (name, unit) = UnitText.SplitName(NameText.Clean(text[..split].Trim().TrimEnd(':', '：', '…', '･')));
        var at = Passage(line, text);
        var figures = split < text.Length ? Pieces(text[split..]).ConvertAll(piece => FigureOf(piece, at)) : [];
        if (name.Length > 0 && !IsName(name))
            return null;
        if (name.Length == 0 && (figures.Count == 0 || !SaysItsRole().IsMatch(CellText.Key(text))))
            return null;
        return new ListedLine(
            no,
            name.Length > 0 ? new Read<string>(name, at) : null,
            unit is null ? null : new Read<string>(unit, at),
            figures
        )
        {
            IsNamed = isNamed,
        };
    }

    private static Passage Passage(Line line, string text) =>
        new(line.Page, line.Number, line.Number, line.Text.IndexOf(text, StringComparison.Ordinal), text);

    /// <summary>The first place from which on the line is nothing but figures; its length when there is none.</summary>
    private static int SplitAt(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var begins =
                i == 0
                || char.IsWhiteSpace(text[i - 1])
                || text[i - 1] is ':' or '：'
                || text[i] is '【' or '(' or '（'
                || Role().IsMatch(text, i);
            if (begins && Pieces(text[i..]).TrueForAll(IsFigure))
                return i;
        }
        return text.Length;
    }

    /// <summary>Figures that stand behind one another without an arrow each begin with their role.</summary>
    private static List<string> Pieces(string text) =>
        CellSense.Of(text).Figure is not null
            ? [text]
            :
            [
                .. Roles()
                    .Split(text)
                    .Select(piece => piece.TrimEnd(' ', '　', '、', '，', ',', '／'))
                    .Where(piece => piece.Length > 0),
            ];

    private static bool IsFigure(string text) =>
        !char.IsWhiteSpace(text[0])
        && !TwoNumbers().IsMatch(text)
        && !GoalNumber().IsMatch(text)
        && CellSense.Of(text).Figure is { IsStacked: false } cell
        && cell.Parts.All(part => part.Value is not null && part.Role != FigureRole.None)
        && !(cell.Parts is [{ Year: { } from }, { Year: { } to }] && to <= from);

    private static Cell FigureOf(string text, Passage line) =>
        new(
            0,
            0,
            1,
            1,
            text,
            line with
            {
                Column = line.Column < 0 ? -1 : line.Column + line.Text.LastIndexOf(text, StringComparison.Ordinal),
                Text = text,
            }
        );

    /// <summary>A name has letters, is no heading and ends like no sentence.</summary>
    private static bool IsName(string name)
    {
        var key = CellText.Key(name);
        return key.Length is > 1 and <= LongestName
            && key.Any(char.IsLetter)
            && !Digits().IsMatch(key)
            && HeadVocabulary.Parse(key) is null
            && CellSense.Of(name).Kind == CellKind.Text;
    }

    [GeneratedRegex("実績|進捗|達成状況|推移|結果|検証", RegexOptions.CultureInvariant)]
    private static partial Regex Past();

    [GeneratedRegex("^[^0-9]{0,12}(?:指標|KPI|目標)(?:の?(?:一覧|設定))?[)】』」]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"^[\s　・･○●◎◇◆□■▽▼△▲※*＊-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\G(?:現状|現況|基準|目標|当初|策定時|事業開始前)", RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    /// <summary>目標１ of 基本目標１: the number of a goal, not a figure.</summary>
    [GeneratedRegex(
        @"^[(（【]?(?:現状|現況|基準|目標|当初)[\s　]*[0-9０-９]{1,2}(?:[^0-9０-９.,人件社%％]|$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex GoalNumber();

    /// <summary>Two numbers of which squeezing would make one.</summary>
    [GeneratedRegex(@"[0-9０-９][\s　]+[0-9０-９▲△-]", RegexOptions.CultureInvariant)]
    private static partial Regex TwoNumbers();

    /// <summary>The word of a list (現状値：), not the heading of a row that lost its cells (事業開始前 338).</summary>
    [GeneratedRegex(
        @"^[(\[【]?(?:現状|現況|基準|目標|当初)値?(?:[:)\]】]|[^→]{1,30}→)|^[(\[【][^)\]】]{3,8}[)\]】]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex SaysItsRole();

    [GeneratedRegex(
        "(?=[(（【]?(?:現状|現況|基準|目標|当初)値?[)）】:： 　]?)(?<![(（【])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Roles();

    /// <summary>A figure with a unit inside the name would be one that was not understood.</summary>
    [GeneratedRegex(
        @"\d[\d,.]*(?:(?:人|世帯|戸)(?!当)|件|社|%|円|回|千|万|億)|→|⇒|目標値|基準値|現状値|(?::|現状|目標|基準).{0,12}[0-9]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Digits();
}
