using Shirube.Audit;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Permissions;

namespace Shirube.Plans.Writing;

/// <summary>段の名前を決める: what this plan calls the levels of its tree.</summary>
public sealed class NameLevels(ShirubeDb db, TimeProvider clock)
{
    /// <param name="names">One a line, from the top; nothing for the usual ones of the form.</param>
    /// <param name="seen">The names that the person had before the eyes.</param>
    public Task<Fault?> ExecuteAsync(
        Asker asker,
        int plan,
        string names,
        IReadOnlyList<string> seen,
        CancellationToken cancel = default
    )
    {
        List<string> levels =
        [
            .. names.ReplaceLineEndings("\n").Split('\n').Select(NodeChange.Line).Where(name => name.Length > 0),
        ];
        return new PlanChange(db, clock) { Section = PlanOutline.Tree }.MakeAsync(
            asker,
            plan,
            "plan.levelsNamed",
            draft => Task.FromResult(Name(draft, levels, seen)),
            cancel
        );
    }

    private static Changed Name(PlanDraft draft, List<string> levels, IReadOnlyList<string> seen)
    {
        if (levels.Count > TreeLevels.Most || levels.Exists(name => name.Length > TreeLevels.NameMaxLength))
            return Changed.Refused("levels", "WRITE111", TreeLevels.Most, TreeLevels.NameMaxLength);
        if (levels.SequenceEqual(draft.Levels))
            return Changed.Nothing;
        if (!seen.SequenceEqual(draft.Levels))
            return Changed.Conflict("levels", "WRITE108", Written(draft.Levels));
        var before = draft.Levels;
        draft.Levels = levels;
        return Changed.From(AuditValues.Of(("levels", Written(before))), AuditValues.Of(("levels", Written(levels))));
    }

    private static string Written(IEnumerable<string> levels) => string.Join(" > ", levels);
}
