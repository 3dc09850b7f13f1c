using Shirube.Documents;

namespace Shirube.Plans.Writing;

/// <summary>決裁した指標: which of the indicators that were read are those that were approved.</summary>
internal static class ApprovedIndicators
{
    /// <summary>（千人） behind a name is taken for its unit; where the passage says the whole name, that is what was approved.</summary>
    public static Reading WithWholeNames(PlanContent approved, Reading read) =>
        read with
        {
            Indicators =
            [
                .. read.Indicators.Select(
                    (one, at) =>
                        one.Name is { } name
                        && approved.Indicators.ElementAtOrDefault(at)?.Name is { } whole
                        && whole.Length > name.Value.Length
                        && whole.StartsWith(name.Value, StringComparison.Ordinal)
                        && name.Evidence.At.Text.Contains(whole, StringComparison.Ordinal)
                            ? one with
                            {
                                Name = name with { Value = whole },
                            }
                            : one
                ),
            ],
        };

    /// <summary>
    /// Only the indicators that were approved, each at its place, and the tree tied to those; of one that was not found
    /// again nothing is known.
    /// </summary>
    public static Reading ByName(PlanContent approved, Reading read)
    {
        var places = new Dictionary<int, int>();
        var found = new List<ReadIndicator>();
        foreach (var indicator in approved.Indicators)
        {
            var at = Enumerable
                .Range(0, read.Indicators.Count)
                .Cast<int?>()
                .FirstOrDefault(at =>
                    read.Indicators[at!.Value].Name?.Value == indicator.Name && !places.ContainsKey(at.Value)
                );
            if (at is { } place)
                places.Add(place, found.Count);
            found.Add(
                (at is { } known ? read.Indicators[known] : new ReadIndicator { No = 0 }) with
                {
                    No = found.Count + 1,
                }
            );
        }
        return read with { Indicators = found, Tree = [.. read.Tree.Select(Moved)] };

        ReadNode Moved(ReadNode node) =>
            node with
            {
                Indicators =
                [
                    .. node
                        .Indicators.Where(tie => places.ContainsKey(tie.Indicator.Value))
                        .Select(tie =>
                            tie with
                            {
                                Indicator = tie.Indicator with { Value = places[tie.Indicator.Value] },
                            }
                        ),
                ],
            };
    }
}
