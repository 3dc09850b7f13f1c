using Shirube.Documents.Writing;

namespace Shirube.Tests.Documents.Writing;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("港町の計画", "港町の計画_施策体系表.csv")]
    [InlineData("A/B:計画?", "A_B_計画__施策体系表.csv")]
    [InlineData(" .. ", "計画_施策体系表.csv")]
    public void Of_ATitle_IsANameThatEverySystemTakes(string title, string name) =>
        FileName.Of(title, "施策体系表", ".csv").ShouldBe(name);

    [Fact]
    public void Of_ALongTitle_IsCutBetweenLetters()
    {
        var name = FileName.Of(new string('あ', 59) + "𠮷野町の計画");

        name.ShouldBe(new string('あ', 59));
    }
}
