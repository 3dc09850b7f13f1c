using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Calendar;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Indicators.Running;

/// <summary>
/// Takes the words of a KPI table's headings apart: 2024年度増加分（１年目） is a year, 増加分 and the rest. A text that
/// holds anything else is no heading, so that a KPI called 累計参加者数 stays a name.
/// </summary>
internal static partial class HeadingWords
{
    /// <summary>The kinds in order with the year where one is named; null when the text is no heading.</summary>
    public static List<(TokenKind Kind, int Year)>? Parse(string text)
    {
        var folded = Folding.Squeeze(Folding.FoldNumeric(text));
        if (folded.Length is 0 or > 40)
            return null;
        if (folded is "KP" or "KPI")
            return [(TokenKind.LabelPart, 0)];
        var match = Closed().Match(folded);
        if (!match.Success)
            return null;
        var words = new List<(TokenKind Kind, int Year)>();
        foreach (Capture capture in match.Groups["word"].Captures)
        {
            var kind = KindOf(capture.Value, out var year);
            if (kind != TokenKind.Year || words.Count == 0 || words[^1] != (kind, year))
                words.Add((kind, year));
        }
        return words;
    }

    private static TokenKind KindOf(string word, out int year)
    {
        year = 0;
        if (word[0] is >= '0' and <= '9' && word.EndsWith('目'))
            return TokenKind.Heading;
        var yearMatch = YearWord().Match(word);
        if (yearMatch.Success)
        {
            var western = yearMatch.Groups["western"];
            year = western.Success
                ? int.Parse(western.ValueSpan, CultureInfo.InvariantCulture)
                : JapaneseEra.WesternYear(yearMatch.Groups["era"].Value, yearMatch.Groups["nth"].Value) ?? 0;
            return year is >= 1990 and <= 2100 ? TokenKind.Year : TokenKind.Heading;
        }
        if (word is "累計" or "累" or "合計" or "総計" or "計")
            return TokenKind.Total;
        if (word.StartsWith('増'))
            return TokenKind.Increment;
        if (word.StartsWith("実績", StringComparison.Ordinal))
            return TokenKind.Actual;
        return BaselineWord().IsMatch(word) ? TokenKind.Baseline : TokenKind.Heading;
    }

    private const string Baselines =
        "事業開始前?|開始前|開始時|現時点?|基準値|基準年度?|現状値?|当初値?|初期値|申請時|(?:計画)?策定時";

    [GeneratedRegex(
        @"^(?:(?<word>(?:(?:19|20)\d\d|(?:令和|平成|[RH])\.?(?:\d{1,2}|元))年度?(?!\d)|(?:令和|平成|[RH])(?:\d{1,2}|元)(?![\d.])|\d{1,2}年[目次]|初年度|累計|合計|総計|計(?!画)|累|増加[分数値]?|増分|実績値?|"
            + Baselines
            + @"|最終目標値?|最終年度|目標値?|数値|重要業績評価指標|KPI|指標名?|年度|項目|区分|番号|名称|内容|No\.?|前期|後期|前半|後半|年度別|各年度)|[()\[\]【】・:/~〜<>]|[のと年度前点分値末時目数に番号別名称単令]|令和|平成)+$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Closed();

    [GeneratedRegex(
        @"^(?:(?<western>(?:19|20)\d\d)|(?<era>令和|平成|[RH])\.?(?<nth>\d{1,2}|元))(?:年度?)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex YearWord();

    [GeneratedRegex("^(?:" + Baselines + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex BaselineWord();
}
