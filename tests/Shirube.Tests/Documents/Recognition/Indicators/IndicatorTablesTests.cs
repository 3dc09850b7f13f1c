using Shirube.Documents;
using Shirube.Documents.Recognition.Indicators;

namespace Shirube.Tests.Documents.Recognition.Indicators;

public sealed class IndicatorTablesTests
{
    private static void ShouldRead(string drawing, params string[] expected) =>
        DrawnTables.Read(drawing).ShouldBe(string.Join('\n', expected));

    [Fact]
    public void Read_FormWithNamesAroundTheHeading_JoinsByNumber() =>
        ShouldRead(
            """
            | K P I ① | 地域へのUIJターン就職者数 ||||||| 単位 | 人 |
            | | 事業開始前 (現時点) | 2024年度 増加分 (1年目) | 2025年度 増加分 (2年目) | 2026年度￢増加分￢（３年目） | 2027年度 増加分 (4年目) | 2028年度 増加分 (5年目) | 2029年度 増加分 (6年目) | K P I 増加分 の累計 |
            | K P I ② | デジタルクリエイティブ企業の進出数 ||||||| 単位 | 社 |
            | K P I ① | 1,600.00 | 1,800.00 | 1,900.00 | 2,000.00 | 2,000.00 | 2,000.00 | - | 9,700.00 |
            | K P I ② | 0.00 | 4.00 | 4.00 | 4.00 | 4.00 | 4.00 | - | 20.00 |
            """,
            "1:地域へのUIJターン就職者数(人) Increment b=1600 t:2024=1800,2025=1900,2026=2000,2027=2000,2028=2000,2029=- sum=9700",
            "2:デジタルクリエイティブ企業の進出数(社) Increment b=0 t:2024=4,2025=4,2026=4,2027=4,2028=4,2029=- sum=20"
        );

    [Fact]
    public void Read_HeadOfColumnsBehindANumber_IsNoName() =>
        ShouldRead(
            """
            | KPI① | 基準値 | 単位 | 目標値 |
            | 利用者数 | 100 | 人 | 120 |
            | 売上高 | 30 | 千円 | 45 |
            """,
            "1:利用者数(人) Unknown b=100",
            "2:売上高(千円) Unknown b=30",
            "!KPI033"
        );

    [Theory]
    [InlineData("令和7年度")]
    [InlineData("実績値")]
    [InlineData("120")]
    public void Read_WhatIsNoUnitBehindTheWord_LeavesTheNameOpen(string behind) =>
        ShouldRead(
            $"""
            | KPI① | 基準値 | 単位 | {behind} |
            | KPI② | 合計 | 単位 | 人 |
            | | 事業開始前 | 2024年度 | 2025年度 |
            | KPI① | 5 | 10 | 20 |
            | KPI② | 1 | 3 | 4 |
            """,
            "1:?(?) Unknown b=5 t:2024=10,2025=20",
            "2:合計(人) Unknown b=1 t:2024=3,2025=4"
        );

    [Fact]
    public void Read_FormThatNamesOneOfTwo_LeavesTheOtherNameOpen() =>
        ShouldRead(
            """
            | ＫＰＩ② | 移住相談会等の参加者数 || 単位 | 人 |
            | | 事業開始前￢（現時点） | 2022年度￢増加分￢（１年目） | 2023年度￢増加分￢（２年目） | ＫＰＩ￢増加分￢の累計 |
            | ＫＰＩ① | 11,788.00 | 237.00 | ― | 237.00 |
            | ＫＰＩ② | 228.00 | 9.00 | 9.00 | 18.00 |
            """,
            "1:?(?) Increment b=11788 t:2022=237,2023=- sum=237",
            "2:移住相談会等の参加者数(人) Increment b=228 t:2022=9,2023=9 sum=18"
        );

    [Fact]
    public void Read_ThreeStoreyMergedHeading_GivesEachColumnItsYear() =>
        ShouldRead(
            """
            | 重要業績評価指標（KPI） | 単位 | 事業開始前 | 増加分 | ＜ | ＜ | 累計 |
            | ＾ | ＾ | （現時点） | 2024年度 | 2025年度 | 2026年度 | ＾ |
            | ＾ | ＾ | ＾ | １年目 | ２年目 | ３年目 | ＾ |
            | 新規就農者数 | 人 | 12 | 3 | 4 | ▲1 | 6 |
            | 観光入込客数（千人） | 千人 | 1,204.5 | 0 | 集計中 | － | 0 |
            """,
            "1:新規就農者数(人) Increment b=12 t:2024=3,2025=4,2026=-1 sum=6",
            "2:観光入込客数(千人) Increment b=1204.5 t:2024=0,2025=P,2026=- sum=0"
        );

    [Fact]
    public void Read_YearsDownAndIndicatorsAcross_TurnsTheTable() =>
        ShouldRead(
            """
            | 年度 | KPI① 就業者数（人） | KPI② 売上高（百万円） |
            | 基準値（令和5年度） | 100 | 2,500 |
            | 令和6年度 | 110 | 2,600 |
            | 令和７年度 | 120 | 2,700 |
            | R8年度末 | 130 | 2,800 |
            """,
            "1:就業者数(人) Unknown b=100@2023 t:2024=110,2025=120,2026=130",
            "2:売上高(百万円) Unknown b=2500@2023 t:2024=2600,2025=2700,2026=2800"
        );

    [Fact]
    public void Read_TargetAndActualRowsWithRates_KeepsRatesOut() =>
        ShouldRead(
            """
            | 指標名 | 単位 | 区分 | R5 | R6 | R7 |
            | 移住者数 | 人 | 目標値 | 50 | 60 | 70 |
            | ＾ | ＾ | 実績値 | 45 | 66 | 集計中 |
            | ＾ | ＾ | 達成率 | 90.0% | 110.0% | |
            | 空き家成約件数 | 件 | 目標値 | 10 | 10 | 10 |
            | | | 実績値 | 8 | 12 | |
            | | | 対前年度比 | | 150% | |
            """,
            "1:移住者数(人) Level t:2023=50,2024=60,2025=70 a:2023=45,2024=66,2025=P",
            "2:空き家成約件数(件) Level t:2023=10,2024=10,2025=10 a:2023=8,2024=12"
        );

    [Fact]
    public void Read_TargetAndActualUnderEachYear_PairsThem() =>
        ShouldRead(
            """
            | No. | KPI | 単位 | 基準値 | 令和6年度 | ＜ | 令和7年度 | ＜ |
            | ＾ | ＾ | ＾ | ＾ | 目標 | 実績 | 目標 | 実績 |
            | 1 | 出生数 | 人 | 300 | 310 | 298 | 320 | － |
            | 2 | 待機児童数 | 人 | 12 | 5 | 7 | 0 | 集計中 |
            """,
            "1:出生数(人) Level b=300 t:2024=310,2025=320 a:2024=298,2025=-",
            "2:待機児童数(人) Level b=12 t:2024=5,2025=0 a:2024=7,2025=P"
        );

    [Fact]
    public void Read_OneTableAKpiWithCaptionLine_TakesNameAbove() =>
        ShouldRead(
            """
            【KPI①】農産物輸出額（単位：千円）
            | 年度 | 目標値 | 実績値 |
            | 2023 | 10,000 | 9,870 |
            | 2024 | 12,000 | 2,024 |

            指標２：体験者数（人）
            | 年度 | 目標値 | 実績値 |
            | 2023 | 500 | 498 |
            | 2024 | 600 | |
            """,
            "1:農産物輸出額(千円) Level t:2023=10000,2024=12000 a:2023=9870,2024=2024",
            "2:体験者数(人) Level t:2023=500,2024=600 a:2023=498"
        );

    [Fact]
    public void Read_LabelAndValuePairs_ReadsOneKpi() =>
        ShouldRead(
            """
            | 指標名 | 公共交通の利用者数 |
            | 単位 | 万人 |
            | 基準値（R4） | 31.5 |
            | R6 目標値 | 32 |
            | R7 目標値 | 33 |
            | R8 目標値 | 未定 |
            """,
            "1:公共交通の利用者数(万人) Level b=31.5@2022 t:2024=32,2025=33,2026=?",
            "!KPI031"
        );

    [Fact]
    public void Read_StrategyTableWithYearsInCells_TakesThem() =>
        ShouldRead(
            """
            数値目標
            | 基本目標 | 指標 | 現状値 | 目標値（R10年度） | 担当課 |
            | しごと | 市内総生産額 | 1,600億円（R4年度） | 1,750億円 | 商工課 |
            | しごと | 創業件数 | 累計12件（令和5年度） | 累計30件 | 商工課 |
            | ひと | 健康寿命（男性） | 79.5歳(R2) | 延伸 | 健康課 |
            """,
            "1:市内総生産額(億円) Level b=1600@2022 t:2028=1750",
            "2:創業件数(件) Cumulative b=12@2023 t:2028=30",
            "3:健康寿命（男性）(歳) Level b=79.5@2020 t:2028=?",
            "!KPI031"
        );

    [Fact]
    public void Read_ArrowCells_SplitsBaselineAndTarget() =>
        ShouldRead(
            """
            | 重要業績評価指標 | 目標 |
            | 合計特殊出生率 | 1.35（R5）→1.50（R10） |
            | 若者の定着率 | 現状値 35.2%（R4） → 目標値 40%（R9） |
            """,
            "1:合計特殊出生率(?) Level b=1.35@2023 t:2028=1.5",
            "2:若者の定着率(%) Level b=35.2@2022 t:2027=40"
        );

    [Fact]
    public void Read_YearOfPlanWithKnownStart_DerivesTheYear() =>
        ShouldRead(
            """
            事業実施期間　令和5年4月1日から令和8年3月31日まで
            | KPI | 単位 | 申請時 | 初年度 | 2年目 | 3年目 |
            | KPI1 交流人口 | 人 | 500 | 600 | 700 | 800 |
            """,
            "1:交流人口(人) Unknown b=500 t:2023=600,2024=700,2025=800"
        );

    [Fact]
    public void Read_YearOfPlanWithoutStart_LeavesFiguresOut() =>
        ShouldRead(
            """
            | KPI | 単位 | 申請時 | 1年目目標値 | 2年目目標値 |
            | KPI1 交流人口 | 人 | 500 | 600 | 700 |
            """,
            "1:交流人口(人) Unknown b=500",
            "!KPI033"
        );

    [Fact]
    public void Read_RangeOfYears_IsNoYear() =>
        ShouldRead(
            """
            | 指標 | 基準値 | 目標値（R6～R9） |
            | 相談件数 | 20件 | 90件 |
            """,
            "1:相談件数(件) Unknown b=20",
            "!KPI033"
        );

    [Fact]
    public void Read_FootnoteSigns_DoNotJoinTheNumber() =>
        ShouldRead(
            """
            | 指標 | 基準値（2023年度） | 2024年度目標値 | 2025年度目標値 |
            | 来館者数（人）※1 | 120① | 130² | 140 ※２ |
            """,
            "1:来館者数(人) Level b=120@2023 t:2024=130,2025=140"
        );

    [Fact]
    public void Read_FootnoteSignsInHeadings_AreNoPartOfThem() =>
        ShouldRead(
            """
            数値目標
            | 指標 | 基準値※1 | R6目標 | R7目標※2 |
            | 排出量（千t-CO2）注1 | 1,234.5 | ▲5.0% | 1,100 |
            """,
            "1:排出量(千t-CO2) Level b=1234.5 t:2024=?,2025=1100",
            "!KPI031"
        );

    [Fact]
    public void Read_SameTableTwice_TakesItOnce() =>
        ShouldRead(
            """
            | KPI① | 利用者数 | 単位 | 人 |
            | | 事業開始前 | 2024年度増加分 | 累計 |
            | KPI① | 0 | 5 | 5 |

            再掲
            | KPI① | 利用者数 | 単位 | 人 |
            | | 事業開始前 | 2024年度増加分 | 累計 |
            | KPI① | 0 | 5 | 5 |
            """,
            "1:利用者数(人) Increment b=0 t:2024=5 sum=5"
        );

    [Fact]
    public void Read_RepeatThatDiffers_OpensTheValue() =>
        ShouldRead(
            """
            | KPI① | 利用者数 | 単位 | 人 |
            | | 事業開始前 | 2024年度増加分 | 累計 |
            | KPI① | 0 | 5 | 5 |

            再掲
            | | 事業開始前 | 2024年度増加分 | 累計 |
            | KPI① | 0 | 6 | 5 |
            """,
            "1:利用者数(人) Increment b=0 t:2024=? sum=5",
            "!KPI032"
        );

    [Fact]
    public void Read_EraCarriedAlongTheHeading_IsFollowed() =>
        ShouldRead(
            """
            | 数値目標 | 単位 | 現状（令和4年度） | 令和5年度 | 6年度 | ７年度 |
            | 図書貸出冊数 | 冊 | 10 | 11 | 12 | 13 |
            """,
            "1:図書貸出冊数(冊) Unknown b=10@2022 t:2023=11,2024=12,2025=13"
        );

    [Fact]
    public void Read_BaselineAndTargetYearsInColumns_TakesThem() =>
        ShouldRead(
            """
            | 番号 | 指標名 | 単位 | 基準年度 | 基準値 | 目標年度 | 目標値 |
            | 1 | 防災訓練参加率 | ％ | R4 | 35.2 | R9 | 40.0 |
            | 2 | 消防団員数 | 人 | R5 | 2,010 | R9 | 2,024 |
            """,
            "1:防災訓練参加率(％) Level b=35.2@2022 t:2027=40",
            "2:消防団員数(人) Level b=2010@2023 t:2027=2024"
        );

    [Theory]
    [InlineData(
        """
            事業費
            | 区分 | 2024年度 | 2025年度 | 計 |
            | 総事業費（千円） | 1,000 | 2,000 | 3,000 |
            | うち交付金 | 500 | 1,000 | 1,500 |
            """
    )]
    [InlineData(
        """
            人口の推移
            | 年 | 2010 | 2015 | 2020 |
            | 総人口 | 214,000 | 211,000 | 208,000 |
            | 年少人口 | 30,000 | 28,000 | 26,000 |
            """
    )]
    [InlineData(
        """
            工程表
            | 取組 | R6 | R7 | R8 |
            | システム構築 | 設計 | 開発 | 運用 |
            | 説明会 | 2回 | 3回 | → |
            """
    )]
    [InlineData(
        """
            | 区分 | 人数 |
            | 産業団体 | 4名 |
            | 銀行 | 1名 |
            """
    )]
    public void Read_TablesOfOtherThings_GivesNothing(string drawing) => DrawnTables.Read(drawing).ShouldBe("");

    [Fact]
    public void Read_NumberThatTheNextTableNamesOtherwise_KeepsTheNameAboveTheFirst()
    {
        const string Text = """
            ### 来館者数（人）

            | 区分 | 基準値 | 2024年度 | 2025年度 |
            | --- | --- | --- | --- |
            | KPI① | 10 | 20 | 30 |

            ### 宿泊の目標

            | 指標 | 単位 | 基準値 | 2024年度 | 2025年度 |
            | --- | --- | --- | --- | --- |
            | KPI① 宿泊者数 | 人 | 100 | 200 | 300 |
            """;
        var document = DocumentReader.Read("表.md", System.Text.Encoding.UTF8.GetBytes(Text));

        var read = PlanIndicators.Recognise(document).Indicators;

        read[0].Name?.Value.ShouldBe("来館者数");
    }
}
