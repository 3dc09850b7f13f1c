using Shirube.Documents.Recognition.Indicators;
using Shirube.Documents.Recognition.Plans;

namespace Shirube.Documents.Recognition;

/// <summary>A regional revitalisation plan: its fields, chapters, KPIs and who verifies it.</summary>
internal static class PlanRecogniser
{
    public static Reading Recognise(SourceDocument document)
    {
        var plan = PlanFields.Recognise(document);
        var indicators = PlanIndicators.Recognise(PlanForm.Parted(document));
        return plan with { Indicators = indicators.Indicators, Findings = [.. plan.Findings, .. indicators.Findings] };
    }
}
