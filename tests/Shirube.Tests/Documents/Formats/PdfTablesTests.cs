using System.Globalization;
using Shirube.Documents;
using Shirube.Documents.Formats;
using Shirube.Documents.Text;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Formats;

public sealed class PdfTablesTests
{
    public static TheoryData<string, PdfMaker> Layouts() =>
        [.. from name in Documents.Keys from maker in Enum.GetValues<PdfMaker>() select (name, maker)];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_RuledTable_IsReadCellByCell(string name, PdfMaker maker)
    {
        var document = Documents[name];

        var read = PdfFormat.Read("plan.pdf", document.ToPdf(maker), TestContext.Current.CancellationToken);

        read.Tables.Count.ShouldBe(document.Tables.Count());
        foreach (var (table, truth) in read.Tables.Zip(document.Tables))
        {
            table.FoundBy.ShouldBe(TableSource.Ruled);
            table
                .Cells.Select(c => (c.Row, c.Column, c.RowSpan, c.ColumnSpan, Folding.Squeeze(c.Text)))
                .Order()
                .ShouldBe(
                    truth.Cells.Select(c => (c.Row, c.Column, c.RowSpan, c.ColumnSpan, Folding.Squeeze(c.Text))).Order()
                );
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_EveryCell_PointsAtItsTextInItsLine(string name, PdfMaker maker)
    {
        var read = PdfFormat.Read("plan.pdf", Documents[name].ToPdf(maker), TestContext.Current.CancellationToken);

        foreach (var cell in read.Tables.SelectMany(table => table.Cells))
        {
            var line = read.Lines[cell.At.Line - 1];
            line.Page.ShouldBe(cell.At.Page);
            line.Text.Substring(cell.At.Column, cell.At.Text.Length).ShouldBe(cell.At.Text);
            cell.At.Text.ShouldBe(cell.Text.Replace('\n', ' '));
        }
    }

    [Theory]
    [InlineData(PdfMaker.Chromium)]
    [InlineData(PdfMaker.Writer)]
    public void Read_TableAmongProse_KeepsTheOrderAndSaysNothingTwice(PdfMaker maker)
    {
        var read = PdfFormat.Read("plan.pdf", Documents["kpi"].ToPdf(maker), TestContext.Current.CancellationToken);

        var text = read.Lines.Select(line => Folding.Squeeze(line.Text)).ToList();
        var title = text.IndexOf("5-2地域再生を図るために行う事業");
        title.ShouldBeGreaterThanOrEqualTo(0);
        read.Tables[0].FirstLine.ShouldBeGreaterThan(title);
        text.FindIndex(line => line.StartsWith("2次の", StringComparison.Ordinal))
            .ShouldBeInRange(read.Tables[0].LastLine, read.Tables[1].FirstLine);
        string.Concat(text).Split("4,340.00").Length.ShouldBe(2);
    }

    private static readonly Dictionary<string, RenderedDocument> Documents = new()
    {
        ["kpi"] = new(
            new Heading(1, "5-2 地域再生を図るために行う事業"),
            new Paragraph("① 事業の名称 デジタル人材を育てる学びの場づくり"),
            new RenderedTable([
                ["ＫＰＩ①", "利用者数（人）"],
                ["ＫＰＩ②", "新たに始まった共創の取組の数（件）"],
            ])
            {
                Widths = [25, 145],
            },
            new Paragraph("② 次の表のとおり、2024年度から6年間の目標を定める。"),
            new RenderedTable([
                [
                    "",
                    "事業開始前\n（現時点）",
                    "2024年度\n増加分\n（1年目）",
                    "2025年度\n増加分\n（2年目）",
                    "2026年度\n増加分\n（3年目）",
                    "ＫＰＩ増加分\nの累計",
                ],
                ["ＫＰＩ①", Right("0.00"), Right("4,340.00"), Right("7,520.00"), "-", Right("11,860.00")],
                ["ＫＰＩ②", Right("318.80"), "集計中", Right("-2.00"), Right("▲3.00"), ""],
            ])
            {
                HeaderRows = 1,
            },
            new Paragraph("③ 終わりに")
        )
        {
            RunningHead = "資料5-2",
            PageNumbers = true,
        },
        ["sheet"] = new(
            new RenderedTable([
                [new("No", RowSpan: 3), new("事業", ColumnSpan: 3), new("評価", ColumnSpan: 4)],
                [
                    new("名称", RowSpan: 2),
                    new("事業費（千円）", ColumnSpan: 2),
                    new("指標", ColumnSpan: 3),
                    new("意見", RowSpan: 2),
                ],
                ["計画", "実績", "目標", "実績値", "達成"],
                [
                    "1",
                    "若者の学びを支える拠点を整え、運営する事業",
                    Right("86,050"),
                    Right("2,859"),
                    Right("-338"),
                    Right("-2,208"),
                    "③地方創生に効果があった",
                    "実績を踏まえ、さらに利用を広げる工夫を続けること。",
                ],
                [
                    new("2", RowSpan: 2),
                    new("移住の相談", RowSpan: 2),
                    Right("1,000"),
                    Right("900"),
                    Right("318.8"),
                    "集計中",
                    "②",
                    new("特になし", RowSpan: 2),
                ],
                [Right("2,000"), Right("1,800"), Right("12.5％"), Right("11.0％"), "①"],
            ])
            {
                HeaderRows = 3,
                Widths = [12, 60, 30, 30, 30, 30, 60, 100],
            }
        )
        {
            Paper = Paper.A3Landscape,
        },
        ["review"] = new(
            new RenderedTable([
                [new("作成主体", RowSpan: 2), new("検証", ColumnSpan: 2), new("公表", RowSpan: 2)],
                ["時期", "方法"],
                [
                    "群馬県",
                    new("毎年度", RowSpan: 2, Vertical: true),
                    "外部有識者会議において、事業の実施状況と指標の達成状況を確かめ、必要な見直しの案を取りまとめる。",
                    "県ホームページ",
                ],
                ["桐生市", "産官学金労言の委員による会議を毎年９月に開き、結果を議会へ報告する。", "市ホームページ"],
            ])
            {
                Widths = [30, 12, 80, 40],
            }
        ),
        ["dotted"] = new(
            new Paragraph("点線の表"),
            new RenderedTable([
                ["指標", "基準値", "目標値"],
                [new("利用者数", RowSpan: 2), "1,800", "2,400"],
                ["12.5", "13.0"],
            ])
            {
                Borders = Borders.Dotted,
            }
        ),
        ["beside"] = new(
            new RenderedTable([
                ["年度", "目標"],
                ["2024", "100"],
                ["2025", "200"],
            ])
            {
                Widths = [25, 25],
                Floating = true,
            },
            new Paragraph(
                "この表の横に文章が並ぶ。文章は表の中の文字と混ざってはならない。計画の期間は令和6年度から令和8年度までとし、毎年度、達成の状況を確かめる。"
            ),
            new Paragraph("次の段落も表の横から始まり、やがて表の下へ続く。")
        ),
        ["pages"] = new(
            new Heading(1, "事業の一覧"),
            new RenderedTable([
                [new("番号", RowSpan: 2), new("内容", ColumnSpan: 2), new("目標", ColumnSpan: 2)],
                ["事業", "担当", "2024年度", "2025年度"],
                .. Enumerable.Range(1, 70).Select(Row),
            ])
            {
                HeaderRows = 2,
            },
            new Paragraph("以上")
        )
        {
            RunningHead = "地域再生計画（案）",
            PageNumbers = true,
        },
    };

    private static IReadOnlyList<RenderedCell> Row(int i)
    {
        var number = i.ToString(CultureInfo.InvariantCulture);
        return
        [
            number,
            $"事業その{number}",
            "企画課",
            Right((i * 10).ToString(CultureInfo.InvariantCulture)),
            Right("-"),
        ];
    }

    private static RenderedCell Right(string text) => new(text) { Alignment = Alignment.Right };
}
