using System.Text.Json.Nodes;
using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Tests.Documents.Recognition.Sheets;
using Shirube.Tests.Support;
using Shirube.Tests.Support.Rendering;

namespace Shirube.Tests.Documents.Recognition.Policies;

public sealed class PolicyLayoutTests
{
    public static TheoryData<string, string> Layouts =>
        new(
            from form in new[] { "table", "outline" }
            from format in new[] { "md", "txt", "html", "xlsx" }
            where form == "table" || format != "xlsx"
            select (form, format)
        );

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_SameContentsInOtherLayouts_GivesTheSameReading(string form, string format)
    {
        var expected = ExpectedReading.Of("003");
        var document = form == "table" ? Tree(expected) : Outline(expected);

        var reading = Recogniser.Read(DocumentReader.Read("tree." + format, SheetTableTests.Write(document, format)));

        ExpectedReading.Differences(expected, reading).ShouldBeEmpty();
    }

    [Fact]
    public void Read_TwoNamesForOnePolicy_LeavesItOut()
    {
        var text = """
            ○○町総合計画 施策体系
            基本方針1 安心して暮らせるまち
            施策1：医療の確保
            基本方針2 にぎわうまち
            施策1：観光の振興

            基本方針1 健やかに暮らせるまち
            施策1：医療の確保
            """;

        var reading = ExpectedReading.Read("outline.txt", text);

        reading.Policies.Select(policy => policy.Name.Value).ShouldBe(["にぎわうまち"]);
        reading.Findings.ShouldContain(finding => finding.Code == "POLICY001");
    }

    [Fact]
    public void Read_MeasureThatMayGoOn_IsLeftOut()
    {
        var text = """
            施策体系（基本方針と施策）
            基本方針1 にぎわうまち

            施策1：観光地の魅力発信

            人材の育成

            施策2：道の駅の整備
            """;

        var reading = ExpectedReading.Read("outline.txt", text);

        reading.Policies.Single().Measures.Select(measure => measure.Value).ShouldBe(["道の駅の整備"]);
        reading.Findings.ShouldContain(finding => finding.Code == "POLICY003");
    }

    public static TheoryData<string, string> Bulleted =>
        new()
        {
            {
                "outline.html",
                "<h1>松江市産業振興ビジョン</h1><h2>施策体系</h2><h3>Ⅰ　水の都の深化</h3><ul><li>ＩＴ人材の育成と定着</li><li>新事業の創出</li></ul><h3>Ⅱ　ものづくりの競争力強化</h3><ul><li>特殊鋼関連企業の販路開拓</li></ul><h2>３．目標指標</h2><table><tr><th>指標</th><th>単位</th><th>現状値（R3）</th><th>目標値（R9）</th></tr><tr><td>市内総生産</td><td>億円</td><td>8,020</td><td>8,500</td></tr></table>"
            },
            {
                "outline.txt",
                "松江市産業振興ビジョン\n\n施策体系\n\nⅠ　水の都の深化\n・ＩＴ人材の育成と定着\n・新事業の創出\nⅡ　ものづくりの競争力強化\n・特殊鋼関連企業の販路開拓\n\n３．目標指標\n\n指標\t単位\t現状値（R3）\t目標値（R9）\n市内総生産\t億円\t8,020\t8,500\n"
            },
        };

    [Theory]
    [MemberData(nameof(Bulleted))]
    public void Read_BulletsBelowRomanNumerals_AreTheMeasures(string file, string text)
    {
        var reading = ExpectedReading.Read(file, text);

        reading
            .Policies.Select(policy =>
                $"{policy.No?.Value} {policy.Name.Value}: {string.Join('/', policy.Measures.Select(measure => measure.Value))}"
            )
            .ShouldBe([
                "Ⅰ 水の都の深化: ＩＴ人材の育成と定着/新事業の創出",
                "Ⅱ ものづくりの競争力強化: 特殊鋼関連企業の販路開拓",
            ]);
        reading.Findings.Select(finding => finding.Code).ShouldContain("POLICY007");
    }

    [Theory]
    [InlineData("Ⅰ　策定の趣旨\n・人口の減少\nⅡ　現状と課題\n・担い手の不足\n")]
    [InlineData("Ⅰ　水の都の深化\n市の人口は減っている。\n・人口の減少\nⅡ　産業の育成\n・販路の開拓\n")]
    [InlineData("Ⅰ　水の都の深化\n・人口が減っている。\nⅡ　産業の育成\n・販路の開拓\n")]
    public void Read_BulletsOfAText_AreNoMeasures(string text) =>
        ExpectedReading.Read("outline.txt", "施策体系（基本方針）\n\n" + text).Policies.ShouldBeEmpty();

    private static RenderedDocument Tree(JsonObject expected) =>
        new(
            new Heading(1, "群馬県産業振興基本計画"),
            new Paragraph("計画期間：令和6年4月～令和10年3月"),
            new Paragraph("施策体系"),
            new RenderedTable([
                ["基本方針", "施策", "主な事業"],
                .. expected["policies"]!
                    .AsArray()
                    .SelectMany(policy =>
                    {
                        var measures = policy!["measures"]!.AsArray();
                        return measures.Select(
                            RenderedCell[] (measure, i) =>
                                i == 0
                                    ?
                                    [
                                        new($"{policy["no"]}　{policy["name"]}", RowSpan: measures.Count),
                                        $"施策{i + 1}：{measure}",
                                        "調査事業",
                                    ]
                                    : [$"施策{i + 1}：{measure}", "啓発事業"]
                        );
                    }),
            ])
            {
                HeaderRows = 1,
            }
        );

    private static RenderedDocument Outline(JsonObject expected) =>
        new([
            new Heading(1, "群馬県産業振興基本計画"),
            new Paragraph("計画期間：令和6年4月～令和10年3月"),
            new Heading(2, "施策体系（５つの基本方針）"),
            .. expected["policies"]!
                .AsArray()
                .SelectMany(policy =>
                    policy!["measures"]!
                        .AsArray()
                        .Select(Block (measure, i) => new Paragraph($"施策{i + 1}：{measure}"))
                        .Prepend(new Heading(2, $"基本方針{policy["no"]}　{policy["name"]}"))
                ),
        ]);
}
