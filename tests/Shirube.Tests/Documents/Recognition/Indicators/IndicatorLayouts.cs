using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Indicators;

/// <summary>The same KPIs in the layouts that offices use.</summary>
internal static class IndicatorLayouts
{
    public static readonly (string Name, Func<KnownIndicators, Block[]> Draw)[] All =
    [
        ("form", Form),
        (
            "form, names in their own table",
            known => [Names(known), new Paragraph("各年度の増加分は次のとおり。"), Grid(known)]
        ),
        ("form, names as label and value", known => [Pairs(known), new Paragraph("増加分"), Grid(known)]),
        (
            "one table a KPI, named in its rows",
            known => [.. known.Items.SelectMany(item => new Block[] { OneForm(known, item), new Paragraph("　") })]
        ),
        ("one table a KPI, named above", known => [.. known.Items.SelectMany(item => NamedAbove(known, item))]),
        ("years down, KPIs across", YearsDown),
        ("years across, unit in its column", known => [new Heading(2, "数値目標"), Strategy(known)]),
        ("unit behind the name, merged storeys", known => [new Heading(2, "数値目標"), Storeys(known)]),
        ("unit behind each figure", known => [UnitBehind(known)]),
        ("target and actual rows", TargetAndActual),
        (
            "label and value down the page",
            known => [.. known.Items.SelectMany(item => new Block[] { Card(known, item), new Paragraph("　") })]
        ),
        ("era years, spread letters", Spread),
        ("three storeys", ThreeStoreys),
        ("form over a page break", OverPageBreak),
    ];

    /// <summary>The layouts in which plans are most often sent.</summary>
    public static readonly IReadOnlyList<string> Named =
    [
        "form",
        "one table a KPI, named in its rows",
        "years down, KPIs across",
        "three storeys",
        "form over a page break",
    ];

    private static RenderedCell[] Row(RenderedCell[] cells) => cells;

    private static RenderedCell WithUnit(string text, string unit) =>
        text.Length == 0 || KnownIndicators.NumberOf(text) is null ? text : text + unit;

    private static string Label(int no) => "K P I " + (char)('①' + no - 1);

    private static string Era(int year) => $"令和{year - 2018}年度";

    private static RenderedCell[] FormHead(KnownIndicators known) =>
        [
            "",
            "事業開始前\n（現時点）",
            .. Enumerable
                .Range(0, known.Years)
                .Select(i => (RenderedCell)$"{known.FirstYear + i}年度\n増加分\n（{(char)('１' + i)}年目）"),
            "ＫＰＩ\n増加分\nの累計",
        ];

    private static RenderedCell[] FormRow(KnownIndicator item) =>
        [Label(item.No), item.Baseline ?? "", .. item.Figures.Select(text => (RenderedCell)text), item.Total ?? ""];

    private static Block[] Form(KnownIndicators known)
    {
        var rows = new List<RenderedCell[]>();
        foreach (var item in known.Items)
        {
            rows.Add([Label(item.No), new RenderedCell(item.Name, ColumnSpan: known.Years), "単位", item.Unit]);
            if (item.No == 1)
                rows.Add(FormHead(known));
        }
        rows.AddRange(known.Items.Select(FormRow));
        return [new Paragraph("【数値目標】"), RenderedTable.Of([.. rows])];
    }

    private static RenderedTable Grid(KnownIndicators known) =>
        RenderedTable.Of([FormHead(known), .. known.Items.Select(FormRow)]);

    private static RenderedTable Names(KnownIndicators known) =>
        RenderedTable.Of([
            ["番号", "指標の名称", "単位"],
            .. known.Items.Select(item => new RenderedCell[] { Label(item.No), item.Name, item.Unit }),
        ]);

    private static RenderedTable Pairs(KnownIndicators known) =>
        RenderedTable.Of([
            .. known.Items.Select(item =>
                new RenderedCell[] { $"KPI（{item.No}）の名称", item.Name, "単位", item.Unit }
            ),
        ]);

    private static RenderedTable OneForm(KnownIndicators known, KnownIndicator item) =>
        RenderedTable.Of([
            [Label(item.No), new RenderedCell(item.Name, ColumnSpan: known.Years), "単位", item.Unit],
            FormHead(known),
            ["", .. FormRow(item)[1..]],
        ]);

    private static Block[] NamedAbove(KnownIndicators known, KnownIndicator item) =>
        [
            new Heading(3, $"指標{item.No}　{item.Name}（単位：{item.Unit}）"),
            RenderedTable.Of([
                ["年度", "目標値"],
                ["基準値", item.Baseline ?? ""],
                .. item.Figures.Select((text, i) => new RenderedCell[] { Era(known.FirstYear + i), text }),
                ["累計", item.Total ?? ""],
            ]),
        ];

    private static Block[] YearsDown(KnownIndicators known) =>
        [
            new Heading(2, "重要業績評価指標（KPI）"),
            RenderedTable.Of([
                ["", .. known.Items.Select(item => (RenderedCell)$"KPI{item.No}\n{item.Name}（{item.Unit}）")],
                ["事業開始前", .. known.Items.Select(item => (RenderedCell)(item.Baseline ?? ""))],
                .. Enumerable
                    .Range(0, known.Years)
                    .Select(i =>
                        new RenderedCell[] { $"{Era(known.FirstYear + i)}（{known.FirstYear + i}年度）" }
                            .Concat(known.Items.Select(item => (RenderedCell)item.Figures[i]))
                            .ToArray()
                    ),
                ["累計", .. known.Items.Select(item => (RenderedCell)(item.Total ?? ""))],
            ]),
        ];

    private static RenderedTable Strategy(KnownIndicators known) =>
        RenderedTable.Of([
            [
                "No.",
                "指標名",
                "単位",
                "基準値",
                .. Enumerable.Range(0, known.Years).Select(i => (RenderedCell)$"R{known.FirstYear + i - 2018}"),
                "累計",
                "備考",
            ],
            .. known.Items.Select(item =>
                Row([$"{item.No}", item.Name, item.Unit, .. FormRow(item)[1..], "担当課調べ"])
            ),
        ]);

    private static RenderedTable Storeys(KnownIndicators known) =>
        RenderedTable.Of([
            [
                new RenderedCell("重要業績評価指標", RowSpan: 2),
                new RenderedCell("現状値", RowSpan: 2),
                new RenderedCell("目標値", ColumnSpan: known.Years),
                new RenderedCell("累計", RowSpan: 2),
            ],
            [.. Enumerable.Range(0, known.Years).Select(i => (RenderedCell)$"{known.FirstYear + i}")],
            .. known.Items.Select(item => Row([$"{item.Name}（{item.Unit}）", .. FormRow(item)[1..]])),
        ]);

    private static RenderedTable UnitBehind(KnownIndicators known) =>
        RenderedTable.Of([
            [
                "指標",
                "基準値",
                .. Enumerable.Range(0, known.Years).Select(i => (RenderedCell)$"{Era(known.FirstYear + i)}目標値"),
                "累計",
            ],
            .. known.Items.Select(item =>
                Row([item.Name, .. FormRow(item)[1..].Select(cell => WithUnit(cell.Text, item.Unit))])
            ),
        ]);

    private static Block[] TargetAndActual(KnownIndicators known)
    {
        var rows = new List<RenderedCell[]>
        {
            new RenderedCell[] { "指標", "単位", "区分", "基準値" }
                .Concat(Enumerable.Range(0, known.Years).Select(i => (RenderedCell)Era(known.FirstYear + i)))
                .Append("累計")
                .ToArray(),
        };
        foreach (var item in known.Items)
        {
            rows.Add([
                new RenderedCell(item.Name, RowSpan: 3),
                new RenderedCell(item.Unit, RowSpan: 3),
                "目標値",
                .. FormRow(item)[1..],
            ]);
            rows.Add(["実績値", .. Enumerable.Repeat((RenderedCell)"", known.Years + 2)]);
            rows.Add(["達成率", "", .. Enumerable.Repeat((RenderedCell)"98.7%", known.Years), ""]);
        }
        return [RenderedTable.Of([.. rows])];
    }

    private static RenderedTable Card(KnownIndicators known, KnownIndicator item) =>
        RenderedTable.Of([
            ["KPI番号", $"KPI{item.No}"],
            ["指標名", item.Name],
            ["単位", item.Unit],
            ["基準値", item.Baseline ?? ""],
            .. item.Figures.Select((text, i) => new RenderedCell[] { $"{known.FirstYear + i}年度　目標値", text }),
            ["累計", item.Total ?? ""],
        ]);

    private static Block[] Spread(KnownIndicators known) =>
        [
            new Heading(2, "数 値 目 標"),
            RenderedTable.Of([
                [
                    "指　標　名",
                    "単　位",
                    "基 準 値",
                    .. Enumerable
                        .Range(0, known.Years)
                        .Select(i => (RenderedCell)$"令 和 {known.FirstYear + i - 2018} 年 度"),
                    "累　計",
                ],
                .. known.Items.Select(item => Row([$"（{item.No}）{item.Name}", item.Unit, .. FormRow(item)[1..]])),
            ]),
        ];

    private static Block[] ThreeStoreys(KnownIndicators known) =>
        [
            new RenderedTable([
                [
                    new RenderedCell("重要業績評価指標（ＫＰＩ）", RowSpan: 3),
                    new RenderedCell("単位", RowSpan: 3),
                    new RenderedCell("事業開始前（現時点）", RowSpan: 3),
                    new RenderedCell("目標値", ColumnSpan: known.Years),
                    new RenderedCell("累計", RowSpan: 3),
                ],
                [new RenderedCell("前期", ColumnSpan: 2), new RenderedCell("後期", ColumnSpan: known.Years - 2)],
                [.. Enumerable.Range(0, known.Years).Select(i => (RenderedCell)Era(known.FirstYear + i))],
                .. known.Items.Select(item => Row([item.Name, item.Unit, .. FormRow(item)[1..]])),
            ])
            {
                HeaderRows = 3,
            },
        ];

    private static Block[] OverPageBreak(KnownIndicators known) =>
        [
            .. Enumerable
                .Range(1, 31)
                .Select(i => new Paragraph($"（{i}）地域の企業と学校が連携し、若い世代の定着に向けた取組を進める。")),
            .. Form(known),
        ];
}
