using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Approvals;
using Shirube.Data;
using Shirube.People;

namespace Shirube.Plans.Writing;

/// <summary>理由を付けて残した誤り: an error that was let stand, by whom and why.</summary>
public sealed record ExcusedFinding(PlacedFinding Finding, DraftExcuse Excuse);

/// <summary>決裁に付された計画: a plan exactly as an approval froze it, whatever became of its draft, and what the checks say of it.</summary>
/// <param name="Before">What was approved before; null for the first.</param>
/// <param name="Excused">Errors that stood with a reason when it was submitted, or frozen where it was not submitted since.</param>
/// <param name="Standing">Other errors and the warnings.</param>
/// <param name="Comparison">新旧対照 of exactly both contents; null where one of them is not kept with the plan.</param>
public sealed record PlanUnderApproval(
    PlanContent Content,
    PlanContent? Before,
    IReadOnlyList<ExcusedFinding> Excused,
    IReadOnlyList<PlacedFinding> Standing,
    string? Comparison,
    PeopleNames Names
)
{
    /// <returns>Null for what is no plan.</returns>
    public static async Task<PlanUnderApproval?> OfAsync(ShirubeDb db, OpenApproval open, CancellationToken cancel)
    {
        if (
            !PlanSubject.IsOf(open.Approval)
            || PlanSubject.NumberOf(open.Approval.GovernmentCode, open.Approval.SubjectAddress) is not { } number
        )
            return null;
        var content = PlanSubject.Read(open.Content.Bytes);
        var findings = DraftChecks.Run(content);
        var excuses = await ExcusesAsync(db, open, number, cancel);
        var excused = findings
            .Where(finding => finding.IsError && excuses.ContainsKey(finding.Key))
            .Select(finding => new ExcusedFinding(finding, excuses[finding.Key]))
            .ToList();
        return new(
            content,
            await BeforeAsync(db, open, cancel),
            excused,
            [
                .. findings
                    .Where(finding => finding.Finding.Severity > Documents.Severity.Note)
                    .Where(finding => !finding.IsError || !excuses.ContainsKey(finding.Key)),
            ],
            await ComparisonAsync(db, open, number, cancel),
            await PeopleNames.OfAsync(db, excused.Select(one => one.Excuse.ExcusedBy), cancel)
        );
    }

    /// <summary>The difference with its texts whole, where it holds excerpts of them.</summary>
    public Difference Whole(Difference difference) =>
        Before is null
            ? difference
            : difference with
            {
                Before = difference.Before is null ? null : TextAt(Before, difference.Place) ?? difference.Before,
                After = difference.After is null ? null : TextAt(Content, difference.Place) ?? difference.After,
            };

    private static string? TextAt(PlanContent content, string place) =>
        place.Split('/') switch
        {
            ["", "plan", "passages", _, var key] => content[key],
            ["", "plan", "nodes", var number, "text"] => content
                .Nodes.FirstOrDefault(node => Is(node.Number, number))
                ?.Text,
            ["", "plan", "indicators", var number, "definition"] => content
                .Indicators.FirstOrDefault(indicator => Is(indicator.Number, number))
                ?.Definition,
            ["", "plan", "schedule", var number, "note"] => content
                .Schedule.FirstOrDefault(item => Is(item.Number, number))
                ?.Note,
            _ => null,
        };

    private static bool Is(int number, string written) => number.ToString(CultureInfo.InvariantCulture) == written;

    /// <summary>As they stood; while an approval runs none comes or goes.</summary>
    private static async Task<Dictionary<string, DraftExcuse>> ExcusesAsync(
        ShirubeDb db,
        OpenApproval open,
        int plan,
        CancellationToken cancel
    )
    {
        var at =
            open.Approval.SubmittedAt is { } submitted && submitted > open.Content.FrozenAt
                ? submitted
                : open.Content.FrozenAt;
        var stood = await db
            .DraftExcuses.AsNoTracking()
            .Where(excuse => excuse.DraftNumber == plan && excuse.ExcusedAt <= at)
            .Where(excuse => excuse.WithdrawnAt == null || excuse.WithdrawnAt > at)
            .OrderBy(excuse => excuse.Number)
            .ToListAsync(cancel);
        return stood.DistinctBy(excuse => excuse.Finding).ToDictionary(excuse => excuse.Finding);
    }

    private static async Task<PlanContent?> BeforeAsync(ShirubeDb db, OpenApproval open, CancellationToken cancel)
    {
        if (open.Content.AgainstApproval is not { } against)
            return null;
        var bytes = await db
            .Approvals.Where(approval => approval.Number == against)
            .Join(
                db.ApprovedContents,
                approval => new { approval.Number, approval.Edition },
                content => new { Number = content.ApprovalNumber, content.Edition },
                (_, content) => content.Bytes
            )
            .SingleAsync(cancel);
        return PlanContentJson.Read(bytes);
    }

    private static async Task<string?> ComparisonAsync(
        ShirubeDb db,
        OpenApproval open,
        int plan,
        CancellationToken cancel
    )
    {
        var approval = open.Approval;
        var before = open.Content.AgainstApproval is { } against
            ? new PlanStateKey(against, null).ToString()
            : await db
                .PlanDrafts.Where(draft => draft.GovernmentCode == approval.GovernmentCode && draft.Number == plan)
                .Select(draft => draft.CopiedFrom)
                .SingleOrDefaultAsync(cancel);
        if (before is null)
            return null;
        var after =
            approval.State == ApprovalState.Decided ? new PlanStateKey(approval.Number, null).ToString()
            : await OpenPlan.FindAsync(db, approval.GovernmentCode, plan, cancel) is { } now
            && ApprovedContent.HashOf(PlanContentJson.Write(now.Content)) == open.Content.Sha256
                ? Documents.Comparison.ComparedState.Draft
            : null;
        return after is null
            ? null
            : $"{approval.SubjectAddress}/comparison?before={Uri.EscapeDataString(before)}&after={after}";
    }
}
