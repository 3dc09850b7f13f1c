using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shirube.Documents.Text;

namespace Shirube.Documents.Recognition.Plans;

/// <summary>総事業費: the cost of the whole project, in yen.</summary>
internal static partial class PlanCost
{
    /// <summary>Where the total stands: behind its label in the section on cost, else behind the only such label of the plan.</summary>
    public static Read<decimal>? Read(PlanText plan, PlanFindings findings)
    {
        var sections = plan.IsInOrder ? plan.Bodies(PlanPart.Cost).SelectMany(body => body.Paragraphs).ToList() : [];
        var found = Totals(sections, plan.IsInOrder, findings);
        if (found.Count == 0)
            found = Totals([.. plan.Paragraphs.SelectMany(Short)], plan.IsInOrder, findings);
        if (found.Count == 0 && sections.Count > 0)
            found = PlanCostTable.Read(sections, UnitOf(sections)) is { } total ? [total] : Amounts(sections);
        var different = found.DistinctBy(cost => cost.Value).ToList();
        if (different.Count > 1)
            return findings.Rivals<decimal>("/totalCostYen", different.Select(cost => cost.Evidence.At.Text));
        return different.Count == 1 ? different[0] : null;
    }

    /// <summary>A long paragraph is prose, unless its lines are the items of a list.</summary>
    private static IEnumerable<PlanParagraph> Short(PlanParagraph paragraph) =>
        paragraph.Squeezed.Length <= 80 || paragraph.IsRow
            ? [paragraph]
            : paragraph
                .Lines.Zip(paragraph.Parts)
                .Where(line => line.Second.Length <= 80 && PlanShapes.IsListItem(line.Second))
                .Select(line => new PlanParagraph([line.First], [line.Second]));

    private static List<Read<decimal>> Totals(List<PlanParagraph> paragraphs, bool isInOrder, PlanFindings findings)
    {
        var found = new List<Read<decimal>>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (
                !paragraphs[i].Squeezed.Contains("総事業費", StringComparison.Ordinal)
                && !paragraphs[i].Squeezed.Contains("事業費総額", StringComparison.Ordinal)
            )
                continue;
            // A form's number and its unit may stand in cells, that is paragraphs, of their own.
            var after = isInOrder
                ? paragraphs
                    .Skip(i + 1)
                    .Take(2)
                    .Where(next => next.Squeezed.Length <= 20)
                    .Select(next => "|" + Cells(next))
                : [];
            var own = Cells(paragraphs[i]);
            var match = Total().Match(own + string.Concat(after));
            if (!match.Success)
                continue;
            var unit = match.Groups["before"].Value is { Length: > 0 } printed ? printed : UnitOf(paragraphs);
            if (Yen(match.Groups["amount"].Value.Replace("|", "", StringComparison.Ordinal), unit) is { } yen)
                found.Add(
                    new Read<decimal>(
                        yen,
                        paragraphs[i].At(),
                        match.Length > own.Length ? Certainty.PlaceInferred : Certainty.Printed
                    )
                );
            else
                findings.Add(
                    "PLAN005",
                    Severity.Warning,
                    new Evidence(paragraphs[i].At()),
                    "/totalCostYen",
                    match.Groups["amount"].Value
                );
        }
        return found;
    }

    /// <summary>Without a label, the only amount of money in the section.</summary>
    private static List<Read<decimal>> Amounts(List<PlanParagraph> paragraphs) =>
        [
            .. paragraphs
                .Where(paragraph => !OtherMoney().IsMatch(paragraph.Squeezed))
                .SelectMany(paragraph =>
                    Amount().Matches(Cells(paragraph)).Select(match => (paragraph, yen: Yen(match.Value, null)))
                )
                .Where(amount => amount.yen is not null)
                .Select(amount => new Read<decimal>(amount.yen!.Value, amount.paragraph.At(), Certainty.PlaceInferred)),
        ];

    /// <summary>Folded without white space, cells parted by |.</summary>
    private static string Cells(PlanParagraph paragraph)
    {
        if (!paragraph.Text.Contains('\t', StringComparison.Ordinal))
            return paragraph.Squeezed;
        var cells = paragraph.Text.Split('\t', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join('|', cells.Select(Folding.Squeeze));
    }

    private static string? UnitOf(List<PlanParagraph> paragraphs)
    {
        var units = paragraphs
            .Select(paragraph => UnitOfTable().Match(paragraph.Squeezed))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();
        return units.Count == 1 ? units[0] : null;
    }

    /// <summary>12億3,400万円, 86,050千円, 12.5億円; a bare number with the unit printed elsewhere. Null without a unit.</summary>
    internal static decimal? Yen(string amount, string? unit)
    {
        var sum = 0m;
        var digits = new StringBuilder();
        var hasUnit = false;
        for (var i = 0; i < amount.Length; i++)
        {
            if (char.IsAsciiDigit(amount[i]) || amount[i] == '.')
            {
                digits.Append(amount[i]);
                continue;
            }
            if (amount[i] == ',')
                continue;
            var behind = i;
            var factor = MoneyUnit.Take(amount, ref behind);
            if (factor is null || digits.Length is 0 or > 18)
                return null;
            i = behind - 1;
            if (
                !decimal.TryParse(
                    digits.ToString(),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var part
                )
            )
                return null;
            sum += part * factor.Value;
            if (!FigureSize.Fits(sum))
                return null;
            digits.Clear();
            hasUnit = true;
            if (amount[i] == '円')
                return FigureSize.OrNull(sum);
        }
        if (hasUnit || unit is null || digits.Length > 18)
            return null;
        return
            decimal.TryParse(
                digits.ToString(),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var bare
            ) && MoneyUnit.YenPer(unit) is { } yenPerUnit
            ? FigureSize.OrNull(bare * yenPerUnit)
            : null;
    }

    // A row of several numbers (one a year) says nothing about which is the total: no | number may follow.
    [GeneratedRegex(
        @"(?:総事業費|事業費総額)(?:\((?<before>"
            + MoneyUnit.Pattern
            + @")\)|\([^()]{0,20}\))?[:=|]*約?(?<amount>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\|*(?:(?:億|千万|百万|万|千)(?:[\d,]+(?:\.\d+)?(?:千万|百万|万|千))*(?:[\d,]+)?円?|円)?)(?:(?<=円)|(?![\d,.%]))(?!\|[\d,.]+(?:\||$))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Total();

    [GeneratedRegex(
        @"[\d,]+(?:\.\d+)?\|?(?:(?:億|千万|百万|万|千)(?:[\d,]+(?:\.\d+)?(?:千万|百万|万|千))*(?:[\d,]+)?)?円",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Amount();

    /// <summary>Other sums that a section on cost names: only a part of the whole.</summary>
    [GeneratedRegex(@"交付対象経費|交付金|対象経費|うち|一般財源|寄附|補助|負担金", RegexOptions.CultureInvariant)]
    private static partial Regex OtherMoney();

    [GeneratedRegex(@"(?:単位[:|]?|総事業費\()(" + MoneyUnit.Pattern + ")", RegexOptions.CultureInvariant)]
    private static partial Regex UnitOfTable();
}
