using Shirube.Documents.Recognition.Indicators;
using Shirube.Documents.Recognition.Policies;
using Shirube.Documents.Recognition.Sheets;

namespace Shirube.Documents.Recognition;

/// <summary>A policy outline: policies and their measures.</summary>
internal static class PolicyRecogniser
{
    public static Reading Recognise(SourceDocument document)
    {
        var title = PolicyHead.Title(document.Lines);
        var (start, end) = PolicyHead.Period(document.Lines);
        var (policies, findings) = PolicyTables.Read(document);
        if (policies.Count == 0)
            (policies, findings) = PolicyFlow.Read(document);
        if (policies.Count == 0 && findings.Count == 0)
            findings = [new Finding("POLICY004", Severity.Warning, null)];
        findings = [.. findings, .. LeftOut(document)];
        return new Reading
        {
            Kind = ReadingKind.PolicyOutline,
            Title = title,
            Entities = SheetHead.Government(title, document.Lines) is { } government ? [government] : [],
            PeriodStart = start,
            PeriodEnd = end,
            Policies = policies,
            Findings = findings,
        };
    }

    /// <summary>A table of KPIs that the outline holds too: its figures are not taken, which a person must know.</summary>
    private static IEnumerable<Finding> LeftOut(SourceDocument document)
    {
        var named = IndicatorTables
            .Recognise(document)
            .Indicators.Where(indicator =>
                indicator.Name is not null && indicator.Targets.Any(target => target.Figure is not null)
            )
            .Select(indicator => indicator.Name!)
            .ToList();
        if (named.Count > 0)
            yield return new Finding(
                "POLICY007",
                Severity.Warning,
                named[0].Evidence,
                named.Count,
                string.Join('、', named.Take(3).Select(name => name.Value))
            );
    }
}
