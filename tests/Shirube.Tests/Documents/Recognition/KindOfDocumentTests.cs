using System.Text;
using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Tests.Documents.Recognition.Plans;

namespace Shirube.Tests.Documents.Recognition;

public sealed class KindOfDocumentTests
{
    [Fact]
    public void Recognise_PlanThatSpeaksOfVerification_IsPlan()
    {
        var text =
            new PlanSample().ToText()
            + "\n\n効果検証\n\n今後の方針\n\n外部有識者からの意見\n\n実績値\n\n目標値\n\n基準値";
        PlanSample.ReadText(text).Kind.ShouldBe(ReadingKind.Plan);
    }

    [Theory]
    [InlineData(
        "議事録\n\n効果検証の結果を踏まえ、今後の方針を協議した。外部有識者からの意見は、地域再生計画の区域を広げるべきとのことであった。"
    )]
    [InlineData("領収書\n\n金10,000円")]
    [InlineData("")]
    public void Recognise_AnythingElse_IsUnknownAndSaysWhy(string text)
    {
        var reading = Recogniser.Read(DocumentReader.Read("a.txt", Encoding.UTF8.GetBytes(text + "\n。")));
        reading.Kind.ShouldBe(ReadingKind.Unknown);
        var finding = reading.Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("DOC050");
        FindingText.MessageOf(finding).ShouldNotBe("DOC050");
    }
}
