using System.Collections.Immutable;
using Shirube.Calendar;

namespace Shirube.Plans.Writing;

/// <summary>計画の内容: the whole of a plan that is written in Shirube, at one moment.</summary>
public sealed record PlanContent
{
    public required PlanForm Form { get; init; }

    /// <summary>In the order of the form.</summary>
    public IReadOnlyList<PlanAuthor> Authors { get; init; } = [];

    /// <summary>What is written, by the key of its passage; a blank passage is left out.</summary>
    public ImmutableSortedDictionary<string, string> Passages { get; init; } = NoPassages;
    public IReadOnlyList<PlanIndicator> Indicators { get; init; } = [];

    /// <summary>段の名前: what the levels of the policy tree are called, from the top.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>Parents before their children, siblings in their order.</summary>
    public IReadOnlyList<PolicyNode> Nodes { get; init; } = [];

    /// <summary>Of the whole plan.</summary>
    public IReadOnlyList<PlanLink> Links { get; init; } = [];
    public IReadOnlyList<FundingAmount> Funding { get; init; } = [];
    public IReadOnlyList<PrivateShareTarget> PrivateShares { get; init; } = [];
    public IReadOnlyList<ScheduleItem> Schedule { get; init; } = [];

    public static readonly ImmutableSortedDictionary<string, string> NoPassages = ImmutableSortedDictionary.Create<
        string,
        string
    >(StringComparer.Ordinal);

    public IReadOnlyList<PlanSection> Outline => PlanOutline.Of(Form);

    /// <summary>Empty where nothing is written.</summary>
    public string this[string passage] => Passages.GetValueOrDefault(passage, "");

    /// <summary>The facts that the short sections state, as far as they can be understood.</summary>
    public PlanFacts Facts => new(this);

    public IEnumerable<PlanReview> Reviews => PlanFacts.Reviews(this);

    /// <summary>The columns of the KPI table: the years of the project; the statutory form always prints six.</summary>
    public IReadOnlyList<FiscalYear> Years
    {
        get
        {
            if (Facts.ProjectStart is not { } start)
                return [];
            var first = FiscalYear.Of(start);
            var last = Facts.ProjectEnd is { } end && end >= start ? FiscalYear.Of(end) : first;
            var count = Form == PlanForm.A3007 ? StatutoryYears : Math.Min(last - first + 1, MostYears);
            return [.. Enumerable.Range(0, count).Select(year => first + year)];
        }
    }

    /// <summary>Years that the KPI table of the statutory form has.</summary>
    public const int StatutoryYears = 6;
    public const int MostYears = 15;

    /// <summary>Something is written in the section.</summary>
    public bool Holds(PlanSection section) =>
        section.Kind switch
        {
            SectionKind.Authors => Authors.Count > 0,
            SectionKind.Indicators => Indicators.Count > 0,
            SectionKind.PolicyTree => Nodes.Count + Links.Count > 0,
            SectionKind.Schedule => Schedule.Count > 0,
            SectionKind.Funding => Funding.Count + PrivateShares.Count > 0,
            _ => section.Passages(Authors).Any(passage => this[passage.Key].Length > 0),
        };

    /// <summary>Without the targets of years that the KPI table does not show: nobody sees them, so they count nowhere.</summary>
    internal PlanContent OfItsYears() =>
        Years is { Count: > 0 } years
            ? this with
            {
                Indicators =
                [
                    .. Indicators.Select(indicator =>
                        indicator with
                        {
                            Targets = [.. indicator.Targets.Where(target => years.Contains(target.Year))],
                        }
                    ),
                ],
            }
            : this;

    /// <summary>The year lies within the project.</summary>
    public bool IsWithin(FiscalYear year) => Facts.ProjectEnd is not { } end || year <= FiscalYear.Of(end);
}
