using Shirube.Calendar;

namespace Shirube.Documents.Recognition.Indicators.Listed;

/// <summary>
/// KPIs that are written as a list: 「・新規就農者数：24人（令和5年度）→ 30人（令和9年度）」, or a name with its 基準値 and
/// 目標値 on the lines below it. Only lines under a heading that speaks of targets or KPIs are taken, and of them only
/// those whose own words say what each figure is.
/// </summary>
internal static class ListedIndicators
{
    public static IndicatorProposal Recognise(SourceDocument document)
    {
        var drafts = new List<IndicatorDraft>();
        var list = new ListedState();
        foreach (var line in document.Lines)
        {
            if (!line.IsRunning && !string.IsNullOrWhiteSpace(line.Text))
                Read(line, list, drafts);
        }
        return drafts.Exists(draft => draft.Placements.Count > 0)
            ? new DraftResolution(document, []).Resolve(drafts.FindAll(draft => draft.Placements.Count > 0))
            : IndicatorProposal.None;
    }

    /// <summary>How far the list has been read.</summary>
    private sealed class ListedState
    {
        /// <summary>The heading above speaks of targets.</summary>
        public bool IsWanted { get; set; }

        /// <summary>The line before is a name without figures.</summary>
        public bool IsBareName { get; set; }
        public IndicatorDraft? Current { get; set; }
        public int LastLine { get; set; }
    }

    private static void Read(Line line, ListedState list, List<IndicatorDraft> drafts)
    {
        var parsed = ListedLine.Parse(line);
        if (parsed is not { Figures.Count: > 0 } && ListedLine.PurposeOf(line) is { } isWanted)
        {
            list.IsWanted = isWanted;
            list.Current = null;
            list.IsBareName = false;
            return;
        }
        // The rest of a sentence or of a broken line is no name for the figures below it.
        if (parsed is null || (parsed.Name is null && line.Number > list.LastLine + 2))
        {
            list.Current = null;
            list.IsBareName = false;
            return;
        }
        // Two names one after the other: the figures below may be those of either.
        var isDoubtful = list.IsBareName && parsed is { Figures.Count: 0, IsNamed: false };
        list.IsBareName = parsed.Figures.Count == 0;
        list.LastLine = line.Number;
        if (parsed.Name is not null)
            list.Current = !isDoubtful && (list.IsWanted || parsed.IsNamed) ? Named(parsed, drafts) : null;
        foreach (var figure in parsed.Figures)
        {
            if (list.Current is not null)
                Add(list.Current, figure);
        }
    }

    /// <summary>The same name twice is the same KPI: where its figures differ, they are each other's rivals.</summary>
    private static IndicatorDraft Named(ListedLine line, List<IndicatorDraft> drafts)
    {
        var known = drafts.Find(draft =>
            NameText.Key(draft.Name!.Value) == NameText.Key(line.Name!.Value)
            && (line.Unit is null || draft.Unit is null || draft.Unit.Value == line.Unit.Value)
        );
        if (known is not null)
            return known;
        var draft = new IndicatorDraft
        {
            No = line.No,
            Name = line.Name,
            Unit = line.Unit,
        };
        drafts.Add(draft);
        return draft;
    }

    private static void Add(IndicatorDraft draft, Cell cell)
    {
        foreach (var part in CellSense.Of(cell.Text).Figure!.Parts)
        {
            draft.Placements.Add(
                new Placement(part, cell)
                {
                    Role = part.Role,
                    Rank = 1,
                    HeadCell = new Cell(0, 0, 1, 1, draft.Name!.Value, draft.Name.Evidence.At),
                    Year = part.Year,
                    Certainty = Certainty.Printed,
                    Basis = part.IsCumulative ? PrintedBasis.Cumulative : PrintedBasis.Unknown,
                    BaselineYear = part is { Role: FigureRole.Baseline, Year: { } year }
                        ? new Read<FiscalYear>(year, new Evidence(cell.At))
                        : null,
                }
            );
        }
    }
}
