using Shirube.Documents;
using Shirube.Indicators;
using Shirube.Tests.Support;

namespace Shirube.Tests.Documents.Recognition.Sheets;

public sealed class FlatSheetTests
{
    private static string Text => ExpectedReading.TextOf("002");

    [Fact]
    public void Read_RowRemoved_GivesTheOthers()
    {
        var expected = ExpectedReading.Of("002");
        expected["rows"]!.AsArray().RemoveAt(3);
        for (var i = 3; i < 6; i++)
            expected["rows"]![i]!["no"] = i + 1;
        var starts = RowStarts();

        var reading = ExpectedReading.Read("sheet.txt", Text.Remove(starts[3], starts[4] - starts[3]));

        ExpectedReading.Differences(expected, reading).ShouldBeEmpty();
    }

    [Fact]
    public void Read_ActualIsDash_IsOutsideAndNotPending()
    {
        var reading = ExpectedReading.Read("sheet.txt", ReplaceFirst("318.8 集計中 ③", "318.8 － ③"));

        reading.Rows[0].Indicators[0].State.ShouldBe(FigureState.Outside);
        reading.Rows[0].Indicators[0].Actual.ShouldBeNull();
        reading.Rows[1].Indicators[0].State.ShouldBe(FigureState.Pending);
    }

    [Fact]
    public void Read_RowsNamedByOtherWords_GivesTheSameRows()
    {
        var expected = ExpectedReading.Of("002");
        foreach (var row in expected["rows"]!.AsArray())
            row!["basicGoal"] = row["basicGoal"]!.ToString().Replace("基本目標", "重点の柱", StringComparison.Ordinal);

        var reading = ExpectedReading.Read(
            "sheet.txt",
            Text.Replace("基本目標１", "重点の柱１", StringComparison.Ordinal)
                .Replace("基本目標２", "重点の柱２", StringComparison.Ordinal)
        );

        ExpectedReading.Differences(expected, reading).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(" 健康長寿社会づくり推進課 24,045", "\n健康長寿\n社会づくり\n推進課\n\n24,045")]
    [InlineData("群馬健康ポイント制度 健康長寿", "群馬健康\nポイント制度\n健康長寿")]
    [InlineData("基本目標２：\n群馬に住み続けたくなる\n\n子ども", "子ども")]
    [InlineData("②継続 継続的な啓発活動が必要なため。\n\n新型", "新型")]
    [InlineData("1,924 750 2\n", "\n")]
    [InlineData("（万円） 318.8 集計中 ③地方創生に効果があった （", "（")]
    [InlineData("（万円） 318.8 集計中 ③", "（万円） 318.8 ③")]
    [InlineData("総合戦略のKPI達成に有効であった\n群馬県に", "総合戦略のKPI達成に有用\n群馬県に")]
    [InlineData("推進した。\n\n一人あ", "推進した\n一人あ")]
    [InlineData("17,563 3,000 1", "17,563 3,000 1 2")]
    public void Read_OneRowBroken_LeavesItsFieldsOpenAndTheOthersRight(string written, string broken)
    {
        var text = ReplaceFirst(written, broken);
        text.ShouldNotBe(Text);

        var reading = ExpectedReading.Read("sheet.txt", text);

        ExpectedReading.WrongValues(ExpectedReading.Of("002"), reading).ShouldBeEmpty();
        reading.Rows.Count(row => row.Review is not null).ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public void Read_NoUnitOfMoney_LeavesAmountsOpenWithAFinding()
    {
        var reading = ExpectedReading.Read("sheet.txt", Text.Replace("（千円）", "", StringComparison.Ordinal));

        reading.Rows.ShouldAllBe(row => row.CostYen == null && row.DonationYen == null && row.DonationCount != null);
        reading.Findings.ShouldContain(finding => finding.Code == "SHEET004");
    }

    [Fact]
    public void Read_DonationsAsLargeAsCosts_LeavesTheOrderOpen()
    {
        var text = Text.Replace("876,894 13,672", "876,894 913,672", StringComparison.Ordinal);

        var reading = ExpectedReading.Read("sheet.txt", text);

        reading.Rows.ShouldAllBe(row => row.CostYen == null);
        reading.Findings.ShouldContain(finding => finding.Code == "SHEET005");
    }

    [Fact]
    public void Read_ColumnsSideBySide_ReadsNoRows()
    {
        var text = Text.Replace(" ", "          ", StringComparison.Ordinal);

        var reading = ExpectedReading.Read("sheet.txt", text);

        reading.Kind.ShouldBe(ReadingKind.VerificationSheet);
        reading.Rows.ShouldBeEmpty();
        reading.Findings.ShouldContain(finding => finding.Code == "SHEET002");
    }

    private static string ReplaceFirst(string written, string other)
    {
        var at = Text.IndexOf(written, StringComparison.Ordinal);
        return at < 0 ? Text : Text.Remove(at, written.Length).Insert(at, other);
    }

    private static List<int> RowStarts()
    {
        var starts = new List<int>();
        for (
            var at = Text.IndexOf("基本目標", StringComparison.Ordinal);
            at >= 0;
            at = Text.IndexOf("\n基本目標", at + 1, StringComparison.Ordinal)
        )
            starts.Add(at);
        return starts;
    }
}
