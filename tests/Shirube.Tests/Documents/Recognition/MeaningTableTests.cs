using System.Globalization;
using System.Text;
using Shirube.Calendar;
using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Documents.Recognition.Annexes;
using Shirube.Indicators;
using Shirube.Tests.Documents.Recognition.Indicators;

namespace Shirube.Tests.Documents.Recognition;

/// <summary>数値目標の説明 behind a plan, which says what the figures of its KPIs mean.</summary>
public class MeaningTableTests
{
    private const string Head = "| 番号 | KPI | 基準値の年度 | 数え方 | 良い方向 | 範囲 | 定義 |";

    [Fact]
    public void Read_ARowForEachKpi_SaysWhatItsFiguresMean()
    {
        var read = Read(
            Head,
            "| KPI① | 来館者数 | 令和5年度 | その年度の水準 | 範囲内が良い | 3.5～1,200 | 入口で数えた数。 |"
        );

        var meaning = read[0].Meaning!;
        (meaning.Basis!.Value, meaning.Direction!.Value).ShouldBe((TargetBasis.Level, Direction.Range));
        (meaning.RangeLow!.Value, meaning.RangeHigh!.Value).ShouldBe((3.5m, 1_200m));
        meaning.Definition!.Value.ShouldBe("入口で数えた数。");
        meaning.Definition.Evidence.At.Text.ShouldBe("入口で数えた数。");
        read[0].BaselineYear!.Value.ShouldBe(new FiscalYear(2023));
        read[1].Meaning.ShouldBeNull();
        read.Select(one => one.Targets[0].Figure!.Value).ShouldBe([10m, 3m]);
    }

    [Theory]
    [InlineData("| KPI① | 来館者数 | 昨年 | のべ | 上がる | 約3 | |")]
    [InlineData("| KPI① | 来館者数 | 24年度 | 1年ごとの数など | 高い | 9～3 | |")]
    public void Read_OtherWords_StayOpen(string row)
    {
        var one = Read(Head, row)[0];

        one.BaselineYear.ShouldBeNull();
        one.Meaning.ShouldBe(new ReadMeaning());
    }

    [Theory]
    [InlineData(Head, "| KPI① | 入込客数 | | その年度の水準 | | | |")]
    [InlineData(Head, "| KPI① | 来館者数 | | その年度の水準 | | | |\n| KPI① | 来館者数 | | 1年ごとの数 | | | |")]
    [InlineData(Head, "| 来館 | 来館者数 | | その年度の水準 | | | |")]
    [InlineData(
        "| 番号 | KPI | 令和6年度 | 数え方 | 良い方向 | 範囲 | 定義 |",
        "| KPI① | 来館者数 | 5 | その年度の水準 | | | |"
    )]
    public void Read_WhatIsNotCertainlyOfThatKpi_IsNotTaken(string head, string rows) =>
        Read(head, rows)[0].Meaning.ShouldBeNull();

    [Theory]
    [InlineData("ja", "KPI1 来館者数：基準年度に異なる値が印刷されています（2023 / 2022）。")]
    [InlineData("en", "KPI1 来館者数: different values are printed for baseline year (2023 / 2022);")]
    public void Read_AnotherBaselineYearThanTheTable_IsSaidInTheLanguageOfTheReader(string culture, string expected)
    {
        var said = Twice("| KPI① | 来館者数 | 令和4年度 | | | | |", baseline: "7（令和5年度）")
            .Findings.Where(finding => finding.Code == "KPI032")
            .ShouldHaveSingleItem();

        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            FindingText.MessageOf(said).ShouldStartWith(expected);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Read_NumberThatTwoKpisBear_GivesARowToTheOneThatItNamesAndElseToNone()
    {
        var named = Twice("| KPI① | 宿泊者数 | | その年度の水準 | | | |");
        named.Indicators.Select(one => one.Meaning?.Basis?.Value).ShouldBe([null, TargetBasis.Level]);
        named.Findings.ShouldNotContain(finding => finding.Code == "KPI043");

        var both = Twice("| KPI① | 来館者数 | | 1年ごとの数 | | | |\n| KPI① | 宿泊者数 | | その年度の水準 | | | |");
        both.Indicators.Select(one => one.Meaning?.Basis?.Value).ShouldBe([TargetBasis.AnnualFlow, TargetBasis.Level]);

        var nameless = Twice("| KPI① | | | その年度の水準 | | | |");
        nameless.Indicators.Select(one => one.Meaning).ShouldAllBe(meaning => meaning == null);
        var said = nameless.Findings.Where(finding => finding.Code == "KPI043").ShouldHaveSingleItem();
        (said.Arguments[0], said.Arguments[1], said.Pointer).ShouldBe(("KPI①", 2, "/indicators"));
    }

    [Theory]
    [InlineData(TableSource.Given, "入口で数えた人数の\n合計。CO2 は\nGHG に含む")]
    [InlineData(TableSource.Ruled, "入口で数えた人数の合計。CO2 はGHG に含む")]
    public void Read_DefinitionOverLines_KeepsThoseThatItsWriterEnded(TableSource source, string expected)
    {
        var document = DrawnTables.Draw(
            """
            数値目標の説明
            | 番号 | KPI | 定義 |
            | KPI① | 来館者数 | 入口で数えた人数の￢合計。CO2 は￢GHG に含む |
            """,
            source
        );

        var meant = MeaningTable.Read(document, document.Tables[0]).ShouldNotBeNull().ShouldHaveSingleItem();

        meant.Meaning.Definition!.Value.ShouldBe(expected);
    }

    /// <summary>Two goals, each of which numbers its KPIs from 1.</summary>
    private static Reading Twice(string rows, string baseline = "5") =>
        Recogniser.Read(
            DocumentReader.Read(
                "計画.md",
                Encoding.UTF8.GetBytes(
                    $"""
                    ## 1 地域再生計画の名称

                    港町の計画

                    ## 3 地域再生計画の区域

                    港町の全域

                    ## 4 地域再生計画の目標

                    | 番号 | 指標名 | 単位 | 基準値 | 2024年度 |
                    | --- | --- | --- | --- | --- |
                    | 1 | 来館者数 | 人 | {baseline} | 10 |

                    | 番号 | 指標名 | 単位 | 基準値 | 2024年度 |
                    | --- | --- | --- | --- | --- |
                    | 1 | 宿泊者数 | 人泊 | 1 | 3 |

                    ## 別添　数値目標の説明

                    {Head}
                    | --- | --- | --- | --- | --- | --- | --- |
                    {rows}
                    """
                )
            )
        );

    private static IReadOnlyList<ReadIndicator> Read(string head, string rows) =>
        Recogniser
            .Read(
                DocumentReader.Read(
                    "計画.md",
                    Encoding.UTF8.GetBytes(
                        $"""
                        ## 1 地域再生計画の名称

                        港町の計画

                        ## 3 地域再生計画の区域

                        港町の全域

                        ## 4 地域再生計画の目標

                        | KPI① | 来館者数 | 単位 | 人 |
                        | --- | --- | --- | --- |
                        | KPI② | 宿泊者数 | 単位 | 人泊 |

                        |  | 事業開始前 | 2024年度増加分 | 2025年度増加分 |
                        | --- | --- | --- | --- |
                        | KPI① | 5 | 10 | 20 |
                        | KPI② | 1 | 3 | 4 |

                        ## 別添　数値目標の説明

                        {head}
                        | --- | --- | --- | --- | --- | --- | --- |
                        {rows}
                        """
                    )
                )
            )
            .Indicators;
}
