using Shirube.Documents;

namespace Shirube.Tests.Documents.Recognition.Indicators;

/// <summary>Cells that hold more than one figure, and rows whose cells are fewer than the columns.</summary>
public sealed class IndicatorCellTests
{
    private static void ShouldRead(string drawing, params string[] expected) =>
        DrawnTables.Read(drawing).ShouldBe(string.Join('\n', expected));

    private static void ShouldReadRuled(string drawing, params string[] expected) =>
        DrawnTables.Read(drawing, TableSource.Ruled).ShouldBe(string.Join('\n', expected));

    private static void ShouldReadTabs(string drawing, params string[] expected) =>
        DrawnTables.Read(drawing, TableSource.Tabs).ShouldBe(string.Join('\n', expected));

    [Theory]
    [InlineData("1.3万", "人", "13000")]
    [InlineData("1.234万", "人", "12340")]
    [InlineData("16万人", "人", "160000")]
    [InlineData("16万人", "万人", "16")]
    [InlineData("1.6億", "円", "160000000")]
    [InlineData("16万", "万人", "?")]
    [InlineData("16万件", "人", "?")]
    [InlineData("△31人の解消", "人", "?")]
    public void Read_NumberInWords_IsWorkedOutOrOpen(string written, string unit, string value)
    {
        var read = DrawnTables.Read(
            $"""
            | KPI | 単位 | R4目標 | R4実績 |
            | 来訪者数 | {unit} | {written} | 5 |
            """
        );

        read.ShouldContain($"t:2022={value} a:2022=5");
        read.Contains("!KPI031", StringComparison.Ordinal).ShouldBe(value == "?", read);
    }

    [Theory]
    [InlineData("120.00以上")]
    [InlineData("※120.00")]
    public void Read_NumberWithAWordAtIt_SaysSo(string written) =>
        DrawnTables
            .Read(
                $"""
                | KPI | 単位 | R4目標 | R4実績 |
                | 来訪者数 | 人 | {written} | 5 |
                """
            )
            .ShouldSatisfyAllConditions(
                read => read.ShouldContain("t:2022=120"),
                read => read.ShouldContain("!KPI041")
            );

    [Fact]
    public void Read_TwoFiguresInACellUnderOneRole_LeavesTheCellOpen() =>
        ShouldRead(
            """
            | KPI | 単位 | R4目標 | R4実績 |
            | 移住相談件数 | 件 | 100￢88 | 12￢34 |
            | 移住者数 | 人 | 10￢(8) | 5 |
            """,
            "1:移住相談件数(件) Level t:2022=? a:2022=?",
            "2:移住者数(人) Level t:2022=? a:2022=5",
            "!KPI032"
        );

    [Fact]
    public void Read_TwoFiguresInARuledCellWithRoomForOne_LeavesTheCellOpen() =>
        ShouldReadRuled(
            """
            | 指標 | 単位 | 基準値￢（R5） | R6目標 | R7目標 |
            | 就農者数 | 人 | 24 | 26 | 28 |
            | 起業件数 | 件 | 12￢34 | 15 | 18 |
            | 入込客数 | 千人 | 1,200 | 1,250 | 1,300 |
            """,
            "1:就農者数(人) Level b=24@2023 t:2024=26,2025=28",
            "2:起業件数(件) Level t:2024=15,2025=18",
            "3:入込客数(千人) Level b=1200@2023 t:2024=1250,2025=1300",
            "!KPI032"
        );

    [Fact]
    public void Read_FigureThatFillsItsNarrowRuledCell_IsOneOverTwoLines() =>
        ShouldReadRuled(
            """
            | 指標 | 単位 | R6￢目標 | R6￢実績 |
            | 社会増減数 | 人 | ▲33￢8 | ▲2,2￢08 |
            | 就農者数 | 人 | 24 | 26 |
            """,
            "1:社会増減数(人) Level t:2024=-338 a:2024=-2208",
            "2:就農者数(人) Level t:2024=24 a:2024=26"
        );

    [Fact]
    public void Read_UpperAndLowerLineNamedAbove_GivesEachItsRole() =>
        ShouldRead(
            """
            KPIの進捗状況（上段：目標値、下段：実績値）
            | KPI | 単位 | R4 | R5 | R6 |
            | 移住相談件数 | 件 | 100￢88 | 110￢121 | 120￢集計中 |
            | 空き家成約数 | 件 | 5￢3 | 6￢6 | 7￢― |
            """,
            "1:移住相談件数(件) Unknown t:2022=100,2023=110,2024=120 a:2022=88,2023=121,2024=P",
            "2:空き家成約数(件) Unknown t:2022=5,2023=6,2024=7 a:2022=3,2023=6,2024=-"
        );

    [Fact]
    public void Read_UpperAndLowerLineNamedInHeading_GivesEachItsRole() =>
        ShouldRead(
            """
            | KPI | 単位 | R4￢実績￢目標 | R5￢実績￢目標 |
            | 移住相談件数 | 件 | 88￢100 | 121￢110 |
            """,
            "1:移住相談件数(件) Level t:2022=100,2023=110 a:2022=88,2023=121"
        );

    [Fact]
    public void Read_TabRowsWithoutTheirBlankBeginning_StandUnderTheirColumns() =>
        ShouldReadTabs(
            """
            KPI 目標値一覧
            | 基準値 | R5 | R6 | R7 |
            | 移住者数（人） | 10 | 15 | 20 | 30 |
            | 企業数（社） | 5 | 6 | 8 | 9 |
            """,
            "1:移住者数(人) Unknown b=10 t:2023=15,2024=20,2025=30",
            "2:企業数(社) Unknown b=5 t:2023=6,2024=8,2025=9"
        );

    [Fact]
    public void Read_TabRowOfActualsWithoutItsName_StandsUnderItsYears() =>
        ShouldReadTabs(
            """
            | KPI | 区分 | 2023年度 | 2024年度 | 2025年度 |
            | 移住者数（人） | 目標値 | 10 | 20 | 30 |
            | 実績値 | 9 | 21 | 集計中 |
            """,
            "1:移住者数(人) Level t:2023=10,2024=20,2025=30 a:2023=9,2024=21,2025=P"
        );

    [Fact]
    public void Read_TabRowThatFitsInTwoWays_LeavesItsFiguresOpen() =>
        ShouldReadTabs(
            """
            | KPI | 区分 | 2023年度 | 2024年度 | 2025年度 |
            | 移住者数（人） | 目標値 | 10 | 20 | 30 |
            | 実績値 | 9 | 21 |
            """,
            "1:移住者数(人) Level t:2023=10,2024=20,2025=30 a:2023=?",
            "!KPI031",
            "!KPI040"
        );

    [Fact]
    public void Read_CumulativeColumnsWithoutTargetOrActual_StayOpen() =>
        ShouldRead(
            """
            | KPI | 単位 | R5 | R5累計 | R6 | R6累計 |
            | 講座数 | 回 | 4 | 4 | 5 | 9 |
            """,
            "1:講座数(回) Unknown",
            "!KPI034"
        );

    [Fact]
    public void Read_BareYearsBesideANamedTarget_StayOpen() =>
        ShouldRead(
            """
            | 指標 | 基準値（令和元年度） | 目標値（令和6年度） | 令和2年度 | 令和3年度 |
            | 移住者数（人） | 10 | 30 | 12 | 15 |
            """,
            "1:移住者数(人) Level b=10@2019 t:2024=30",
            "!KPI034"
        );

    [Fact]
    public void Read_TwoUnitsInACell_LeavesTheFiguresOpenWithAReason() =>
        ShouldRead(
            """
            | KPI | 単位 | 基準値 | 2025年度 |
            | 参加者数・参加企業数 | 人（社） | 100（5） | 120（6） |
            | 相談件数、解決率 | 件、％ | 10、50 | 12、60 |
            """,
            "1:参加者数・参加企業数(人（社）) Unknown t:2025=?",
            "2:相談件数、解決率(件、％) Unknown t:2025=?",
            "!KPI031"
        );

    [Fact]
    public void Read_RateWithItsFraction_IsTakenWhereTheFractionBearsItOut() =>
        ShouldRead(
            """
            | KPI | 基準値 | R5目標 | R6目標 |
            | 受診率 | 45/120（37.5％） | 40.0％（48/120） | 60/120（55％） |
            """,
            "1:受診率(%) Level b=37.5 t:2023=40,2024=?",
            "!KPI031"
        );

    [Fact]
    public void Read_TwoListsBesideOneAnother_ReadsBoth() =>
        ShouldRead(
            """
            | 指標 | R4目標 | R5目標 | 指標 | R4目標 | R5目標 |
            | 就農者数（人） | 10 | 12 | 来館者数（人） | 2,000 | 2,200 |
            | 認定数（件） | 1 | 2 | 登録数（件） | 30 | 35 |
            """,
            "1:就農者数(人) Level t:2022=10,2023=12",
            "2:認定数(件) Level t:2022=1,2023=2",
            "3:来館者数(人) Level t:2022=2000,2023=2200",
            "4:登録数(件) Level t:2022=30,2023=35"
        );

    [Fact]
    public void Read_HeadingsThatLostTheirMerge_SpeakForTheBlankBeside() =>
        ShouldRead(
            """
            | 年度 | 移住者数（人） | | 企業数（社） | |
            | | 目標 | 実績 | 目標 | 実績 |
            | R4 | 10 | 8 | 1 | 0 |
            | R5 | 12 | 集計中 | 2 | - |
            """,
            "1:移住者数(人) Level t:2022=10,2023=12 a:2022=8,2023=P",
            "2:企業数(社) Level t:2022=1,2023=2 a:2022=0,2023=-"
        );

    [Fact]
    public void Read_PlannedAndActualRows_AreTargetsAndActuals() =>
        ShouldRead(
            """
            | 指標名 | 単位 | | R4 | R5 | R6 |
            | 園児数 | 人 | 計画 | 120 | 118 | 115 |
            | | | 実績 | 119 | 116 | |
            """,
            "1:園児数(人) Level t:2022=120,2023=118,2024=115 a:2022=119,2023=116"
        );
}
