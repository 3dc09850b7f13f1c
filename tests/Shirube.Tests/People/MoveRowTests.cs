using Shirube.People;

namespace Shirube.Tests.People;

/// <summary>Lists as they come out of Excel and out of files.</summary>
public sealed class MoveRowTests
{
    [Theory]
    [InlineData("a@example.jp\t職員\t産業課", "産業課")]
    [InlineData("a@example.jp,職員,産業課", "産業課")]
    [InlineData("a@example.jp,職員,\"商工,労働課\"", "商工,労働課")]
    [InlineData("a@example.jp\t職員\t\"課\"\"引用\"\"\"", "課\"引用\"")]
    [InlineData("\uFEFFメール,氏名,課\r\na@example.jp,職員,産業課\r\n", "産業課")]
    [InlineData("課,メール\na課,a@example.jp", "a課")]
    public void Parse_RowOfAList_FindsItsDepartment(string pasted, string department)
    {
        var row = MoveRow.Parse(pasted).ShouldHaveSingleItem();

        (row.Mail, row.Department).ShouldBe(("a@example.jp", department));
    }
}
