using Shirube.Documents;
using Shirube.Documents.Recognition;
using Shirube.Tests.Support;

namespace Shirube.Tests.Documents;

/// <summary>The real documents of Gunma prefecture and Isesaki city, as text, against readings written by hand.</summary>
public sealed class RealDocumentTests
{
    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public void Read_RealDocument_HoldsEveryExpectedValue(string number)
    {
        var path = Repository.Document(number);
        var document = DocumentReader.Read(Path.GetFileName(path), File.ReadAllBytes(path));
        var expected = File.ReadAllText(
            Path.Combine(Repository.Documents, "expected", Path.ChangeExtension(Path.GetFileName(path), ".json"))
        );

        ExpectedReading.Compare(expected, Recogniser.Read(document)).ShouldBeRight();
    }
}
