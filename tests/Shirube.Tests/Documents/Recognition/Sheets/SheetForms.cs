using System.Globalization;
using System.Text.Json.Nodes;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Sheets;

/// <summary>The contents of a verification sheet laid out as governments lay them out.</summary>
internal static class SheetForms
{
    /// <summary>The wide donation form: a heading of three storeys, one project a row.</summary>
    public static RenderedDocument Wide(JsonObject expected) =>
        new(
            new Paragraph("地方創生応援税制（企業版ふるさと納税）活用事業に係る効果検証"),
            new Paragraph($"●地域再生計画（事業）名：　{expected["title"]}"),
            new RenderedTable([
                .. WideHeading(),
                .. expected["rows"]!.AsArray().Select(row => WideRow(row!.AsObject())),
            ])
            {
                HeaderRows = 3,
            }
        )
        {
            Paper = Paper.A3Landscape,
        };

    /// <summary>The same with the heading at the foot.</summary>
    public static RenderedDocument HeadingLast(JsonObject expected)
    {
        var wide = Wide(expected);
        var table = wide.Tables.Single();
        return wide with
        {
            Blocks = [.. wide.Blocks.SkipLast(1), new RenderedTable([.. table.Rows.Skip(3), .. table.Rows.Take(3)])],
        };
    }

    /// <summary>One storey, other words, other order, money in whole yen, the KPI's unit behind its name.</summary>
    public static RenderedDocument Plain(JsonObject expected) =>
        new(
            new Paragraph($"計画の名称：{expected["title"]}"),
            new RenderedTable([
                [
                    "No.",
                    "取組名",
                    "所管課",
                    "KPI",
                    "目標",
                    "実績",
                    "内部評価",
                    "外部評価",
                    "外部意見",
                    "今後の方向性",
                    "方向性の理由",
                    "総括",
                    "決算額（円）",
                    "寄付金額（円）",
                    "寄付件数",
                    "取組内容",
                    "総合戦略の位置づけ",
                ],
                .. expected["rows"]!.AsArray().Select(row => PlainRow(row!.AsObject())),
            ])
            {
                HeaderRows = 1,
            }
        )
        {
            Paper = Paper.A3Landscape,
        };

    private static IEnumerable<RenderedCell[]> WideHeading()
    {
        yield return
        [
            new("地方版総合戦略の位置付け\n（基本目標）", RowSpan: 3),
            new("個別事業名", RowSpan: 3),
            new("担当課", RowSpan: 3),
            new("事業費\n（千円）", RowSpan: 3),
            new("寄附額\n（千円）", RowSpan: 3),
            new("寄附件数\n（件）", RowSpan: 3),
            new("事業内容（実施結果）", RowSpan: 3),
            new("自己評価", ColumnSpan: 5),
            new("外部有識者からの評価（案）", ColumnSpan: 2),
            new("今後の方針", ColumnSpan: 2),
            new("事業実施後の振り返り・今後の方針等", RowSpan: 3),
        ];
        yield return
        [
            new("KPI", ColumnSpan: 4),
            new("事業の評価", RowSpan: 2),
            new("事業の評価", RowSpan: 2),
            new("外部有識者からの意見", RowSpan: 2),
            new("今後の方針", RowSpan: 2),
            new("理由等", RowSpan: 2),
        ];
        yield return [new("指標", ColumnSpan: 2), "目標値", "実績値"];
    }

    private static RenderedCell[] WideRow(JsonObject row)
    {
        var kpi = row["indicators"]![0]!;
        return
        [
            Text(row, "basicGoal"),
            Text(row, "project"),
            Text(row, "department"),
            Number(row, "costYen", 1000),
            Number(row, "donationYen", 1000),
            Number(row, "donationCount", 1),
            Text(row, "content"),
            kpi["name"]!.ToString(),
            $"（{kpi["unit"]}）",
            kpi["target"]!.ToString(),
            kpi["actual"] is { } actual ? Shown(actual.GetValue<decimal>()) : "集計中",
            Text(row, "selfEvaluation"),
            Text(row, "expertEvaluation"),
            Text(row, "expertOpinion"),
            Text(row, "nextStep"),
            Text(row, "reason"),
            Text(row, "review"),
        ];
    }

    private static RenderedCell[] PlainRow(JsonObject row)
    {
        var kpi = row["indicators"]![0]!;
        return
        [
            row["no"]!.ToString(),
            Text(row, "project"),
            Text(row, "department"),
            $"{kpi["name"]}（{kpi["unit"]}）",
            kpi["target"]!.ToString().Replace("-", "▲", StringComparison.Ordinal),
            kpi["actual"] is { } actual ? Shown(actual.GetValue<decimal>()) : "集計中",
            Text(row, "selfEvaluation"),
            Text(row, "expertEvaluation"),
            Text(row, "expertOpinion"),
            Text(row, "nextStep"),
            Text(row, "reason"),
            Text(row, "review"),
            Number(row, "costYen", 1),
            Number(row, "donationYen", 1),
            $"{row["donationCount"]}件",
            Text(row, "content"),
            Text(row, "basicGoal"),
        ];
    }

    private static RenderedCell Text(JsonObject row, string name) => row[name]!.ToString();

    private static RenderedCell Number(JsonObject row, string name, decimal per) =>
        Shown(row[name]!.GetValue<decimal>() / per);

    private static string Shown(decimal number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
