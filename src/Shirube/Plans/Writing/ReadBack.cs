using System.Collections.Immutable;
using System.Globalization;
using Shirube.Approvals;
using Shirube.Documents;

namespace Shirube.Plans.Writing;

/// <summary>
/// 読み戻し: where a plan that was written out and read again differs from what was written. Days and amounts count by
/// their meaning, texts without the blanks around their lines. What a document has no place for does not count: numbers
/// that parts bear only here, and addresses of links.
/// </summary>
public static class ReadBack
{
    /// <param name="folded">What of a text must come back; its lines without blanks around them where not given.</param>
    public static IEnumerable<Difference> Differences(
        PlanContent written,
        PlanContent read,
        Func<string, string>? folded = null
    )
    {
        folded ??= ByLine;
        return PlanDifferences.Between(Meant(written, written, folded), Meant(read, written, folded));
    }

    private static PlanContent Meant(PlanContent content, PlanContent written, Func<string, string> folded)
    {
        var authors = PlanAuthor.InOrder(content.Authors);
        var numbers = content.Indicators.Select((indicator, at) => (indicator.Number, at)).ToDictionary();
        return new PlanContent
        {
            Form = content.Form,
            Authors = [.. authors.Select((author, at) => author with { Number = at + 1, Code = null })],
            Passages = Passages(content, authors, folded),
            Indicators = [.. content.Indicators.Select((indicator, at) => Indicator(indicator, at, written, folded))],
            Levels = content.Nodes.Count > 0 ? [.. TreeLevels.Of(content).Take(new PolicyTree(content).Depth)] : [],
            Nodes = Nodes(content, numbers, folded),
            Links = [.. content.Links.Select(link => link with { Address = null })],
            Funding =
            [
                .. content
                    .Funding.Where(amount => amount.Yen != 0)
                    .Select(amount => amount with { Yen = Plain(amount.Yen) })
                    .OrderBy(amount => amount.Year)
                    .ThenBy(amount => amount.Source),
            ],
            PrivateShares =
            [
                .. content
                    .PrivateShares.Select(share => share with { Percent = Plain(share.Percent) })
                    .OrderBy(share => share.NthYear),
            ],
            Schedule =
            [
                .. content.Schedule.Select(
                    (item, at) => item with { Number = at + 1, Name = folded(item.Name), Note = folded(item.Note) }
                ),
            ],
        };
    }

    private static ImmutableSortedDictionary<string, string> Passages(
        PlanContent content,
        IReadOnlyList<PlanAuthor> authors,
        Func<string, string> folded
    )
    {
        var meant = PlanContent.NoPassages.ToBuilder();
        var renumbered = authors
            .SelectMany(
                (author, at) =>
                    PlanReview
                        .Passages(PlanOutline.Review, author)
                        .Zip(PlanReview.Passages(PlanOutline.Review, author with { Number = at + 1 }))
            )
            .ToDictionary(pair => pair.First.Key, pair => pair.Second.Key);
        foreach (var section in content.Outline)
        foreach (var passage in section.Passages(authors))
        {
            var text = folded(Text(content[passage.Key], passage.Kind));
            // A project without a name of its own bears the plan's.
            var isPlans = passage.Key == PlanOutline.ProjectName && text == folded(content[PlanOutline.Title]);
            // Whoever types what the form says of a blank section says no more than it.
            var isForms = section.Otherwise is { } otherwise && text == folded(otherwise);
            if (text.Length > 0 && !isPlans && !isForms)
                meant[renumbered.GetValueOrDefault(passage.Key, passage.Key)] = text;
        }
        return meant.ToImmutable();
    }

    private static string Text(string typed, PassageKind kind) =>
        kind switch
        {
            PassageKind.Yen when PlanFacts.Yen(typed) is { } yen => WrittenYen.Of(yen),
            PassageKind.Day when PlanFacts.Day(typed) is { } day => Iso(day),
            // A plan begins with its certification where nothing else is said.
            PassageKind.Start when PlanFacts.Start(typed) is { } start => start.Date is { } day ? Iso(day) : "",
            PassageKind.Month when PlanFacts.Month(typed) is { } month => month.ToString(CultureInfo.InvariantCulture),
            _ => typed,
        };

    private static PlanIndicator Indicator(
        PlanIndicator indicator,
        int at,
        PlanContent written,
        Func<string, string> folded
    ) =>
        new()
        {
            Number = at + 1,
            Name = indicator.Name,
            Unit = indicator.Unit,
            // What nobody said, the heads of a document may say.
            Basis = written.Indicators.ElementAtOrDefault(at)?.Basis is null ? null : indicator.Basis,
            Direction = indicator.Direction,
            RangeLow = indicator.RangeLow is { } low ? Plain(low) : null,
            RangeHigh = indicator.RangeHigh is { } high ? Plain(high) : null,
            Definition = folded(indicator.Definition),
            Baseline = Meant(indicator.Baseline),
            BaselineYear = indicator.BaselineYear,
            // The form prints a dash behind the end of the project.
            Targets =
            [
                .. indicator
                    .Targets.Where(target => target.Figure.Value is not null || written.IsWithin(target.Year))
                    .Select(target => target with { Figure = Meant(target.Figure) })
                    .OrderBy(target => target.Year),
            ],
        };

    /// <summary>1,800 and 1800.00 are one figure.</summary>
    private static PlanFigure Meant(PlanFigure figure) =>
        figure.Value is { } value ? new(ContractValue.Number(value), Plain(value), figure.State)
        : figure.State is { } state && figure.Text.Length > 0 ? figure with { Text = ContractValue.Write(state) ?? "" }
        : figure;

    /// <summary>A part without a weight counts as 1.</summary>
    private static decimal? Weight(decimal? weight) => weight is 1 or null ? null : Plain(weight.Value);

    /// <summary>Without zeros behind the last digit.</summary>
    private static decimal Plain(decimal number) =>
        decimal.Parse(ContractValue.Number(number), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static List<PolicyNode> Nodes(
        PlanContent content,
        Dictionary<int, int> indicators,
        Func<string, string> folded
    )
    {
        var numbers = content.Nodes.Select((node, at) => (node.Number, at)).ToDictionary();
        return
        [
            .. content.Nodes.Select(
                (node, at) =>
                    new PolicyNode(
                        at + 1,
                        node.Parent is { } parent ? numbers[parent] + 1 : null,
                        folded(node.Name),
                        folded(node.Text),
                        Weight(node.Weight)
                    )
                    {
                        Indicators =
                        [
                            .. node
                                .Indicators.Where(tie => indicators.ContainsKey(tie.Indicator))
                                .Select(tie => new NodeIndicator(indicators[tie.Indicator] + 1, Weight(tie.Weight)))
                                .OrderBy(tie => tie.Indicator),
                        ],
                        Links = [.. node.Links.Select(link => link with { Address = null })],
                    }
            ),
        ];
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string ByLine(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
