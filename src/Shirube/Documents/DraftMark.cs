using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;
using Shirube.Documents.Writing;

namespace Shirube.Documents;

/// <summary>
/// 案の印: the line over a file of a plan that no approval decided, with its state and day. It is no part of the plan: what
/// reads the file again passes it over as it does a running head.
/// </summary>
public static partial class DraftMark
{
    /// <summary>In the name of a file that nobody decided, too: it is not to be handed in by mistake.</summary>
    public const string Sign = "（案）";

    /// <summary>The mark is among the first lines, or it is none.</summary>
    private const int Among = 5;

    /// <param name="day">On which the file was written, in Japan.</param>
    /// <param name="approval">Number of the approval that the plan is in; null where it is in none.</param>
    public static string Of(DateOnly day, int? approval) =>
        string.Create(CultureInfo.InvariantCulture, $"{Sign}{day.Year}年{day.Month}月{day.Day}日現在　")
        + (
            approval is { } number ? string.Create(CultureInfo.InvariantCulture, $"決裁第{number}号で回議中") : "未決裁"
        );

    /// <summary>The document under the mark.</summary>
    public static WrittenDocument Over(WrittenDocument document, string mark) =>
        document with
        {
            Blocks =
            [
                new WrittenParagraph([new WrittenRun(mark) { IsBold = true }]) { Alignment = WrittenAlignment.End },
                .. document.Blocks,
            ],
        };

    /// <summary>The document with the mark, where it bears one, set aside from its text.</summary>
    public static SourceDocument SetAside(SourceDocument document)
    {
        var at = document.Lines.Take(Among).ToList().FindIndex(IsMark);
        if (at < 0)
            return document;
        List<Line> lines = [.. document.Lines];
        lines[at] = lines[at] with { IsRunning = true };
        return document with { Lines = lines };
    }

    private static bool IsMark(Line line) => Mark().IsMatch(Folding.Squeeze(line.Plain));

    [GeneratedRegex(
        @"^[（(]案[）)][0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日現在(?:未決裁|決裁第[0-9]{1,10}号で回議中)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Mark();
}
