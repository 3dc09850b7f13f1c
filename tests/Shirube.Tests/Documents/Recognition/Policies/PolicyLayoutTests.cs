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
