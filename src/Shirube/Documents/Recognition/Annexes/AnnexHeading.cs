using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Annexes;

/// <summary>Headings of what goes behind a plan: 別添　施策体系, 工程表, 財源計画.</summary>
internal static partial class AnnexHeading
{
    private const int LongestHeading = 40;

    public static bool IsTree(string text) => IsShort(text) && Tree().IsMatch(Folding.Squeeze(text));

    public static bool IsSchedule(string text) => IsShort(text) && Schedule().IsMatch(Folding.Squeeze(text));

    public static bool IsFunding(string text) => IsShort(text) && Funding().IsMatch(Folding.Squeeze(text));

    public static bool IsMeaning(string text) => IsShort(text) && Meaning().IsMatch(Folding.Squeeze(text));

    /// <summary>
    /// An annex begins with the line. 参考資料 and 資料 are words of texts, too: only a marked heading of them begins one, or
    /// one that says what the annex holds. 別添のとおり begins none.
    /// </summary>
    public static bool Begins(Line line)
    {
        if (line.IsRunning || !IsShort(line.Text))
            return false;
        var text = Folding.Squeeze(line.Plain);
        return Annex().IsMatch(text)
            && (line.Level > 0 || text.IndexOf('別', StringComparison.Ordinal) is 0 or 1 || IsTree(text));
    }

    /// <summary>What a table is called: its caption, or the nearest short lines above it.</summary>
    public static IEnumerable<Line> Above(SourceDocument document, Table table, int most)
    {
        var seen = 0;
        for (var i = table.FirstLine - 2; i >= 0 && seen < most; i--)
        {
            var line = document.Lines[i];
            if (string.IsNullOrWhiteSpace(line.Text) || line.IsRunning)
                continue;
            seen++;
            yield return line;
            if (line.Level > 0)
                yield break;
        }
    }

    private static bool IsShort(string text) => text.Length is > 1 and <= LongestHeading && !text.Contains('。');

    [GeneratedRegex(
        @"^[【\[(（]?(?:別[添紙](?:資料)?(?>[0-9]{0,2})|(?:参考)?資料(?:編?$|(?>[0-9]{1,2})|(?=[施政]策の?体系)))(?![のにをはがでともへ参])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Annex();

    [GeneratedRegex(
        @"^(?:(?:別添|別紙|参考資料|資料)?[0-9]{0,2}[.．]?)(?:施策の?体系図?|政策の?体系図?)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Tree();

    [GeneratedRegex(@"工程表|ロードマップ|実施スケジュール|事業スケジュール|年次計画", RegexOptions.CultureInvariant)]
    private static partial Regex Schedule();

    [GeneratedRegex(
        @"^(?:(?:別添|別紙|参考資料|資料)?[0-9]{0,2}[.．]?)(?:数値目標|KPI|重要業績評価指標|指標)(?:\(KPI\))?の(?:説明|定義|考え方|算出方法)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Meaning();

    [GeneratedRegex(@"財源(?:計画|内訳|の内訳)|資金計画|財政計画", RegexOptions.CultureInvariant)]
    private static partial Regex Funding();
}
