using System.Globalization;
using Shirube.Documents;
using Shirube.Documents.Writing;
using Shirube.Plans.Writing;

namespace Shirube.Plans.HandIn;

/// <summary>財源計画: what each source gives in each year, in 千円, and the private share that is aimed at.</summary>
internal static class FundingGrid
{
    public static IEnumerable<WrittenBlock> Of(PlanContent content)
    {
        if (content.Funding.Count > 0)
        {
            yield return new WrittenParagraph("（単位：千円）") { Alignment = WrittenAlignment.End };
            yield return Table(content.Funding);
        }
        foreach (var share in content.PrivateShares.OrderBy(share => share.NthYear))
            yield return new WrittenParagraph(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"民間資金の割合の目標　{share.NthYear}年目　{share.Percent:0.##########}％"
                )
            );
    }

    private static WrittenTable Table(IReadOnlyList<FundingAmount> funding)
    {
        var years = funding.Select(amount => amount.Year).Distinct().Order();
        var sources = FundingPlan.Sources.Where(source => funding.Any(amount => amount.Source == source)).ToList();
        return new WrittenTable([
            new WrittenRow([
                new WrittenCell("年度"),
                .. sources.Select(source => new WrittenCell(FundingSourceWord.Of(source))),
                new WrittenCell("計"),
            ]),
            .. years.Select(year => new WrittenRow([
                new WrittenCell($"{year}年度") { IsHead = true },
                .. sources.Select(source =>
                    Thousands(funding.Where(amount => amount.Year == year && amount.Source == source))
                ),
                Thousands(funding.Where(amount => amount.Year == year)),
            ])),
            new WrittenRow([
                new WrittenCell("計") { IsHead = true },
                .. sources.Select(source => Thousands(funding.Where(amount => amount.Source == source))),
                Thousands(funding),
            ]),
        ])
        {
            HeadRows = 1,
            Caption = "財源計画",
        };
    }

    /// <summary>With the rest in yen as decimals; a dash where nothing is planned.</summary>
    private static WrittenCell Thousands(IEnumerable<FundingAmount> amounts) =>
        amounts.ToList() is { Count: > 0 } planned
            ? WrittenCell.Of(planned.Sum(amount => amount.Yen) / 1000m, 0)
            : new([new WrittenParagraph("-") { Alignment = WrittenAlignment.End }]);
}
