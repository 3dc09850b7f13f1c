using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Sheets;

/// <summary>What a flattened sheet's heading says, wherever in the text its words ended up.</summary>
internal static partial class FlatHeading
{
    /// <summary>Which of the number columns the sheet has, in no order.</summary>
    public static IReadOnlyList<SheetField> NumberColumns(string text)
    {
        var words = string.Join('\n', ShortLines(text));
        List<SheetField> numbers = [];
        if (Cost().IsMatch(words))
            numbers.Add(SheetField.Cost);
        if (Donation().IsMatch(words))
            numbers.Add(SheetField.Donation);
        if (Count().IsMatch(words))
            numbers.Add(SheetField.DonationCount);
        return numbers;
    }

    /// <summary>1 for 円, 1000 for 千円 …; null when no unit of money or more than one stands outside the rows.</summary>
    public static decimal? YenPerUnit(string outside)
    {
        var units = ShortLines(outside)
            .SelectMany(line => UnitOutside().Matches(line))
            .Select(match => match.Groups["unit"].Value);
        return units.Distinct().ToList() is [var only] ? MoneyUnit.YenPer(only) : null;
    }

    public static bool HasExpertEvaluation(string outside) =>
        ExpertLabel().IsMatch(string.Join('\n', ShortLines(outside)));

    /// <summary>Headings are short lines; sentences in cells speak of costs as well.</summary>
    private static IEnumerable<string> ShortLines(string text) =>
        text.Split('\n')
            .Select(Folding.Squeeze)
            .Where(line => line.Length is > 0 and <= 60 && !line.Contains('。', StringComparison.Ordinal));

    [GeneratedRegex(@"事業費|決算額|実績額|執行額|事業経費", RegexOptions.CultureInvariant)]
    private static partial Regex Cost();

    [GeneratedRegex(@"寄[附付](?:金)?額|寄[附付]金(?![件の])", RegexOptions.CultureInvariant)]
    private static partial Regex Donation();

    [GeneratedRegex(@"(?:寄[附付]金?の?)?件数", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex(
        @"[(\[](?:単位[:：]?)?(?<unit>[千百十万億]{0,2}円)(?:[,、/]?件)?[)\]]|単位[:：](?<unit>[千百十万億]{0,2}円)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex UnitOutside();

    [GeneratedRegex(@"(?:外部)?有識者.{0,6}評価|外部評価|有識者の評価", RegexOptions.CultureInvariant)]
    private static partial Regex ExpertLabel();
}
