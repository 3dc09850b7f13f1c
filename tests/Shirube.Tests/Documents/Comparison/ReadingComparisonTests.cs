using Shirube.Documents;
using Shirube.Documents.Comparison;
using Shirube.Documents.Recognition;
using Shirube.Tests.Support;

namespace Shirube.Tests.Documents.Comparison;

public sealed class ReadingComparisonTests
{
    [Fact]
    public void Compare_TwoTranscriptionsOfOnePlan_NamesTheWordsThatDiffer()
    {
        var (first, second) = (Read("001"), Read("000"));

        var findings = ReadingComparison.Compare(first, Recogniser.Read(first), second, Recogniser.Read(second));

        var changes = findings.Where(finding => finding.Code == "CMP002").Select(FindingText.MessageOf).ToList();
        changes.ShouldContain(change =>
            change.Contains("初心者体系的", StringComparison.Ordinal)
            && change.Contains("初心者を体系的", StringComparison.Ordinal)
        );
        changes.ShouldContain(change =>
            change.Contains("エリア全体の", StringComparison.Ordinal)
            && change.Contains("エリア一体の", StringComparison.Ordinal)
        );
        changes.ShouldContain(change =>
            change.Contains("窺える", StringComparison.Ordinal) && change.Contains("覗える", StringComparison.Ordinal)
        );
        changes.ShouldAllBe(change => !change.Contains("「…学習領域は、3D", StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_TwoTranscriptionsOfOnePlan_AgreeOnEveryValueThatBothHold()
    {
        var (first, second) = (Read("001"), Read("000"));

        var findings = ReadingComparison.Compare(first, Recogniser.Read(first), second, Recogniser.Read(second));

        findings
            .Where(finding => finding.Code == "CMP001" && !IsWording(finding))
            .Select(FindingText.MessageOf)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Compare_TwoTranscriptionsOfOnePlan_LeavesOutWhatOnlyTheLayoutParts()
    {
        var (first, second) = (Read("001"), Read("000"));

        var findings = ReadingComparison.Compare(first, Recogniser.Read(first), second, Recogniser.Read(second));

        // Seven wordings differ, one date stands in pieces; headings and passages that one side lacks stay few.
        findings.Count(finding => finding.Code == "CMP002").ShouldBeInRange(7, 9);
        findings.Count.ShouldBeLessThan(20);
        findings
            .Select(FindingText.MessageOf)
            .ShouldAllBe(message => !message.Contains("/indicators", StringComparison.Ordinal));
        FindingText.MessageOf(findings[0]).ShouldStartWith("4-1 地方創生の実現における構造的な課題：");
    }

    [Fact]
    public void Compare_TwoTargetsOfOneYear_NamesKpiAndYear()
    {
        var first = Plan("新規雇用者数\t人\t12\t1\t2\t3");
        var second = Plan("新規雇用者数\t人\t12\t1\t4\t3");

        var findings = ReadingComparison.Compare(first, Recogniser.Read(first), second, Recogniser.Read(second));

        findings
            .Where(finding => finding.Code == "CMP001")
            .Select(FindingText.MessageOf)
            .ShouldBe(["値が違います（KPI1の目標値（令和7年度（2025年度）））：「2」と「4」"]);
    }

    private static SourceDocument Plan(string row) =>
        DocumentReader.Read(
            "kpi.txt",
            System.Text.Encoding.UTF8.GetBytes(
                "重要業績評価指標（ＫＰＩ）\nＫＰＩ\t単位\t基準値\t2024年度増加分\t2025年度増加分\t2026年度増加分\n"
                    + row
                    + "\n"
            )
        );

    [Fact]
    public void Compare_WithItself_FindsNothing()
    {
        var document = Read("004");
        var reading = Recogniser.Read(document);

        ReadingComparison.Compare(document, reading, document, reading).ShouldBeEmpty();
    }

    /// <summary>The method of verification and the seats are prose; their wording may differ.</summary>
    private static bool IsWording(Finding finding) => finding.Pointer!.EndsWith("/method", StringComparison.Ordinal);

    private static SourceDocument Read(string number)
    {
        var path = Repository.Document(number);
        return DocumentReader.Read(Path.GetFileName(path), File.ReadAllBytes(path));
    }
}
