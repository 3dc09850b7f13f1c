using System.Globalization;
using System.Text;
using Shirube.Data;
using Shirube.Plans.Writing;
using Shirube.Web.Values;
using static Shirube.Web.Texts;

namespace Shirube.Web.Plans;

/// <summary>The policy tree as long rows: a row a node and indicator, so that a spreadsheet can sort and count it.</summary>
internal static class TreeCsv
{
    private static readonly string[] Heads =
    [
        "No",
        "Parent",
        "Level",
        "Name",
        "Text",
        "Weight",
        "Kpi",
        "Unit",
        "KpiWeight",
    ];

    public static string Of(PlanContent content)
    {
        var tree = new PolicyTree(content);
        var indicators = content.Indicators.ToDictionary(indicator => indicator.Number);
        var csv = new StringBuilder();
        Row(csv, Heads.Select(head => T("Tree.Csv." + head)));
        foreach (var node in tree.Nodes)
        {
            string?[] own =
            [
                Number(node.Number),
                Number(node.Parent),
                tree.LevelOf(node) ?? T("Tree.LevelNo", tree.DepthOf(node) + 1),
                node.Name,
                node.Text,
                Number(node.Weight),
            ];
            if (node.Indicators.Count == 0)
                Row(csv, [.. own, "", "", ""]);
            foreach (var tie in node.Indicators)
            {
                var indicator = indicators.GetValueOrDefault(tie.Indicator);
                Row(csv, [.. own, indicator?.Name, indicator?.Unit, Number(tie.Weight)]);
            }
        }
        return csv.ToString();
    }

    private static string? Number(decimal? number) =>
        number is { } given ? ValueText.Number(given).Replace(",", "", StringComparison.Ordinal) : null;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static void Row(StringBuilder csv, IEnumerable<string?> cells) =>
        csv.AppendJoin(',', cells.Select(CsvCell.Of)).Append("\r\n");
}
