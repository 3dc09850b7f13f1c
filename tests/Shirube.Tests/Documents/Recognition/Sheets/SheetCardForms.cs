using System.Globalization;
using System.Text.Json.Nodes;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Sheets;

/// <summary>The contents of a verification sheet as one form a project.</summary>
internal static class SheetCardForms
{
    /// <summary>One label and its value a row.</summary>
    public static RenderedDocument Plain(JsonObject expected) => Document(expected, row => [Table(row)]);

    /// <summary>A title over each form, labels side by side, the KPI under a heading of its own.</summary>
    public static RenderedDocument Mixed(JsonObject expected) =>
        Document(expected, row => [new Heading(2, row["project"]!.ToString()), MixedTable(row)]);

    /// <summary>Labels and values in running text.</summary>
    public static string Text(JsonObject expected) =>
        $"効果検証シート\n計画名：{expected["title"]}\n\n"
        + string.Join(
            "\n\n",
            Rows(expected).Select(row => string.Join('\n', Labels(row).Select(pair => $"{pair.Label}：{pair.Value}")))
        );

    private static RenderedDocument Document(JsonObject expected, Func<JsonObject, IEnumerable<Block>> form) =>
        new([
            new Paragraph("企業版ふるさと納税活用事業に係る効果検証"),
            new Paragraph($"計画の名称：{expected["title"]}"),
            .. Rows(expected).SelectMany(form),
        ]);

    private static IEnumerable<JsonObject> Rows(JsonObject expected) =>
        expected["rows"]!.AsArray().Select(row => row!.AsObject());

    private static RenderedTable Table(JsonObject row) =>
        new([.. Labels(row).Select(RenderedCell[] (pair) => [pair.Label, pair.Value])]);

    private static RenderedTable MixedTable(JsonObject row)
    {
        var value = Labels(row).ToDictionary(pair => pair.Label, pair => pair.Value);
        RenderedCell[] Wide(string label) => [label, new(value[label], ColumnSpan: 5)];
        return new([
            ["事業名", new(value["事業名"], ColumnSpan: 3), "担当課", value["担当課"]],
            Wide("基本目標"),
            [
                "事業費（千円）",
                value["事業費（千円）"],
                "寄附額（千円）",
                value["寄附額（千円）"],
                "寄附件数",
                value["寄附件数"],
            ],
            Wide("事業内容"),
            [new("KPI", RowSpan: 2), new("指標", ColumnSpan: 2), "単位", "目標値", "実績値"],
            [new(value["指標"], ColumnSpan: 2), value["単位"], value["目標値"], value["実績値"]],
            Wide("自己評価"),
            [new("外部有識者", RowSpan: 2), "評価", new(value["外部有識者の評価"], ColumnSpan: 4)],
            ["意見", new(value["外部有識者の意見"], ColumnSpan: 4)],
            Wide("今後の方針"),
            Wide("理由"),
            Wide("振り返り"),
        ]);
    }

    private static IEnumerable<(string Label, string Value)> Labels(JsonObject row)
    {
        var kpi = row["indicators"]![0]!;
        string Yen(string name) =>
            (row[name]!.GetValue<decimal>() / 1000).ToString("#,##0.###", CultureInfo.InvariantCulture);
        return
        [
            ("基本目標", row["basicGoal"]!.ToString()),
            ("事業名", row["project"]!.ToString()),
            ("担当課", row["department"]!.ToString()),
            ("事業費（千円）", Yen("costYen")),
            ("寄附額（千円）", Yen("donationYen")),
            ("寄附件数", row["donationCount"]!.ToString()),
            ("事業内容", row["content"]!.ToString()),
            ("指標", kpi["name"]!.ToString()),
            ("単位", kpi["unit"]!.ToString()),
            ("目標値", kpi["target"]!.ToString()),
            ("実績値", kpi["actual"]?.ToString() ?? "集計中"),
            ("自己評価", row["selfEvaluation"]!.ToString()),
            ("外部有識者の評価", row["expertEvaluation"]!.ToString()),
            ("外部有識者の意見", row["expertOpinion"]!.ToString()),
            ("今後の方針", row["nextStep"]!.ToString()),
            ("理由", row["reason"]!.ToString()),
            ("振り返り", row["review"]!.ToString()),
        ];
    }
}
