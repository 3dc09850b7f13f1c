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
}
