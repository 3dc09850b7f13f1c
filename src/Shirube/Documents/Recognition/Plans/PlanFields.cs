namespace Shirube.Documents.Recognition.Plans;

/// <summary>The plan's name, authors, area, dates, cost, measure, chapters and verification.</summary>
internal static class PlanFields
{
    public static Reading Recognise(SourceDocument document)
    {
        var plan = PlanText.Of(document);
        var findings = new PlanFindings();
        var names = new PlanNameReader(plan, findings).Read();
        var measure = PlanMeasure.Read(plan, findings);
        var periods = new PlanPeriodReader(plan, findings, measure?.Value).Read();
        var cost = PlanCost.Read(plan, findings);
        var verification = new PlanVerification(document, plan, names.Authors, findings).Read();
        return new Reading
        {
            Kind = ReadingKind.Plan,
            Title = names.Title,
            Entities = names.Authors,
            Area = names.Area,
            SupportMeasure = measure,
            ProjectName = names.ProjectName,
            ProjectStart = periods.ProjectStart,
            ProjectEnd = periods.ProjectEnd,
            PlanStart = periods.Start,
            PlanEnd = periods.End,
            TotalCostYen = cost,
            Verification = verification,
            Chapters = PlanChapters.Read(plan, names.Displaced),
            Findings = findings.All,
        };
    }
}
