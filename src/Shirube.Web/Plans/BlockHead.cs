using System.Text;
using System.Text.RegularExpressions;

namespace Shirube.Web.Plans;

/// <summary>見出しの行: the head of a table that was copied along with its figures.</summary>
internal static partial class BlockHead
{
    /// <summary>
    /// A row is a head where two of its cells can only be heads of the columns they would go into, or one and a word for
    /// the name of a KPI, and none could be a figure. When in doubt it is a row: nothing is left out silently.
    /// </summary>
    public static bool Is(IReadOnlyList<string> line, IReadOnlyList<string> columns, int firstColumn)
    {
        var cells = line.Select(
                (text, right) => (Text: Plain(text), Column: columns.ElementAtOrDefault(firstColumn + right))
            )
            .Where(cell => cell.Text.Length > 0)
            .ToList();
        var heads = cells.Count(cell => IsHead(cell.Text, cell.Column));
        return heads > 0
            && (heads > 1 || cells.Exists(cell => cell.Column == "name" && Name().IsMatch(cell.Text)))
            && !cells.Exists(cell => IsFigure(cell.Text, cell.Column));
    }

    private static bool IsHead(string text, string? column) =>
        column switch
        {
            "name" => false,
            "unit" => Unit().IsMatch(text),
            "baseline" => Baseline().IsMatch(text),
            _ => Year().IsMatch(text),
        };

    private static bool IsFigure(string text, string? column) =>
        column is not ("name" or "unit")
        && text != column
        && text.Any(char.IsDigit)
        && !Year().IsMatch(text)
        && !Baseline().IsMatch(text);

    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));

    [GeneratedRegex("KPI|指標|項目|名称|indicator|^name$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^[(]?(単位|units?)[)]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(
        "基準|現状|現在|現時点|開始前|当初|初期|baseline|current",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Baseline();

    [GeneratedRegex(
        "^(((19|20)[0-9]{2}|(令和|平成|[RH])([0-9]{1,2}|元))(年度?|[(].*)|FY?[0-9]{2,4}|[0-9]{1,2}年目|[RH][0-9]{1,2}$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Year();
}
