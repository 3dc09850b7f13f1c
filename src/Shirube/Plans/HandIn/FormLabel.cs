using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Plans.HandIn;

/// <summary>A text of a form as a label: its number, its words, and what stands behind them on the same line.</summary>
internal sealed partial record FormLabel(string? Number, string Words, string Rest)
{
    private const int Longest = 120;

    /// <summary>Null for what is too long to be a label, or blank.</summary>
    public static FormLabel? Of(string text)
    {
        if (text.Length > Longest || string.IsNullOrWhiteSpace(text))
            return null;
        var match = Shape().Match(text.Trim());
        if (!match.Success)
            return null;
        var number = match.Groups["number"].Value;
        var words = Bare(match.Groups["words"].Value);
        return words.Length == 0
            ? null
            : new FormLabel(number.Length == 0 ? null : NumberOf(number), words, match.Groups["rest"].Value.Trim());
    }

    /// <summary>Width, brackets and a remark in parentheses behind it do not matter.</summary>
    public static string Bare(string words) =>
        Remark()
            .Replace(Folding.Squeeze(words), "")
            .Trim('【', '】', '「', '」', '<', '>', '《', '》', '[', ']', '■', '○', '◯', '●', '・', '*');

    private static string NumberOf(string number) =>
        number is ['①' or '②' or '③' or '④' or '⑤' or '⑥' or '⑦' or '⑧' or '⑨', ..]
            ? number[..1]
            : Separators().Replace(Folding.Squeeze(number), "-").Trim('-', '.', ')', '(', '、');

    [GeneratedRegex(
        @"^(?<number>[①-⑳]|[(（]?[0-9０-９]{1,2}(?:[-－−ー―–の.．][0-9０-９]{1,2})*[)）.．、]?(?=[\s　【〇○第a-zA-Z一-龠ぁ-んァ-ヶ]))?[\s　]*[〇○◯]?[\s　]*(?<words>[^:：]{1,80}?)(?:[:：](?<rest>.*))?$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Shape();

    [GeneratedRegex(@"(?:\([^()]{1,60}\)|※.*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex(@"[-－−ー―–の.．]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
