using System.Text;
using Shirube.Approvals;

namespace Shirube.Tests.Approvals;

public sealed class DocumentDifferencesTests
{
    private const string Basis = """{"targetBasis":"final","direction":"up"}""";
    private const string Other = """{"targetBasis":"sum","direction":"up"}""";

    [Fact]
    public void Between_WithAnIndicatorPutInFront_ShowsItsChoicesAlone()
    {
        var before = Content("""{"name":"甲"},{"name":"乙"}""", "", Basis + "," + Basis);
        var after = Content("""{"name":"丙"},{"name":"甲"},{"name":"乙"}""", "", $"{Other},{Basis},{Basis}");

        var choices = DocumentDifferences
            .Between(before, after)
            .Where(one => one.Place.Contains("targetBasis", StringComparison.Ordinal));

        var only = choices.ShouldHaveSingleItem();
        (only.Place, only.Item, only.Before, only.After).ShouldBe(("/indicators/0/targetBasis", "丙", null, "sum"));
    }

    [Fact]
    public void Between_WithTwoChaptersOfOneHeading_ShowsAChangeOfTheSecond()
    {
        const string First = """{"number":"1","title":"目的","text":"同じ"}""";
        var before = Content("", First + """,{"number":"1","title":"目的","text":"前"}""", "");
        var after = Content("", First + """,{"number":"1","title":"目的","text":"後"}""", "");

        var only = DocumentDifferences.Between(before, after).ShouldHaveSingleItem();

        (only.Place, only.Before, only.After).ShouldBe(("/chapters/1/text", "前", "後"));
    }

    private static byte[] Content(string indicators, string chapters, string chosen) =>
        Encoding.UTF8.GetBytes(
            $$"""{"reading":{"indicators":[{{indicators}}],"chapters":[{{chapters}}]},"chosen":[{{chosen}}]}"""
        );
}
