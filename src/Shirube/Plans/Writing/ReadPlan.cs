using System.Globalization;
using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Documents.Text;
using Shirube.Governments;
using Shirube.Indicators;

namespace Shirube.Plans.Writing;

/// <summary>
/// What a document says, as the content of a plan that can be written on: a version begins the next plan, and what
/// Shirube wrote is read again. What the reading left open stays blank.
/// </summary>
public static class ReadPlan
{
    /// <param name="bases">What people said of the indicators, in their order; may be shorter.</param>
    public static PlanContent Of(Reading reading, PlanForm form, IReadOnlyList<ChosenBasis> bases)
    {
        var names = reading.Entities.Select(entity => entity.Value).ToList();
        var authors = PlanAuthor.InOrder(
            names
                .Zip(GovernmentDirectory.FindEach(names))
                .Select((pair, at) => new PlanAuthor(at + 1, pair.First, pair.Second?.Code))
        );
        var passages = PlanContent.NoPassages.ToBuilder();
        foreach (
            var (key, text) in ReadPassages
                .Of(reading, form)
                .Concat(Facts(reading, form))
                .Concat(Reviews(reading, authors))
        )
            if (PassageText.Tidy(text) is { Length: > 0 } tidy)
                passages[key] = tidy;
        return new PlanContent
        {
            Form = form,
            Authors = authors,
            Passages = passages.ToImmutable(),
            Indicators =
            [
                .. reading.Indicators.Select((read, at) => Indicator(read, at, bases.ElementAtOrDefault(at))),
            ],
            Levels = Levels(reading),
            Nodes = [.. reading.Tree.Count > 0 ? Tree(reading) : Nodes(reading)],
            Links = [.. reading.Links.Select(Link)],
            Funding = [.. Funding(reading)],
            PrivateShares = [.. Shares(reading)],
            Schedule = [.. Schedule(reading)],
        };
    }

    /// <summary>The form that a document was written in, as far as it says so.</summary>
    public static PlanForm FormOf(Reading reading) =>
        reading.Kind == ReadingKind.PolicyOutline ? PolicyFormOf(reading.Title?.Value ?? "")
        : reading.Kind == ReadingKind.IndicatorTable ? PlanForm.Strategy
        : reading.SupportMeasure?.Value == Reading.DonationMeasure ? PlanForm.A2007
        : PlanForm.A3007;

    private static PlanForm PolicyFormOf(string title) =>
        title.Contains("総合計画", StringComparison.Ordinal) ? PlanForm.Comprehensive
        : title.Contains("戦略", StringComparison.Ordinal) ? PlanForm.Strategy
        : PlanForm.Industry;

    /// <summary>Values that stand for themselves: what a person put right counts, not the passage.</summary>
    private static IEnumerable<(string Key, string? Text)> Facts(Reading reading, PlanForm form)
    {
        yield return (PlanOutline.Title, reading.Title?.Value);
        if (!form.IsStatutory())
        {
            yield return (PlanOutline.ProjectPeriod + "-start", Day(reading.PeriodStart?.Value));
            yield return (PlanOutline.ProjectPeriod + "-end", Day(reading.PeriodEnd?.Value));
            yield break;
        }
        yield return (PlanOutline.Area, reading.Area?.Value);
        yield return (PlanOutline.ProjectName, reading.ProjectName?.Value);
        yield return (PlanOutline.Cost, Cost(reading, form));
        yield return (PlanOutline.ProjectPeriod + "-start", Day(reading.ProjectStart?.Value));
        yield return (PlanOutline.ProjectPeriod + "-end", Day(reading.ProjectEnd?.Value));
        yield return (PlanOutline.PlanPeriod + "-start", Day(reading.PlanStart?.Value.Date));
        yield return (PlanOutline.PlanPeriod + "-end", Day(reading.PlanEnd?.Value));
    }

    /// <summary>総事業費; in a plan that rests on donations what is aimed at of them, as its own section says it.</summary>
    private static string? Cost(Reading reading, PlanForm form)
    {
        if (form != PlanForm.A2007)
            return reading.TotalCostYen is { } cost ? WrittenYen.Of(cost.Value) : null;
        return DonationGoal.Of(reading)?.Yen is { } yen ? WrittenYen.Of(yen) : null;
    }

    private static IEnumerable<(string Key, string? Text)> Reviews(Reading reading, IReadOnlyList<PlanAuthor> authors)
    {
        foreach (var (verification, at) in reading.Verification.Select((one, at) => (one, at)))
        {
            var author =
                authors.FirstOrDefault(author => author.Name == verification.Entity?.Value)
                ?? (authors.Count == 1 && at == 0 ? authors[0] : null);
            if (author is null)
                continue;
            yield return (
                Key(author, PlanReview.MonthQuestion),
                verification.Month is { } month ? string.Create(CultureInfo.InvariantCulture, $"{month.Value}月") : null
            );
            yield return (Key(author, PlanReview.MethodQuestion), Typed(verification.Method));
            yield return (Key(author, PlanReview.ParticipantsQuestion), Participants(verification));
            yield return (Key(author, PlanReview.PublicationQuestion), Typed(verification.Publication));
        }

        static string Key(PlanAuthor author, string question) => PlanReview.KeyOf(PlanOutline.Review, author, question);
    }

    /// <summary>With the line ends of the cell that it stands in, unless a person put it right since.</summary>
    private static string? Typed(Read<string>? read) =>
        read is { Evidence.At.Text: var written }
        && written.Contains('\n', StringComparison.Ordinal)
        && Folding.Squeeze(written) == Folding.Squeeze(read.Value)
            ? written
            : read?.Value;

    private static string? Participants(ReadVerification verification) =>
        verification.Participants is not null ? Typed(verification.Participants) : Seats(verification);

    private static string Seats(ReadVerification verification) =>
        string.Join(
            "、",
            verification.Seats.Select(seat =>
                seat.Sector.Value
                + (seat.Count is { } count ? $"{count.Value.ToString(CultureInfo.InvariantCulture)}名" : "")
            )
        );

    private static PlanIndicator Indicator(ReadIndicator read, int at, ChosenBasis? chosen) =>
        new()
        {
            Number = at + 1,
            Name = read.Name?.Value ?? "",
            Unit = read.Unit?.Value ?? "",
            Basis = chosen?.Basis ?? read.TargetBasis ?? read.Meaning?.Basis?.Value ?? Basis(read.Basis),
            Direction = chosen?.Direction ?? read.Meaning?.Direction?.Value,
            RangeLow = read.Meaning?.RangeLow?.Value,
            RangeHigh = read.Meaning?.RangeHigh?.Value,
            Definition = PassageText.Tidy(read.Meaning?.Definition?.Value),
            Baseline = Figure(read.Baseline?.Value, read.BaselineState),
            BaselineYear = read.BaselineYear?.Value,
            Targets =
            [
                .. read
                    .Targets.Where(target => target.State != FigureState.NotEntered)
                    .Select(target => new PlanTarget(target.Year, Figure(target.Figure?.Value, target.State))),
            ],
        };

    /// <summary>増加分 over the years says neither flow nor increment: that is asked of a person.</summary>
    private static TargetBasis? Basis(PrintedBasis printed) =>
        printed switch
        {
            PrintedBasis.Level => TargetBasis.Level,
            PrintedBasis.Cumulative => TargetBasis.Cumulative,
            _ => null,
        };

    private static PlanFigure Figure(decimal? value, FigureState state) =>
        value is { } number ? PlanFigure.Of(Documents.Text.Figure.Write(number))
        : state == FigureState.Pending ? PlanFigure.Of("集計中")
        : state == FigureState.Outside ? PlanFigure.Of("-")
        : PlanFigure.Blank;

    private static IEnumerable<PolicyNode> Nodes(Reading reading)
    {
        var number = 0;
        foreach (var policy in reading.Policies)
        {
            var parent = ++number;
            yield return new PolicyNode(parent, null, policy.Name.Value, "", null);
            foreach (var measure in policy.Measures)
                yield return new PolicyNode(++number, parent, measure.Value, "", null);
        }
    }

    private static IReadOnlyList<string> Levels(Reading reading)
    {
        var levels = reading
            .Tree.Where(node => node.Level is not null)
            .DistinctBy(node => node.Depth)
            .OrderBy(node => node.Depth)
            .Select((node, at) => (node, at))
            .TakeWhile(one => one.node.Depth == one.at)
            .Select(one => one.node.Level!);
        return [.. levels];
    }

    private static IEnumerable<PolicyNode> Tree(Reading reading)
    {
        var parents = new int[TreeLevels.Most + 1];
        foreach (var (node, at) in reading.Tree.Select((node, at) => (node, at)))
        {
            var depth = Math.Min(node.Depth, TreeLevels.Most);
            parents[depth] = at + 1;
            yield return new PolicyNode(
                at + 1,
                depth == 0 ? null : parents[depth - 1],
                node.Name.Value,
                PassageText.Tidy(node.Text?.Value),
                Weight(node.Weight)
            )
            {
                Indicators =
                [
                    .. node.Indicators.Select(tie => new NodeIndicator(tie.Indicator.Value + 1, Weight(tie.Weight))),
                ],
                Links = [.. node.Links.Select(Link)],
            };
        }
    }

    /// <summary>Readings of earlier days hold weights that a plan has none of.</summary>
    private static decimal? Weight(Read<decimal>? read) => NodeChange.IsWeight(read?.Value) ? read?.Value : null;

    /// <summary>Readings of earlier days hold a year's source twice, or parts of a yen: neither can be told.</summary>
    private static IEnumerable<FundingAmount> Funding(Reading reading) =>
        from cell in reading.Funding.GroupBy(amount => (amount.Year, amount.Source), amount => amount.Yen.Value)
        where cell.Count() == 1 && cell.First() is >= 0 and var yen && yen == decimal.Truncate(yen)
        select new FundingAmount(cell.Key.Year, cell.Key.Source, cell.First());

    private static IEnumerable<PrivateShareTarget> Shares(Reading reading) =>
        from year in reading.PrivateShares.GroupBy(share => share.NthYear, share => share.Percent.Value)
        where year.Key > 0 && year.Count() == 1 && year.First() is >= 0 and <= 100
        select new PrivateShareTarget(year.Key, year.First());

    private static PlanLink Link(ReadLink link) => new(link.Relation, link.Name.Value, null);

    /// <summary>An item whose months are open has no place in a schedule.</summary>
    private static IEnumerable<ScheduleItem> Schedule(Reading reading) =>
        reading
            .Schedule.Where(item => item is { From: not null, To: not null })
            .Select(
                (item, at) =>
                    new ScheduleItem(at + 1, item.Name.Value, item.From!.Value, item.To!.Value, item.Note?.Value ?? "")
            );

    private static string? Day(DateOnly? day) => day is { } known ? JapaneseDate.ToJapanese(known) : null;
}
