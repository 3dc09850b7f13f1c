using System.Text;
using Shirube.Documents;
using Shirube.Documents.Recognition;

namespace Shirube.Tests.Documents.Recognition.Outlines;

/// <summary>Where the last chapter of a numbered plan ends and its annexes begin.</summary>
public class OutlineChaptersTests
{
    private const string Chapters = """
        ## 1 計画の名称

        港町総合計画

        ## 2 作成主体

        長野県

        ## 3 計画期間

        2026年4月1日から2030年3月31日まで

        ## 4 現状と課題

        人口が減っている。

        別紙のとおり調べた。

        ## 5 推進体制と進行管理

        毎年度に検証する。
        """;

    [Theory]
    [InlineData("別紙　実施体制\n\n実施体制は次による。")]
    [InlineData("【別添1】用語の説明\n\n特化係数とは、全国との比である。")]
    public void Read_AnnexWithoutAMarkBehindTheChapters_IsNoPartOfTheLast(string annex) =>
        Last(annex).ShouldBe("毎年度に検証する。");

    [Fact]
    public void Read_AnnexThatIsMarked_LeavesALineWordedLikeOneInTheChapter() =>
        Last("別添　工程表\n\n毎年改める。\n\n## 別添　実施体制\n\n次による。")
            .ShouldBe("毎年度に検証する。\n別添　工程表\n毎年改める。");

    [Fact]
    public void Read_OneChapterWithoutTheMarkThatTheOthersBear_IsAChapter()
    {
        var read = Read(Chapters.Replace("## 5 推進体制", "5 推進体制", StringComparison.Ordinal));

        read.Chapters.Select(chapter => chapter.Number).ShouldBe(["1", "2", "3", "4", "5"]);
        read.Chapters[^1].Text.Value.Trim().ShouldBe("毎年度に検証する。");
    }

    private static Reading Read(string markdown) =>
        Recogniser.Read(DocumentReader.Read("計画.md", Encoding.UTF8.GetBytes(markdown)));

    private static string Last(string behind)
    {
        var read = Read($"{Chapters}\n\n{behind}\n");
        read.Chapters.Select(chapter => chapter.Number).ShouldBe(["1", "2", "3", "4", "5"]);
        read.Chapters[3].Text.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        return string.Join('\n', read.Chapters[^1].Text.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
