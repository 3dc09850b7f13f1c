using System.Text;
using Shirube.Documents;
using Shirube.Documents.Recognition;

namespace Shirube.Tests.Documents.Recognition.Plans;

/// <summary>Bracketed headings of a plan whose format marks the headings of the form.</summary>
public class MarkedHeadingsTests
{
    [Fact]
    public void Read_OneBracketedHeadingMarkedByChance_LeavesTheOthersHeadings() =>
        Titles("【現状】\n\n人口が減っている。\n\n### 【課題】\n\n働く場が少ない。\n\n【背景】\n\n若者が離れる。")
            .ShouldBe(["【現状】", "【課題】", "【背景】"]);

    [Fact]
    public void Read_SeveralBracketedHeadingsMarked_TakesALineWithoutTheMarkAsText() =>
        Titles(
                "### 【現状】\n\n人口が減っている。\n\n【背景】\n\n若者が離れる。\n\n### 【課題】\n\n働く場が少ない。\n\n【参考】\n\nなし。\n\n【補足】\n\nなし。"
            )
            .ShouldBe(["【現状】", "【課題】"]);

    private static IEnumerable<string> Titles(string issues) =>
        Recogniser
            .Read(
                DocumentReader.Read(
                    "計画.md",
                    Encoding.UTF8.GetBytes(
                        $"""
                        ## 1 地域再生計画の名称

                        港町の計画

                        ## 2 地域再生計画の作成主体の名称

                        長野県

                        ## 3 地域再生計画の区域

                        長野県の全域

                        ## 4 地域再生計画の目標

                        ## 4-1 地方創生の実現における構造的な課題

                        {issues}

                        ## 4-2 地方創生として目指す将来像

                        人が集う。

                        ## 5 地域再生を図るために行う事業

                        ## 5-1 全体の概要

                        5-2のとおり。

                        ## 6 計画期間

                        地域再生計画の認定の日から2030年3月31日まで

                        ## 7 目標の達成状況に係る評価に関する事項

                        毎年度に行う。
                        """
                    )
                )
            )
            .Chapters.Select(chapter => chapter.Title.Value)
            .Where(title => title.StartsWith('【'));
}
