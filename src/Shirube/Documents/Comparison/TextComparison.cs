namespace Shirube.Documents.Comparison;

/// <summary>The running text of two plans: a row a paragraph, the words that differ marked.</summary>
internal static class TextComparison
{
    public static IEnumerable<ComparisonRow> Rows(TextAlignment text)
    {
        ParagraphRow? row = null;
        foreach (var (old, now, isMoved) in text.InOrder())
        {
            var (before, after) = (old < 0 ? null : text.Old[old], now < 0 ? null : text.New[now]);
            if (row is not null && !row.Takes(before, after, isMoved))
            {
                yield return row.ToRow(text);
                row = null;
            }
            row ??= new ParagraphRow(isMoved);
            row.Add(before, after);
        }
        if (row is not null)
            yield return row.ToRow(text);
    }

    /// <summary>Sentences of one paragraph, gathered.</summary>
    private sealed class ParagraphRow(bool isMoved)
    {
        private readonly List<Run> old = [];
        private readonly List<Run> now = [];
        private PlanSentence? lastOld;
        private PlanSentence? lastNew;
        private ChangeKind? kind;
        private bool isCapped;

        public bool Takes(PlanSentence? before, PlanSentence? after, bool moves) =>
            moves == isMoved
            && (
                after is not null && lastNew is not null
                    ? after.Paragraph == lastNew.Paragraph
                    : before is not null && lastOld is not null && before.Paragraph == lastOld.Paragraph
            )
            && (before is null || lastOld is null || before.Part == lastOld.Part);

        public void Add(PlanSentence? before, PlanSentence? after)
        {
            var next =
                before is null ? ChangeKind.Added
                : after is null ? ChangeKind.Removed
                : before.Text == after.Text ? ChangeKind.Same
                : before.Key == after.Key ? ChangeKind.Rewritten
                : ChangeKind.Changed;
            kind =
                kind is null || kind == next ? next
                : Math.Max((int)kind, (int)next) == (int)ChangeKind.Rewritten ? ChangeKind.Rewritten
                : ChangeKind.Changed;
            Append(next, before?.Text ?? "", after?.Text ?? "");
            lastOld = before ?? lastOld;
            lastNew = after ?? lastNew;
        }

        private void Append(ChangeKind next, string before, string after)
        {
            var runs = next == ChangeKind.Changed ? WordDiff.Runs(before, after) : null;
            isCapped |= next == ChangeKind.Changed && runs is null;
            var isMarked = next is not (ChangeKind.Same or ChangeKind.Rewritten);
            old.AddRange(runs?.Old ?? [new(before, isMarked)]);
            now.AddRange(runs?.New ?? [new(after, isMarked)]);
        }

        public ComparisonRow ToRow(TextAlignment text)
        {
            var before = lastOld is null ? null : text.OldParts[lastOld.Part].Place;
            var after = lastNew is null ? null : text.NewParts[lastNew.Part].Place;
            return new(
                RowSubject.Text,
                isMoved && kind is (ChangeKind.Same or ChangeKind.Rewritten) ? ChangeKind.Moved : kind!.Value,
                (after ?? before)!,
                Run.Joined(old),
                Run.Joined(now)
            )
            {
                MovedFrom = isMoved ? before : null,
                IsCapped = isCapped,
            };
        }
    }
}
