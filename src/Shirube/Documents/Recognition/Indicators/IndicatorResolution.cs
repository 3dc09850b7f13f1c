using Shirube.Documents.Text;
using Shirube.Indicators;

namespace Shirube.Documents.Recognition.Indicators;

/// <summary>One KPI's values out of the places in which its figures stand.</summary>
internal sealed class IndicatorResolution(
    IndicatorDraft draft,
    int no,
    string pointer,
    TableReading? table,
    Func<PlanYears> plan
)
{
    public List<Finding> Findings { get; } = [];

    private string Title => draft.Name?.Value is { } name ? $"KPI{no} {name}" : $"KPI{no}";

    public ReadIndicator Resolve()
    {
        Name();
        TakeMagnitudes();
        var unit = Unit();
        OpenThousands(unit);
        var placements = new RoleResolution(draft, table, plan, Note).Resolve();
        var single = placements.Exists(p => p.Role == FigureRole.Target && p.Year is not null);
        var targets = placements.FindAll(p =>
            p.Role == FigureRole.Target || (p.Role == FigureRole.Total && p.Year is not null && !single)
        );
        var baseline = Baseline(placements);
        return new ReadIndicator
        {
            No = no,
            PrintedNo = draft.No ?? 0,
            Name = draft.Name,
            Unit = unit,
            Basis = Basis(targets),
            Baseline = baseline is { Part.Value: { } value } ? new(value, baseline.Evidence) : null,
            BaselineState = baseline is { Part: { Value: null, IsOpen: false, State: var state } }
                ? state
                : FigureState.NotEntered,
            BaselineYear = baseline?.BaselineYear,
            Targets = Series(targets, "targets"),
            Actuals = Series(placements.FindAll(p => p.Role == FigureRole.Actual), "actuals"),
            Total = Total(placements),
        };
    }

    private void Name()
    {
        if (draft.Name is not null)
            return;
        var rivals = draft
            .NameRivals.Select(cell => (Text: CellText.Joined(cell.Text), cell.At))
            .Concat(draft.Rivals.Select(name => (Text: name.Value, name.Evidence.At)))
            .ToList();
        if (draft.NameAbove is { } above)
            rivals.Add((above.Text, above));
        if (rivals.Count > 0)
            Note("KPI036", new Evidence(rivals[0].At), "name", string.Join(" / ", rivals.Select(rival => rival.Text)));
    }

    /// <summary>16万台 under the unit 台 is 160,000; where the units do not tell how many are meant, it stays open.</summary>
    private void TakeMagnitudes()
    {
        var known = draft
            .Placements.Select(p => p.Part.Unit)
            .OfType<string>()
            .Where(UnitText.IsKnown)
            .Distinct()
            .ToList();
        var declared =
            draft.Unit is { } head ? CellText.Key(head.Value)
            : known is [var only] ? only
            : null;
        for (var i = 0; i < draft.Placements.Count; i++)
        {
            var part = draft.Placements[i].Part;
            if (part is not { Value: { } value, Unit: { } own })
                continue;
            var scaled = Magnitude.Scale(value, own, declared, out var isWorkedOut);
            if (scaled is null)
                part = new FigurePart(null, FigureState.NotEntered);
            else if (isWorkedOut)
                part = part with { Value = scaled, Unit = draft.Unit is null ? null : declared, IsWorkedOut = true };
            draft.Placements[i] = draft.Placements[i] with { Part = part };
        }
    }

    private Read<string>? Unit()
    {
        var printed = draft.Placements.Where(p => p.Part.Unit is { } unit && UnitText.IsKnown(unit)).ToList();
        var units = printed.Select(p => p.Part.Unit!).Distinct().ToList();
        if (draft.Unit is { } head)
        {
            var key = CellText.Key(head.Value);
            var other = printed.FindAll(p => p.Part.Unit != key);
            Open(other, head.Value);
            return head;
        }
        if (units.Count == 1)
            return new Read<string>(UnitText.AsPrinted(printed[0].Cell.Text, units[0]), printed[0].Cell.At);
        if (units.Count > 1)
        {
            Note("KPI037", printed[0].Evidence, "unit", string.Join(" / ", units));
            Open(printed, "");
        }
        return null;
    }

    /// <summary>A figure whose own unit is not the KPI's may be on another scale: it stays open.</summary>
    private void Open(List<Placement> others, string unit)
    {
        foreach (var other in others)
        {
            if (other.Part.Unit == unit)
                continue;
            draft.Placements[draft.Placements.IndexOf(other)] = other with
            {
                Part = new FigurePart(null, FigureState.NotEntered),
            };
        }
    }

    /// <summary>1.250人 may be 1,250人 with the wrong sign: nobody counts thousandths of a person.</summary>
    private void OpenThousands(Read<string>? unit)
    {
        if (unit is null || !UnitText.IsCounted(CellText.Key(unit.Value)))
            return;
        for (var i = 0; i < draft.Placements.Count; i++)
        {
            if (draft.Placements[i] is { Part.Value: { Scale: 3 } } doubtful)
                draft.Placements[i] = doubtful with { Part = new FigurePart(null, FigureState.NotEntered) };
        }
    }

    private PrintedBasis Basis(List<Placement> targets)
    {
        var basis = PrintedBasis.Unknown;
        foreach (var target in targets)
            basis = ColumnHead.Stronger(
                basis,
                target.Role == FigureRole.Total ? PrintedBasis.Cumulative : target.Basis
            );
        var named =
            draft.Name is { } name
            && NameText.Key(name.Value) is var key
            && (key.Contains("累計", StringComparison.Ordinal) || key.Contains("累積", StringComparison.Ordinal));
        return named && basis != PrintedBasis.Increment ? PrintedBasis.Cumulative : basis;
    }

    private Placement? Baseline(List<Placement> placements)
    {
        var found = placements.FindAll(p => p.Role == FigureRole.Baseline);
        if (found.Count == 0)
            return null;
        var rank = found.Max(p => p.Rank);
        var firm = found.FindAll(p => p.Rank == rank);
        if (
            found.Find(p => p.Rank < rank && p.Part.Value is not null && p.Part.Value != firm[0].Part.Value) is { } left
        )
            Note("KPI039", left.Evidence, "baseline", firm[0].Cell.Text, left.Cell.Text);
        if (Only(firm, "baseline", FindingWord.Field("/baseline")) is not { } one)
            return null;
        if (one.Part.IsOpen)
            NoteOpen(one.Evidence, "baseline", FindingWord.Field("/baseline"), CellText.Joined(one.Cell.Text));
        else if (one.Part.Value is null)
            Note("KPI038", one.Evidence, "baseline", CellText.Joined(one.Cell.Text));
        else if (one.Part.IsQualified)
            Note("KPI041", one.Evidence, "baseline", FindingWord.Field("/baseline"), CellText.Joined(one.Cell.Text));
        return one;
    }

    private Read<decimal>? Total(List<Placement> placements)
    {
        var found = placements.FindAll(p => p.Role == FigureRole.Total && p.Year is null);
        if (found.Count == 0 || Only(found, "total", FindingWord.Field("/total")) is not { } one)
            return null;
        if (one.Part.IsOpen)
            NoteOpen(one.Evidence, "total", FindingWord.Field("/total"), CellText.Joined(one.Cell.Text));
        return one.Part.Value is { } value ? new Read<decimal>(value, one.Evidence) : null;
    }

    private List<ReadFigure> Series(List<Placement> placements, string member)
    {
        var figures = new List<ReadFigure>();
        foreach (var group in placements.Where(p => p.Year is not null).GroupBy(p => p.Year!.Value).OrderBy(g => g.Key))
        {
            var place = FindingWord.Field($"/{member}/{group.Key}");
            var at = $"{member}/{figures.Count}/value";
            if (Only([.. group], at, place) is not { } one)
            {
                figures.Add(new ReadFigure(group.Key, null, FigureState.NotEntered) { At = group.First().Evidence });
                continue;
            }
            if (one.Part.IsOpen)
                NoteOpen(one.Evidence, at, place, CellText.Joined(one.Cell.Text));
            else if (one.Part.IsQualified)
                Note("KPI041", one.Evidence, at, place, CellText.Joined(one.Cell.Text));
            var value = one.Part.Value is { } number ? new Read<decimal>(number, one.Evidence) : null;
            figures.Add(new ReadFigure(group.Key, value, one.Part.State) { At = value is null ? one.Evidence : null });
        }
        return figures;
    }

    /// <summary>The one figure that all printings of a place agree on; null, with a finding, when they differ.</summary>
    private Placement? Only(List<Placement> found, string member, string place)
    {
        var first = found[0];
        if (found.TrueForAll(p => p.Part.Value == first.Part.Value && p.Part.State == first.Part.State))
            return first;
        var rivals = string.Join(" / ", found.Select(p => CellText.Joined(p.Cell.Text)).Distinct());
        Note("KPI032", first.Evidence, member, place, rivals);
        return null;
    }

    private void NoteOpen(Evidence at, string member, string place, string printed)
    {
        if (Figure.Parse(printed).Kind == FigureKind.Beyond)
            Note("KPI042", at, member, place, printed, FigureSize.WholeDigits, FigureSize.Decimals);
        else
            Note("KPI031", at, member, place, printed);
    }

    private void Note(string code, Evidence at, string? member, params object?[] arguments) =>
        Findings.Add(
            new Finding(
                code,
                code is "KPI038" or "KPI039" or "KPI041" ? Severity.Note : Severity.Warning,
                at,
                [Title, .. arguments]
            )
            {
                Pointer = member is null ? pointer : $"{pointer}/{member}",
            }
        );
}
