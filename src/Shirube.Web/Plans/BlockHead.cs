using System.Text.RegularExpressions;
using Shirube.Documents.Text;
using Shirube.Plans.HandIn;

namespace Shirube.Web.Plans;

/// <summary>見出しの行: the head of a table that was copied along with its figures.</summary>
internal static partial class BlockHead
{
    /// <summary>
    /// A row is a head where two of its cells can only be heads of columns, or one and a word for the name of a KPI, and
    /// none could be a figure. When in doubt it is a row: nothing is left out silently.
    /// </summary>
    public static bool Is(IReadOnlyList<string> line, IReadOnlyList<string> columns, int firstColumn)
    {
        var cells = line.Select(
                (text, right) => (Text: Folding.Squeeze(text), Column: columns.ElementAtOrDefault(firstColumn + right))
            )
            .Where(cell => cell.Text.Length > 0)
            .ToList();
        var heads = cells.Count(cell => IsHead(cell.Text, cell.Column));
        return heads > 0
            && (heads > 1 || cells.Exists(cell => cell.Column == "name" && Name().IsMatch(cell.Text)))
            && !cells.Exists(cell => IsFigure(cell.Text, cell.Column));
    }

    /// <summary>
    /// Where the cells below each cell of a head belong: the column that it names. Where it says nothing, the one that it
    /// stands over, if all others stand over their own. Empty for what the table has no column for, and for a column that
    /// was named before; null for a running number, which is not kept.
    /// </summary>
    public static IReadOnlyList<string?> Columns(
        IReadOnlyList<string> head,
        IReadOnlyList<string> columns,
        int firstColumn
    )
    {
        var cells = head.Select(
                (text, right) =>
                    (Name: Named(Folding.Squeeze(text), columns), Over: columns.ElementAtOrDefault(firstColumn + right))
            )
            .ToList();
        var isInPlace = cells.TrueForAll(cell => string.IsNullOrEmpty(cell.Name) || cell.Name == cell.Over);
        var taken = new HashSet<string>();
        var places = new List<string?>();
        foreach (var ((name, over), right) in cells.Select((cell, right) => (cell, right)))
        {
            var isBlank = string.IsNullOrWhiteSpace(head[right]);
            var isSilent = isBlank ? isInPlace : name?.Length == 0 && over == "name";
            var place = isSilent && !cells.Exists(cell => cell.Name == over) ? over ?? "" : name;
            places.Add(place is null || taken.Add(place) ? place : "");
        }
        return places;
    }

    private static string? Named(string text, IReadOnlyList<string> columns) =>
        text switch
        {
            _ when RunningNumber().IsMatch(text) => null,
            _ when Unit().IsMatch(text) => "unit",
            _ when YearHead.IsOther(text) || YearHead.IsTotal(text) => "",
            _ when Baseline().IsMatch(text) && !text.EndsWith("年度", StringComparison.Ordinal) => "baseline",
            _ when YearHead.Of(text) is { } said => ColumnOf(said, columns),
            _ when Name().IsMatch(text) => "name",
            _ => "",
        };

    /// <summary>Empty where the table does not have the year.</summary>
    private static string ColumnOf(YearHead said, IReadOnlyList<string> columns)
    {
        var years = columns.Where(column => column.All(char.IsAsciiDigit)).ToList();
        return (
                said.Year is { } year
                    ? years.Find(one => one == year.ToString())
                    : years.ElementAtOrDefault(said.Nth!.Value - 1)
            ) ?? "";
    }

    private static bool IsHead(string text, string? column) =>
        column switch
        {
            "name" => false,
            "baseline" when Baseline().IsMatch(text) => true,
            "unit" or "baseline" => Unit().IsMatch(text) || BaselineAlone().IsMatch(text) || YearAlone().IsMatch(text),
            _ => Unit().IsMatch(text) || BaselineAlone().IsMatch(text) || Year().IsMatch(text),
        };

    private static bool IsFigure(string text, string? column) =>
        column is not ("name" or "unit")
        && text != column
        && text.Any(char.IsDigit)
        && !Year().IsMatch(text)
        && !Baseline().IsMatch(text);

    [GeneratedRegex("KPI|指標|項目|名称|indicator|^name$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^(no[.]?|.*番号|#)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RunningNumber();

    [GeneratedRegex("^[(]?(単位|units?)[)]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(
        "基準|現状|現在|現時点|開始前|当初|初期|baseline|current",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Baseline();

    [GeneratedRegex(
        "^(基準|現状|現在|現時点|事業開始前|当初|初期|baseline|current)(の?値|value)?([(].*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex BaselineAlone();

    [GeneratedRegex(
        "^(((19|20)[0-9]{2}|(令和|平成|[RH])([0-9]{1,2}|元))(年度?|[(].*)|FY?[0-9]{2,4}|[0-9]{1,2}年目|[RH][0-9]{1,2}$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Year();

    [GeneratedRegex(
        "^(((19|20)[0-9]{2}|令和([0-9]{1,2}|元)|平成[0-9]{1,2})年度|[RH]([0-9]{1,2}|元)(年度)?)([(].*)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex YearAlone();
}
