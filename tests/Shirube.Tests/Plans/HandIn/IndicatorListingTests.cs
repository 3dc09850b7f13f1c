using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Documents.Writing;
using Shirube.Indicators;
using Shirube.Plans.HandIn;
using Shirube.Plans.Writing;

namespace Shirube.Tests.Plans.HandIn;

/// <summary>Forms whose KPIs stand in one table with a head row.</summary>
public class IndicatorListingTests
{
    private static readonly string[] First = ["来館者数", "人", "5", "10", "20", "30"];
    private static readonly string[] Second = ["宿泊者数", "人泊", "1.5", "2", "3", "4"];

    [Theory]
    [InlineData("ＫＰＩ", "単位", "基準値", "R6", "R7", "R8")]
    [InlineData("指標名", "単位", "現状値（R5）", "令和６年度", "令和７年度", "令和８年度")]
    [InlineData("重要業績評価指標（KPI）", "（単位）", "事業開始前\n（現時点）", "2024年度", "2025年度", "2026年度")]
    [InlineData("KPIの名称", "単位", "当初値", "1年目", "2年目", "3年目")]
    public void Fill_ATableWithAHeadRow_FillsEachKpiInItsRow(params string[] heads)
    {
        var filling = Fill([heads, Blank(6), Blank(6), Blank(6)]);

        InRow(filling, 2).ShouldBe(First);
        InRow(filling, 3).ShouldBe(Second);
        InRow(filling, 4).ShouldBeEmpty();
        filling.Missing.ShouldNotContain(name => name.StartsWith("KPI1", StringComparison.Ordinal));
    }

    [Fact]
    public void Fill_ColumnsInAnyOrder_GoesByTheHeadsAlone()
    {
        var filling = Fill([
            ["R8", "担当課", "単位", "R6", "ＫＰＩ", "R7", "定義", "基準値"],
            Blank(8),
            Blank(8),
        ]);

        InRow(filling, 2).ShouldBe(["30", "人", "10", "来館者数", "20", "入口で数えた数。", "5"]);
        filling.Places.ShouldNotContain(place => place.Where.EndsWith("行2列", StringComparison.Ordinal));
    }

    [Fact]
    public void Fill_MoreKpisThanRows_ListsThoseThatHaveNone()
    {
        var filling = Fill([
            ["ＫＰＩ", "単位", "基準値", "R6", "R7", "R8"],
            Blank(6),
        ]);

        InRow(filling, 2).ShouldBe(First);
        filling.Missing.ShouldContain("KPI2 の名称");
        filling.Missing.ShouldContain("KPI2 の単位");
        filling.Missing.ShouldContain("KPI2 の値の行");
    }

    [Fact]
    public void Fill_YearsThatThePlanHasNot_StayBlankAndThoseWithoutAColumnAreListed()
    {
        var filling = Fill([
            ["ＫＰＩ", "単位", "R7", "R8", "R9"],
            Blank(5),
            Blank(5),
        ]);

        InRow(filling, 2).ShouldBe(["来館者数", "人", "20", "30"]);
        filling.Missing.ShouldContain("KPI1 の1年目");
        filling.Missing.ShouldContain("KPI1 の事業開始前");
    }

    [Fact]
    public void Fill_RowsThatBearANumber_GoToTheKpiOfThatNumber()
    {
        var filling = Fill([
            ["", "指標名", "単位", "基準値", "R6", "R7", "R8"],
            ["KPI②", .. Blank(6)],
            ["KPI①", .. Blank(6)],
        ]);

        InRow(filling, 2).ShouldBe(Second);
        InRow(filling, 3).ShouldBe(First);
    }

    [Fact]
    public void Fill_YearsOnASecondRowOfHeads_FillsBelowBoth()
    {
        var filling = Fill([
            ["ＫＰＩ", "単位", "基準値", "目標値", "", ""],
            ["", "", "", "R6", "R7", "R8"],
            Blank(6),
            Blank(6),
        ]);

        InRow(filling, 3).ShouldBe(First);
        InRow(filling, 4).ShouldBe(Second);
    }

    [Theory]
    [InlineData("R7", "R7")]
    [InlineData("基準値", "現状値")]
    [InlineData("R7実績", "R7達成率")]
    public void Fill_HeadsThatSayOneThingTwiceOrAnother_FillNeither(string one, string other)
    {
        var filling = Fill([
            ["ＫＰＩ", "単位", "R6", one, other, "R8"],
            Blank(6),
            Blank(6),
        ]);

        filling
            .Places.Select(place => place.Where)
            .ShouldNotContain(where => where.EndsWith("4列", StringComparison.Ordinal));
        filling
            .Places.Select(place => place.Where)
            .ShouldNotContain(where => where.EndsWith("5列", StringComparison.Ordinal));
        filling.Missing.ShouldContain(name => name == "KPI1 の2年目" || name == "KPI1 の事業開始前");
    }

    [Fact]
    public void Fill_RowsUnderHeadingsOfTheirOwn_AreLeftAlone()
    {
        var filling = Fill([
            ["基本目標", "ＫＰＩ", "単位", "基準値", "R6", "R7", "R8"],
            ["しごと", .. Blank(6)],
            ["ひと", .. Blank(6)],
        ]);

        filling.Places.ShouldNotContain(place => place.Where.StartsWith("表1", StringComparison.Ordinal));
        filling.Missing.ShouldContain("KPI1 の名称");
    }

    [Fact]
    public void Fill_BehindARowThatHoldsSomething_FillsNoMore()
    {
        var filling = Fill([
            ["ＫＰＩ", "単位", "基準値", "R6", "R7", "R8"],
            Blank(6),
            ["（再掲）人口", "人", "", "", "", ""],
            Blank(6),
        ]);

        InRow(filling, 2).ShouldBe(First);
        InRow(filling, 4).ShouldBeEmpty();
        filling.Missing.ShouldContain("KPI2 の値の行");
    }

    [Fact]
    public void Fill_TwoSuchTables_FillsNeitherAndSaysSo()
    {
        string[][] table =
        [
            ["ＫＰＩ", "単位", "基準値", "R6", "R7", "R8"],
            Blank(6),
            Blank(6),
        ];

        var filling = Fill(table, table);

        filling.Unsure.ShouldContain("KPI の表");
        filling.Places.ShouldNotContain(place => place.Where.StartsWith('表'));
    }

    [Fact]
    public void Fill_ASheet_IsReadAgainToTheSameFigures()
    {
        var form = ExcelWriter.Write(
            Form([
                ["R8", "単位", "ＫＰＩ", "R6", "R7", "基準値"],
                Blank(6),
                Blank(6),
            ])
        );

        var filling = FillForm.Into(Plan, "様式.xlsx", form);

        filling.Fault.ShouldBeNull();
        var read = Recogniser.Read(DocumentReader.Read("様式.xlsx", filling.Content!)).Indicators;
        read.Select(one => (one.Name!.Value, one.Unit!.Value, one.Baseline!.Value))
            .ShouldBe([("来館者数", "人", 5m), ("宿泊者数", "人泊", 1.5m)]);
        read[1].Targets.Select(target => target.Figure!.Value).ShouldBe([2m, 3m, 4m]);
    }

    [Theory]
    [InlineData("数値目標")]
    [InlineData("【数値目標】")]
    [InlineData("ＫＰＩ")]
    [InlineData("重要業績評価指標（KPI）")]
    [InlineData("KPI一覧")]
    [InlineData("別表　数値目標（令和6年度～令和8年度）")]
    public void Fill_ATitleDirectlyOverTheHeadRow_IsNoHead(string title)
    {
        string[][] table =
        [
            [title, .. Blank(5)],
            ["指標名", "単位", "基準値", "R6", "R7", "R8"],
            Blank(6),
            Blank(6),
        ];

        var inWord = Fill(table);
        InRow(inWord, 3).ShouldBe(First);
        InRow(inWord, 4).ShouldBe(Second);
        var inExcel = FillForm.Into(Plan, "様式.xlsx", ExcelWriter.Write(Form(table)));
        inExcel.Fault.ShouldBeNull();
        inExcel.Places.Select(place => place.Text).ShouldContain("来館者数");
        inExcel.Places.Count.ShouldBe(inWord.Places.Count);
    }

    [Fact]
    public void Fill_ATitleOverTheNumbersOfTheRows_IsNoHead()
    {
        var filling = Fill([
            ["数値目標", .. Blank(6)],
            ["No.", "指標名", "単位", "基準値", "R6", "R7", "R8"],
            ["1", .. Blank(6)],
            ["2", .. Blank(6)],
        ]);

        InRow(filling, 3).ShouldBe(First);
        InRow(filling, 4).ShouldBe(Second);
    }

    [Fact]
    public void Fill_TwoHeadRowsOverRowsOfTheirOwn_FillsNeitherAndSaysSo() =>
        Fill([
            ["ＫＰＩ", "単位", "基準値", "R6", "R7", "R8"],
            Blank(6),
            ["ＫＰＩ", "単位", "基準値", "R6", "R7", "R8"],
            Blank(6),
        ])
            .Unsure.ShouldContain("KPI の表");

    private static PlanContent Plan { get; } =
        new()
        {
            Form = PlanForm.A2007,
            Passages = PlanContent
                .NoPassages.Add("1", "港町の計画")
                .Add("3", "港町の全域")
                .Add("5-2-8-start", "2024年4月1日")
                .Add("5-2-8-end", "2027年3月31日"),
            Indicators = [Indicator(1, First) with { Definition = "入口で数えた数。" }, Indicator(2, Second)],
        };

    private static PlanIndicator Indicator(int number, string[] texts) =>
        new()
        {
            Number = number,
            Name = texts[0],
            Unit = texts[1],
            Basis = TargetBasis.AnnualFlow,
            Baseline = PlanFigure.Of(texts[2]),
            Targets =
            [
                .. texts[3..].Select((text, at) => new PlanTarget(new FiscalYear(2024 + at), PlanFigure.Of(text))),
            ],
        };

    private static FormFilling Fill(params string[][][] tables)
    {
        var filling = FillForm.Into(Plan, "様式.docx", WordWriter.Write(Form(tables)));
        filling.Fault.ShouldBeNull();
        return filling;
    }

    private static WrittenDocument Form(params string[][][] tables) =>
        new(
            "様式",
            [
                new WrittenHeading(2, "１　地域再生計画の名称"),
                new WrittenParagraph("○○○○計画"),
                new WrittenHeading(2, "３　地域再生計画の区域"),
                new WrittenParagraph("○○○○"),
                new WrittenHeading(2, "５－２　事業の名称"),
                new WrittenParagraph("○○○○"),
                .. tables.SelectMany(table =>
                    (WrittenBlock[])
                        [
                            new WrittenTable([
                                .. table.Select(row => new WrittenRow([.. row.Select(text => new WrittenCell(text))])),
                            ]),
                            new WrittenParagraph("※"),
                        ]
                ),
            ]
        );

    private static string[] Blank(int columns) => [.. Enumerable.Repeat("", columns)];

    /// <summary>What was filled into a row of the first table, from left to right.</summary>
    private static List<string> InRow(FormFilling filling, int row) =>
        [
            .. filling
                .Places.Where(place => place.Where.StartsWith($"表1の{row}行", StringComparison.Ordinal))
                .Select(place => place.Text.Replace(".00", "", StringComparison.Ordinal).Replace(".50", ".5")),
        ];
}
