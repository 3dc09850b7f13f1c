using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Shirube.Documents.Text;

public enum FigureKind
{
    /// <summary>Nothing but white space.</summary>
    Blank,

    /// <summary>A number, with what stands around it in <see cref="Figure.Unit"/>.</summary>
    Number,

    /// <summary>A dash alone: outside the plan, or nothing applies.</summary>
    Dash,

    /// <summary>集計中 and its like: measured, not counted yet.</summary>
    Pending,

    /// <summary>Any other text.</summary>
    Other,

    /// <summary>A number that is too large or too fine to be a figure (<see cref="FigureSize"/>).</summary>
    Beyond,
}

/// <summary>
/// What one cell or word says as a figure: 1,800.00 / ▲338 / －３３８ / 12.5％ / 2,314,625千円 / ― / 集計中 / blank.
/// </summary>
/// <param name="Value">As printed, not scaled by the unit; null unless a number.</param>
/// <param name="Unit">The unit printed behind the number, folded (人, %, 千円), or null.</param>
/// <param name="IsProvisional">The figure is marked 速報, 見込 or 暫定.</param>
public readonly partial record struct Figure(FigureKind Kind, decimal? Value, string? Unit, bool IsProvisional)
{
    public static Figure Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Figure(FigureKind.Blank, null, null, false);
        var folded = Folding.Squeeze(Folding.FoldNumeric(text));
        if (folded.Length > 40)
            return Other;
        if (folded is "-" or "--" or "---" or "ー" or "…" or "..." or "*" or "/" or "\\")
            return new Figure(FigureKind.Dash, null, null, false);
        if (Pending().IsMatch(folded))
            return new Figure(FigureKind.Pending, null, null, false);
        var match = Number().Match(folded);
        if (!match.Success)
            return Other;
        var digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
        if (!FigureSize.Fits(digits))
            return Beyond;
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return Other;
        var unit = match.Groups["unit"].Value;
        if (IsChange(unit))
            return Other;
        return new Figure(
            FigureKind.Number,
            match.Groups["minus"].Success ? -value : value,
            unit.Length == 0 ? null : unit,
            match.Groups["provisional"].Success
        );
    }

    /// <summary>
    /// As <see cref="Parse"/>, for what a person typed: a cell of a document may break a number over lines, a person
    /// who presses Enter between 1 and 2 has not said 12.
    /// </summary>
    public static Figure ParseTyped(string text) =>
        text.AsSpan().Trim().IndexOfAny(LineBreaks) < 0 && !text.Any(IsNoDigit) && !PartedDigits().IsMatch(text)
            ? Parse(text)
            : Other;

    /// <summary>1 2 is not 12; 1 000 is a thousand.</summary>
    [GeneratedRegex(@"[0-9０-９]\s+[0-9０-９](?![0-9０-９]{2}(?![0-9０-９]))", RegexOptions.CultureInvariant)]
    private static partial Regex PartedDigits();

    /// <summary>①, ², ½, Ⅳ: beside digits they are a mark, and folding would make 23 of 2③.</summary>
    private static bool IsNoDigit(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\t\v\f\u0085\u2028\u2029");

    /// <summary>1,800.5: as people read a number, thousands parted, in every language of the program.</summary>
    public static string Write(decimal number) =>
        number.ToString("#,##0.############################", CultureInfo.InvariantCulture);

    /// <summary>人の解消 behind △31: the words tell a change or a bound, and the number alone would say something else.</summary>
    public static bool IsChange(string unit) => Change().IsMatch(unit);

    private static Figure Beyond => new(FigureKind.Beyond, null, null, false);

    private static Figure Other => new(FigureKind.Other, null, null, false);

    [GeneratedRegex(
        @"^[(\[【]?(?:現在)?(?:集計|算定|算出|調査|確認|精査|取りまとめ|とりまとめ|推計|未確定|未公表|公表待ち)(?:中|前)?[)\]】]?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Pending();

    [GeneratedRegex(
        "解消|削減|縮減|縮小|改善|維持|達成|の(?:増|減)|増加$|減少$|以内$|未満$|超$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Change();

    [GeneratedRegex(
        @"^(?<provisional>[(\[]?(?:速報値?|見込み?値?|暫定値?)[)\]:]?)?(?<minus>-)?(?:[+約])?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>[^\d\s,.:;()\-=~/]{1,8}(?:/[^\d\s,.:;()\-]{1,6})?)?(?<provisional>[(\[](?:速報値?|見込み?値?|暫定値?)[)\]])?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();
}
