namespace Shirube.Documents.Recognition.Indicators;

/// <summary>Turns drafts into KPIs: one value a place, or none and a finding with the rivals.</summary>
internal sealed class DraftResolution(SourceDocument document, List<TableReading> tables)
{
    private PlanYears? planYears;
    private readonly List<Finding> findings = [];

    private PlanYears Plan => planYears ??= PlanYears.Of(document);

    public IndicatorProposal Resolve(List<IndicatorDraft> drafts)
    {
        drafts = drafts.FindAll(draft => draft.Placements.Count > 0 || draft.Name is not null);
        var numbers = Numbers(drafts);
        var indicators = new List<ReadIndicator>();
        foreach (var (draft, no) in drafts.Zip(numbers).OrderBy(pair => pair.Second))
        {
            var one = new IndicatorResolution(
                draft,
                no,
                $"/indicators/{indicators.Count}",
                ReadingOf(draft),
                () => Plan
            );
            indicators.Add(one.Resolve());
            findings.AddRange(one.Findings);
        }
        return new IndicatorProposal(indicators, findings);
    }

    private TableReading? ReadingOf(IndicatorDraft draft) =>
        tables.Find(table => ReferenceEquals(table.Table, draft.Table));

    /// <summary>The printed numbers, each once; a KPI without one of its own takes the first that is free.</summary>
    private static int[] Numbers(List<IndicatorDraft> drafts)
    {
        var taken = new HashSet<int>();
        var numbers = drafts.Select(draft => draft.No is { } no && taken.Add(no) ? no : 0).ToArray();
        var next = 1;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] > 0)
                continue;
            while (!taken.Add(next))
                next++;
            numbers[i] = next;
        }
        return numbers;
    }
}
