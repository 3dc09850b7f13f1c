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

    /// <summary>Stands over an annex: the format marks it as a heading, or the line says 別添.</summary>
    public static bool IsOver(Line line) =>
        line.Level > 0 || (IsShort(line.Text) && Annex().IsMatch(Folding.Squeeze(line.Plain)));

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

    [GeneratedRegex(@"^(?:別添|別紙|参考資料?|資料)[0-9]{0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Annex();

    [GeneratedRegex(
        @"^(?:(?:別添|別紙|参考資料?|資料)?[0-9]{0,2}[.．]?)(?:施策の?体系図?|政策の?体系図?)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Tree();

    [GeneratedRegex(@"工程表|ロードマップ|実施スケジュール|事業スケジュール|年次計画", RegexOptions.CultureInvariant)]
    private static partial Regex Schedule();

    [GeneratedRegex(@"財源(?:計画|内訳|の内訳)|資金計画|財政計画", RegexOptions.CultureInvariant)]
    private static partial Regex Funding();
}
