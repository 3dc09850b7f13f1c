using Shirube.Data;
using Shirube.Plans.Writing;

namespace Shirube.Documents.Comparison;

/// <summary>One side of 新旧対照 of a plan under writing: what it says now or said once, or the plan that it began from.</summary>
/// <param name="Key">As the page's address names it: <see cref="Draft"/>, a <see cref="PlanStateKey"/>, or the address of another plan or document.</param>
/// <param name="Name">決裁第3号の内容, いま書いている内容, the name of the other plan.</param>
/// <param name="Kind">The same for the name of a file, where another plan's own would be too long.</param>
public sealed record ComparedState(string Key, string Name, string Kind, PlanContent Content)
{
    /// <summary>What is being written now.</summary>
    public const string Draft = "draft";

    /// <summary>
    /// Whether it is the same plan at another time: a state of it, or a document or plan of the same government and name,
    /// of which it becomes the next version.
    /// </summary>
    internal bool IsOf(OpenPlan plan) =>
        !Key.StartsWith('/')
        || (
            Key.StartsWith($"/governments/{plan.Draft.GovernmentCode}/", StringComparison.Ordinal)
            && Content.Facts.Title is { } title
            && title == plan.Content.Facts.Title
        );

    /// <summary>Null for what there is not, or what the scope does not see.</summary>
    internal static async Task<ComparedState?> FindAsync(
        ShirubeDb db,
        OpenPlan plan,
        string key,
        CancellationToken cancel
    )
    {
        if (key == Draft)
            return new(key, NameOf(null), NameOf(null), plan.Content);
        if (PlanStateKey.Parse(key) is { } state)
            return await PlanStates.ContentAsync(db, plan.Draft, state, cancel) is { } content
                ? new(state.ToString(), NameOf(state), NameOf(state), content)
                : null;
        if (await PlanSources.FindAsync(db, key, cancel) is not { } source)
            return null;
        return source.Address == plan.Draft.CopiedFrom
            ? new(
                source.Address,
                ComparisonText.Of("State.Origin", source.Name),
                ComparisonText.Of("State.OriginKind"),
                source.Content
            )
            : new(source.Address, source.Name, ComparisonText.Of("State.Other"), source.Content);
    }

    /// <param name="state">Null for what is being written.</param>
    public static string NameOf(PlanStateKey? state) =>
        state switch
        {
            { Approval: { } approval } => ComparisonText.Of("State.Approved", approval),
            { Snapshot: { } snapshot } => ComparisonText.Of("State.Before", snapshot),
            _ => ComparisonText.Of("State.Draft"),
        };
}
