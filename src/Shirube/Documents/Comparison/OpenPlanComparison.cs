using Shirube.Data;
using Shirube.Governments;
using Shirube.Plans.Writing;

namespace Shirube.Documents.Comparison;

/// <summary>新旧対照 of two states of a plan under writing, as its page and its files show it.</summary>
public sealed record OpenPlanComparison
{
    /// <summary>What is being written now, where a kept state is named by its key.</summary>
    public const string Draft = "draft";

    public required OpenPlan Plan { get; init; }

    /// <summary>Kept ones, the newest first.</summary>
    public required IReadOnlyList<PlanState> States { get; init; }

    /// <summary>Key of a kept state, or <see cref="Draft"/>.</summary>
    public required string Before { get; init; }
    public required string After { get; init; }
    public required PlanComparison Comparison { get; init; }

    /// <summary>
    /// How many items differ, as approvals and the list of versions count them: a passage, a value, an item of the tree.
    /// The rows of <see cref="Comparison"/> are sentences and values of the printed form.
    /// </summary>
    public required int Items { get; init; }

    /// <summary>Null for what is not certified.</summary>
    public required ChangeProposal? Proposal { get; init; }
    public required ComparisonLayout Layout { get; init; }

    public string? Name => Plan.Content.Facts.Title;

    /// <summary>Of a file of it, without its ending.</summary>
    public string FileName =>
        Writing.FileName.Of(
            Name ?? ComparisonText.Of("Untitled"),
            ComparisonText.Of("File.States", NameOf(Before), NameOf(After)),
            ""
        );

    /// <param name="whole">What stayed and what is only written differently too.</param>
    public IReadOnlyList<ComparisonRow> Rows(bool whole) => Comparison.Shown(whole);

    /// <param name="ending">One of <see cref="ComparisonFile.Endings"/>.</param>
    /// <param name="whole">As of <see cref="Rows"/>.</param>
    internal ComparisonFile File(string ending, bool whole) =>
        ComparisonFile.Of(FileName, ending, Head, Layout, Comparison, whole);

    /// <param name="page">Behind <c>/comparison</c>: nothing, or <c>.docx</c>.</param>
    public string AddressOf(string page) => $"{Plan.Draft.Address}/comparison{page}?before={Before}&after={After}";

    public ComparisonHead Head =>
        new(
            GovernmentDirectory.Find(Plan.Draft.GovernmentCode)?.FullName ?? Plan.Draft.GovernmentCode.Value,
            Name ?? ComparisonText.Of("Untitled"),
            ComparisonText.Of("Sheet.States", Layout.OldName, NameOf(Before), Layout.NewName, NameOf(After)),
            [.. Proposal?.Lines ?? []]
        );

    /// <summary>決裁第3号の内容, いま書いている内容.</summary>
    public static string NameOf(string state) =>
        PlanStateKey.Parse(state) switch
        {
            { Approval: { } approval } => ComparisonText.Of("State.Approved", approval),
            { Snapshot: { } snapshot } => ComparisonText.Of("State.Before", snapshot),
            _ => ComparisonText.Of("State.Draft"),
        };

    /// <summary>The newest kept state and the draft where none are named. Null when there is no such plan or state.</summary>
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
        var (old, now) = (before ?? (states.Count > 0 ? states[0].Key.ToString() : Draft), after ?? Draft);
        if (await ContentAsync(old) is not { } left || await ContentAsync(now) is not { } right)
            return null;
        var comparison = PlanComparison.Between(ComparedPlan.Of(left), ComparedPlan.Of(right));
        return new()
        {
            Plan = plan,
            States = states,
            Before = PlanStateKey.Parse(old)?.ToString() ?? Draft,
            After = PlanStateKey.Parse(now)?.ToString() ?? Draft,
            Comparison = comparison,
            Items = PlanDifferences.Between(left, right).Count,
            Proposal = plan.Draft.Form.IsStatutory() ? ChangeProposal.Of(comparison) : null,
            Layout = await ComparisonLayout.OfAsync(db, government, cancel),
        };

        async Task<PlanContent?> ContentAsync(string state) =>
            state == Draft ? plan.Content
            : PlanStateKey.Parse(state) is { } key ? await PlanStates.ContentAsync(db, plan.Draft, key, cancel)
            : null;
    }
}
