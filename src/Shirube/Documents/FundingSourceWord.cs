using Shirube.Plans.Writing;

namespace Shirube.Documents;

/// <summary>財源の名称: how documents call the sources of a plan's money, for whoever writes one and whoever reads it.</summary>
internal static class FundingSourceWord
{
    /// <summary>The first word of each is the one that is written.</summary>
    private static readonly (FundingSource Source, string[] Words)[] Words =
    [
        (FundingSource.Grant, ["交付金", "国庫支出金", "国費", "国庫補助金"]),
        (FundingSource.Donation, ["寄附", "寄附金", "企業版ふるさと納税"]),
        (FundingSource.Contribution, ["負担金", "民間負担金", "分担金"]),
        (FundingSource.GeneralFunds, ["一般財源", "一般会計"]),
        (FundingSource.Other, ["その他", "その他の財源", "その他財源"]),
    ];

    public static string Of(FundingSource source) => Words.First(one => one.Source == source).Words[0];

    /// <summary>Null for a word that names none of them for certain.</summary>
    public static FundingSource? SourceOf(string word) =>
        Words
            .Where(one => Array.IndexOf(one.Words, word) >= 0)
            .Select(one => (FundingSource?)one.Source)
            .FirstOrDefault();
}
