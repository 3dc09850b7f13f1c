using Shirube.Documents;
using Shirube.Tests.Support;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Policies;

/// <summary>Outlines of other governments: their numbers, their tables of contents, their broken lines.</summary>
public sealed class PolicyOutlineTests
{
    private const string Head = "○○市産業振興計画\n施策体系（基本方針と主要施策）\n";

    private static IReadOnlyList<string> Tree(Reading reading) =>
        [
            .. reading.Policies.Select(policy =>
                $"{policy.No?.Value} {policy.Name.Value}: {string.Join(" / ", policy.Measures.Select(m => m.Value))}"
            ),
        ];

    [Theory]
    [InlineData("1　稼ぐ力\n　1-1　販路開拓\n　1-2　担い手育成\n2　にぎわい\n　2-1　観光振興\n")]
    [InlineData("１．稼ぐ力\n（１）販路開拓\n（２）担い手育成\n２．にぎわい\n（１）観光振興\n")]
    [InlineData("第1章　稼ぐ力\n第1節　販路開拓\n第2節　担い手育成\n第2章　にぎわい\n第1節　観光振興\n")]
    [InlineData("1 稼ぐ力 …… 3\n1-1 販路開拓 ………… 4\n1-2 担い手育成 ...... 5\n2 にぎわい …… 6\n2-1 観光振興 …… 7\n")]
    public void Read_NumbersWithoutLevelWords_GivesTheTree(string body) =>
        Tree(ExpectedReading.Read("outline.txt", Head + body))
            .Select(policy => policy[2..])
            .ShouldBe(["稼ぐ力: 販路開拓 / 担い手育成", "にぎわい: 観光振興"]);

    [Fact]
    public void Read_NumbersInBracketsBelowGoals_GivesTheTree()
    {
        const string Text =
            "第３次山鹿市総合計画　施策体系\n第１章　計画の概要\n第２章　基本構想\n２　基本目標と施策\n基本目標１　安心して暮らせるまち\n（１）地域医療の充実\nア　救急医療体制の確保\n（２）防災力の強化\n基本目標２　産業が元気なまち\n（１）農林業の振興\nア　担い手の育成\n";

        Tree(ExpectedReading.Read("outline.txt", Text))
            .ShouldBe(["１ 安心して暮らせるまち: 地域医療の充実 / 防災力の強化", "２ 産業が元気なまち: 農林業の振興"]);
    }

    [Theory]
    [InlineData("", "自動車分野への参入支援", "Ｕターン就職の促進", 0)]
    [InlineData("伸びる分野を育てる。\n", "", "", 2)]
    public void Read_PillarsWithBullets_TakesThemOnlyRightBelowTheName(
        string text,
        string first,
        string second,
        int open
    )
    {
        var outline =
            $"産業振興ビジョン（概要版）\n施策の体系\n柱１　成長産業の創出\n{text}・自動車分野への参入支援\n柱２　人材の確保と育成\n{text}・Ｕターン就職の促進\n";

        var reading = ExpectedReading.Read("outline.txt", outline);

        Tree(reading).ShouldBe(["１ 成長産業の創出: " + first, "２ 人材の確保と育成: " + second]);
        reading.Findings.Count(finding => finding.Code == "POLICY102").ShouldBe(open);
    }

    [Theory]
    [InlineData("第1章　計画の趣旨\n第1節　策定の背景\n第2章　施策の展開\n第1節　観光振興\n")]
    [InlineData("1 稼ぐ力\n1-1 販路開拓\n1-3 担い手育成\n2 にぎわい\n2-1 観光振興\n")]
    public void Read_NumbersThatAreNoTree_GivesNothing(string body)
    {
        var reading = ExpectedReading.Read("outline.txt", Head + body);

        reading.Policies.ShouldBeEmpty();
        reading.Findings.ShouldContain(finding => finding.Code == "POLICY004");
    }

    [Fact]
    public void Read_PoliciesAsColumns_GivesTheTree()
    {
        var table = new RenderedTable([
            ["", "基本方針Ⅰ\n稼ぐ力", "基本方針Ⅱ\nにぎわい"],
            ["方向性", "強みを伸ばす。", "人を呼ぶ。"],
            ["施策1", "販路開拓", "観光振興"],
            ["施策2", "担い手育成", ""],
        ]);

        var reading = ExpectedReading.Read("t.html", new RenderedDocument(new Paragraph("施策体系"), table).ToHtml());

        Tree(reading).ShouldBe(["Ⅰ 稼ぐ力: 販路開拓 / 担い手育成", "Ⅱ にぎわい: 観光振興"]);
    }

    [Fact]
    public void Read_NamesThatTheirColumnBroke_AreWholeOrLeftOut()
    {
        var text =
            Head
            + "基本方針1 地域の産業を支える人材の\n育成\n施策1：若い世代に向けた学びの機会を\n広げる取組\n施策2：現役世代の学び直しを応援する\n仕組み\n"
            + "基本方針2 新しい産業が次々と生まれる\nまち\n施策1：起業の応援\n";

        var reading = ExpectedReading.Read("outline.txt", text);

        Tree(reading)
            .ShouldBe([
                "1 地域の産業を支える人材の育成: 若い世代に向けた学びの機会を広げる取組 / 現役世代の学び直しを応援する仕組み",
                "2 新しい産業が次々と生まれるまち: 起業の応援",
            ]);
    }

    [Fact]
    public void Read_MeasuresThatJump_SaysSo()
    {
        var reading = ExpectedReading.Read("o.txt", Head + "基本方針1 稼ぐ力\n施策1：販路開拓\n施策3：担い手育成\n");

        reading.Policies.Single().Measures.Count.ShouldBe(2);
        reading.Findings.ShouldContain(finding => finding.Code == "POLICY006");
    }

    [Fact]
    public void Read_TwoListsForOnePolicy_LeavesTheMeasuresOpen()
    {
        var text =
            Head
            + "基本方針1 稼ぐ力\n施策1：販路開拓\n基本方針2 にぎわい\n施策1：観光振興\n\n基本方針1 稼ぐ力\n施策1：担い手育成\n";

        var reading = ExpectedReading.Read("o.txt", text);

        reading.Policies[0].Measures.ShouldBeEmpty();
        reading.Findings.ShouldContain(finding => finding.Code == "POLICY002");
    }
}
