using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>Which cells of a card are labels: short, named like a column, and nothing that reads as a value.</summary>
internal static partial class SheetLabels
{
    private const int Longest = 16;

    public static bool IsLabel(Cell? cell) => cell is not null && IsLabel(cell.Text);

    public static bool IsLabel(string text) => text.Length <= 60 && Of([text]) is not null;

    /// <summary>The field that labels over and beside one another name together.</summary>
    public static SheetField? Of(IReadOnlyList<string> path)
    {
        var squeezed = path.Select(Folding.Squeeze).ToList();
        var leaf = Marks().Replace(Notes().Replace(squeezed[^1], ""), "");
        if (leaf.Length is 0 or > Longest || NoLabel().IsMatch(leaf))
            return null;
        squeezed[^1] = leaf;
        // 意見 alone is a label wherever a heading beside it speaks of experts.
        var field =
            SheetHeadings.Of(squeezed) ?? (path.Count == 1 && ExpertLeaf().IsMatch(leaf) ? SheetField.Other : null);
        return field is { } known && (TakesNumbers(known) || !Digits().IsMatch(leaf)) ? field : null;
    }

    private static bool TakesNumbers(SheetField field) =>
        field
            is SheetField.IndicatorName
                or SheetField.Target
                or SheetField.TargetYear
                or SheetField.Actual
                or SheetField.Cost
                or SheetField.Other;

    [GeneratedRegex(@"[(\[【][^()\[\]【】]*[)\]】]|※.*", RegexOptions.CultureInvariant)]
    private static partial Regex Notes();

    [GeneratedRegex(@"^[・○●◎■□◆◇▼▶]+|[:：]$|^[(\[【《]|[)\]】》]$", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    /// <summary>What values look like: sentences, chosen options, lists.</summary>
    [GeneratedRegex(@"[。、:：①-⑳☑■□]|(?:った|ない|える|ている|した|する|ある|ため)$", RegexOptions.CultureInvariant)]
    private static partial Regex NoLabel();

    [GeneratedRegex(
        @"^(?:意見|評価|コメント|(?:外部)?(?:有識者|評価委員|委員)(?:会議?)?(?:から|による)?)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ExpertLeaf();

    [GeneratedRegex(@"[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
