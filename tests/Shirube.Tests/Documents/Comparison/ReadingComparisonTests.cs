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
