using Shirube.Data;
using Shirube.Governments;
using Shirube.Plans.Writing;

namespace Shirube.Documents.Comparison;

/// <summary>新旧対照 of a plan under writing with an earlier state of it or with another plan, as its page and its files show it.</summary>
public sealed record OpenPlanComparison
{
    public required OpenPlan Plan { get; init; }

    /// <summary>Kept ones, the newest first.</summary>
    public required IReadOnlyList<PlanState> States { get; init; }

    public required ComparedState Before { get; init; }
    public required ComparedState After { get; init; }
    public required PlanComparison Comparison { get; init; }

    /// <summary>
    /// How many items differ, as approvals and the list of versions count them: a passage, a value, an item of the tree.
    /// The rows of <see cref="Comparison"/> are sentences and values of the printed form.
    /// </summary>
    public required int Items { get; init; }

    /// <summary>Null for what is not certified, and beside another plan: that one is not changed.</summary>
    public required ChangeProposal? Proposal { get; init; }
    public required ComparisonLayout Layout { get; init; }

    public string? Name => Plan.Content.Facts.Title;

    /// <summary>Of a file of it, without its ending.</summary>
    public string FileName =>
        Writing.FileName.Of(
            Name ?? ComparisonText.Of("Untitled"),
            ComparisonText.Of("File.States", Before.Kind, After.Kind),
            ""
        );

    /// <param name="whole">What stayed and what is only written differently too.</param>
    public IReadOnlyList<ComparisonRow> Rows(bool whole) => Comparison.Shown(whole);

    /// <param name="ending">One of <see cref="ComparisonFile.Endings"/>.</param>
    /// <param name="whole">As of <see cref="Rows"/>.</param>
    internal ComparisonFile File(string ending, bool whole) =>
        ComparisonFile.Of(FileName, ending, Head, Layout, Comparison, whole);

    /// <param name="page">Behind <c>/comparison</c>: nothing, or <c>.docx</c>.</param>
    public string AddressOf(string page) => AddressOf(Plan.Draft, page, Before.Key, After.Key);

    /// <param name="before">Key of a <see cref="ComparedState"/>.</param>
    /// <param name="after">The same.</param>
    public static string AddressOf(PlanDraft plan, string page, string before, string after) =>
        $"{plan.Address}/comparison{page}?before={Uri.EscapeDataString(before)}&after={Uri.EscapeDataString(after)}";

    public ComparisonHead Head =>
        new(
            GovernmentDirectory.Find(Plan.Draft.GovernmentCode)?.FullName ?? Plan.Draft.GovernmentCode.Value,
            Name ?? ComparisonText.Of("Untitled"),
            ComparisonText.Of("Sheet.States", Layout.OldName, Before.Name, Layout.NewName, After.Name),
            [.. Proposal?.Lines ?? []]
        );

    /// <summary>
    /// Where none are named the draft, and before it the newest kept state or else the plan that it began from. Null when
    /// there is no such plan or state.
    /// </summary>
    public static async Task<OpenPlanComparison?> FindAsync(
        ShirubeDb db,
        GovernmentCode government,
        int number,
        string? before,
        string? after,
        CancellationToken cancel
    )
    {
        if (await OpenPlan.FindAsync(db, government, number, cancel) is not { } plan)
            return null;
        var states = await PlanStates.OfAsync(db, plan.Draft, cancel);
        var now = await ComparedState.FindAsync(db, plan, after ?? ComparedState.Draft, cancel);
        var old = before is null
            ? await EarlierAsync(db, plan, states, cancel)
            : await ComparedState.FindAsync(db, plan, before, cancel);
        if (old is null || now is null)
            return null;
        var comparison = PlanComparison.Between(ComparedPlan.Of(old.Content), ComparedPlan.Of(now.Content));
        return new()
        {
            Plan = plan,
            States = states,
            Before = old,
            After = now,
            Comparison = comparison,
            Items = PlanDifferences.Between(old.Content, now.Content).Count,
            Proposal =
                plan.Draft.Form.IsStatutory() && old.IsOf(plan) && now.IsOf(plan)
                    ? ChangeProposal.Of(comparison)
                    : null,
            Layout = await ComparisonLayout.OfAsync(db, government, cancel),
        };
    }

    /// <summary>The draft itself where there is nothing before it that the scope sees.</summary>
    private static async Task<ComparedState?> EarlierAsync(
        ShirubeDb db,
        OpenPlan plan,
        IReadOnlyList<PlanState> states,
        CancellationToken cancel
    )
    {
        var key = states.Count > 0 ? states[0].Key.ToString() : plan.Draft.CopiedFrom;
        return await ComparedState.FindAsync(db, plan, key ?? ComparedState.Draft, cancel)
            ?? await ComparedState.FindAsync(db, plan, ComparedState.Draft, cancel);
    }
}
