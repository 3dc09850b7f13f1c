using Shirube.Approvals;
using Shirube.Documents.Comparison;

namespace Shirube.Tests.Approvals;

public sealed class ChangedParagraphTests
{
    [Fact]
    public void Between_OneChangedWord_MarksItAloneInItsParagraph()
    {
        var (before, after) = ChangedParagraph.Between(
            "同じ段落。\n事業を行う。\n終わり。",
            "同じ段落。\n事業を毎年行う。\n終わり。"
        );

        after.Select(one => one.IsChanged).ShouldBe([false, true, false]);
        after[1].Runs.Single(run => run.IsChanged).Text.ShouldContain("毎年");
        after[1].Runs[0].ShouldBe(new Run("事業を", false));
        string.Concat(before[1].Runs.Select(run => run.Text)).ShouldBe("事業を行う。");
        before[1].IsChanged.ShouldBeTrue();
    }

    [Fact]
    public void Between_ManyWordsAndParagraphs_PutTogetherAreBothTexts()
    {
        var old = string.Join('\n', Enumerable.Range(0, 400).Select(n => $"第{n}の項目について、地域の人と行う。"));
        var now = old.Replace("地域の人", "地域に住む人々") + "\n\n加えた段落。";

        var (before, after) = ChangedParagraph.Between(old, now);

        Text(before).ShouldBe(old);
        Text(after).ShouldBe(now);
        after[^1].IsChanged.ShouldBeTrue();
    }

    private static string Text(IEnumerable<ChangedParagraph> paragraphs) =>
        string.Join('\n', paragraphs.Select(one => string.Concat(one.Runs.Select(run => run.Text))));
}
