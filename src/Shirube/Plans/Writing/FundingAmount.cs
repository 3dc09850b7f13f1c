using Shirube.Calendar;

namespace Shirube.Plans.Writing;

/// <summary>財源計画: what one source gives in one fiscal year, in yen.</summary>
public sealed record FundingAmount(FiscalYear Year, FundingSource Source, decimal Yen);

public enum FundingSource
{
    /// <summary>交付金</summary>
    Grant,

    /// <summary>寄附（企業版ふるさと納税など）</summary>
    Donation,

    /// <summary>負担金（民間）</summary>
    Contribution,

    /// <summary>一般財源</summary>
    GeneralFunds,

    /// <summary>その他</summary>
    Other,
}

/// <summary>民間資金の割合の目標: the share of donations and contributions in the costs of the n-th year, in percent.</summary>
/// <param name="NthYear">From 1, the first year of the project; may lie behind the plan's end.</param>
public sealed record PrivateShareTarget(int NthYear, decimal Percent);
