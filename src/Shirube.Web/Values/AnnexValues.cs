using System.Globalization;
using Shirube.Documents;
using Shirube.Web.Plans;
using static Shirube.Web.Texts;

namespace Shirube.Web.Values;

/// <summary>The values of a reading's policy tree, schedule and funding plan under their pointers, by what people call them.</summary>
internal static class AnnexValues
{
    public static IEnumerable<ReadingValue> Of(Reading reading) =>
        [
            .. reading.Tree.SelectMany((node, at) => Node(reading, node, Place($"/tree/{at}"))),
            .. Links(reading.Links, "/links", T("Tree.PlanLinks")),
            .. reading.Schedule.SelectMany((item, at) => Item(item, Place($"/schedule/{at}"))),
            .. reading.Funding.Select(
                (amount, at) =>
                    Value(
                        Place($"/funding/{at}/yen"),
                        Named(
                            T("Funding.Title"),
                            T("Funding.Of", ValueText.Year(amount.Year), T("Funding.Source." + amount.Source))
                        ),
                        ValueKind.Yen,
                        amount.Yen
                    )
            ),
            .. reading.PrivateShares.Select(
                (share, at) =>
                    Value(
                        Place($"/privateShares/{at}/percent"),
                        Named(T("Funding.Share"), T("Funding.NthTarget", share.NthYear)),
                        ValueKind.Figure,
                        share.Percent
                    )
            ),
        ];

    private static IEnumerable<ReadingValue> Node(Reading reading, ReadNode node, string at)
    {
        var name = node.Name.Value;
        yield return Value(at + "/name", Named(T("Tree.Title"), T("Tree.Name")), ValueKind.Text, node.Name);
        yield return Value(at + "/text", Named(name, T("Tree.Text")), ValueKind.LongText, node.Text);
        yield return Value(at + "/weight", Named(name, T("Tree.Weight")), ValueKind.Figure, node.Weight);
        foreach (var (n, tie) in node.Indicators.Index())
        {
            var kpi = reading.Indicators.ElementAtOrDefault(tie.Indicator.Value)?.Name?.Value ?? T("Open");
            var place = Place($"{at}/indicators/{n}");
            yield return new ReadingValue(
                place + "/indicator",
                Named(name, T("Tree.Kpis")),
                ValueKind.Text,
                kpi,
                tie.Indicator.Evidence
            );
            yield return Value(
                place + "/weight",
                Named(name, T("Tree.TieWeightOf", kpi)),
                ValueKind.Figure,
                tie.Weight
            );
        }
        foreach (var link in Links(node.Links, at + "/links", name))
            yield return link;
    }

    private static IEnumerable<ReadingValue> Links(IReadOnlyList<ReadLink> links, string at, string of) =>
        links.Select(
            (link, n) =>
                Value(
                    Place($"{at}/{n}/name"),
                    Named(of, T("Tree.Relation." + link.Relation)),
                    ValueKind.Text,
                    link.Name
                )
        );

    private static IEnumerable<ReadingValue> Item(ReadScheduleItem item, string at)
    {
        var name = item.Name.Value;
        yield return Value(at + "/name", Named(T("Schedule.Title"), T("Schedule.Item")), ValueKind.Text, item.Name);
        if (item.From is { } from)
            yield return Month(at + "/from", Named(name, T("Schedule.From")), from);
        if (item.To is { } to)
            yield return Month(at + "/to", Named(name, T("Schedule.To")), to);
        yield return Value(at + "/note", Named(name, T("Schedule.Note")), ValueKind.LongText, item.Note);
    }

    private static string Named(string group, string label) => T("Value.InGroup", group, label);

    private static string Place(FormattableString pointer) => pointer.ToString(CultureInfo.InvariantCulture);

    private static ReadingValue Value<TValue>(string pointer, string label, ValueKind kind, Read<TValue>? read) =>
        new(pointer, label, kind, read is null ? null : read.Value, read?.Evidence);

    private static ReadingValue Month(string pointer, string label, Read<DateOnly> read) =>
        new(pointer, label, ValueKind.Text, MonthText.Of(read.Value), read.Evidence);
}
