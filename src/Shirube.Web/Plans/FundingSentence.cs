using Shirube.Plans.Writing;
using Shirube.Web.Values;
using static Shirube.Web.Texts;

namespace Shirube.Web.Plans;

/// <summary>The sums of a funding plan beside the 総事業費, in a sentence.</summary>
internal static class FundingSentence
{
    public static string Of(FundingPlan funding, PlanForm form) =>
        funding.IsEmpty ? T("Funding.NothingYet")
        // What is aimed at of donations is no sum of all sources.
        : !form.IsStatutory() || form == PlanForm.A2007 ? T("Funding.TotalOnly", ValueText.Money(funding.Total))
        : funding.CostYen is not { } cost ? T("Funding.CostOpen", ValueText.Money(funding.TotalWithin))
        : funding.Difference is 0 ? T("Funding.Same", ValueText.Money(cost))
        : T(
            funding.Difference > 0 ? "Funding.Above" : "Funding.Below",
            ValueText.Money(funding.TotalWithin),
            ValueText.Money(cost),
            ValueText.Money(Math.Abs(funding.Difference!.Value))
        );
}
