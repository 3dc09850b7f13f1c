namespace Shirube.Web.Import;

/// <summary>
/// One save of an open page into a draft that others may have saved meanwhile. Fields that only one of them changed
/// go together; where both changed the same one, the other's stays and this one's is handed back to be decided.
/// </summary>
/// <param name="Editor">The open page.</param>
/// <param name="Person">Who has it open.</param>
/// <param name="Seen">Revision that the page showed.</param>
/// <param name="Posted">By name of field; null for as read, not ticked, empty.</param>
internal sealed record DraftSave(string Editor, Guid Person, int Seen, IReadOnlyDictionary<string, string?> Posted)
{
    /// <summary>Older changes are forgotten; whoever saw only those is asked about every difference.</summary>
    private const int Remembered = 300;

    public SavedDraft Into(Draft draft)
    {
        var entered = new Dictionary<string, string>(draft.Entered);
        var revision = draft.Revision + 1;
        List<DraftChange> made = [];
        List<ClashingField> clashes = [];
        foreach (var (field, mine) in Posted)
        {
            var current = draft.Of(field);
            if (mine == current)
                continue;
            if (IsOthers(draft, field, out var known))
            {
                if (mine != known)
                    clashes.Add(new ClashingField(field, mine, current));
                continue;
            }
            made.Add(new DraftChange(revision, Editor, field, current, mine));
            if (mine is null)
                entered.Remove(field);
            else
                entered[field] = mine;
        }
        var people = new Dictionary<string, Guid>(draft.People) { [Editor] = Person };
        var saved = draft with
        {
            Revision = made.Count == 0 ? draft.Revision : revision,
            Entered = entered,
            People = people,
            Changes = [.. draft.Changes.Concat(made).TakeLast(Remembered)],
        };
        return new SavedDraft(saved, clashes, OthersSince(draft));
    }

    /// <summary>The last word of each field that others changed since this page was shown.</summary>
    private List<DraftChange> OthersSince(Draft draft) =>
        [
            .. draft
                .Changes.Where(change => change.Revision > Seen && change.Editor != Editor)
                .GroupBy(change => change.Field)
                .Select(same => same.Last()),
        ];

    /// <param name="known">What this page last knew of the field.</param>
    private bool IsOthers(Draft draft, string field, out string? known)
    {
        var since = draft.Changes.Where(change => change.Field == field && change.Revision > Seen).ToList();
        var own = since.FindLast(change => change.Editor == Editor);
        known = own is not null ? own.After : since.FirstOrDefault()?.Before;
        if (since.Count > 0)
            return since[^1].Editor != Editor;
        return Seen < draft.Revision && draft.Changes.Count == Remembered && draft.Changes[0].Revision > Seen + 1;
    }
}

/// <param name="Draft">With all that did not clash.</param>
/// <param name="Others">What others changed since the page was shown.</param>
internal sealed record SavedDraft(Draft Draft, IReadOnlyList<ClashingField> Clashes, IReadOnlyList<DraftChange> Others);

/// <summary>A field that two people changed: <paramref name="Mine"/> is not in the draft, <paramref name="Theirs"/> is.</summary>
internal sealed record ClashingField(string Field, string? Mine, string? Theirs);
