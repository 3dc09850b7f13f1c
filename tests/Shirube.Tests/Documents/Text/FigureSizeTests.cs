using Shirube.Documents.Text;

namespace Shirube.Tests.Documents.Text;

public sealed class FigureSizeTests
{
    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("1,000,000,000,000,000,000")]
    [InlineData("▲1000000000000000000")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("0.12345678901")]
    public void Parse_BeyondTheLimit_IsNoNumberAndSaysSo(string text)
    {
        Figure.Parse(text).Kind.ShouldBe(FigureKind.Beyond);
        Figure.Parse(text).Value.ShouldBeNull();
    }

    [Theory]
    [InlineData("999,999,999,999,999,999", "999999999999999999")]
    [InlineData("0.1234567890000", "0.123456789")]
    [InlineData("000000000000000000000001", "1")]
    public void Parse_UpToTheLimit_IsItsValue(string text, string value) =>
        Figure.Parse(text).Value.ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2③")]
    [InlineData("10²")]
    [InlineData("1₂")]
    [InlineData("①")]
    [InlineData("㊿")]
    public void ParseTyped_AMarkBesideDigits_IsNoNumber(string text) =>
        Figure.ParseTyped(text).Kind.ShouldBe(FigureKind.Other);

    [Theory]
    [InlineData("1\n2")]
    [InlineData("1\r\n2")]
    [InlineData("1\t2")]
    public void ParseTyped_LineBreakWithin_IsNoNumber(string text)
    {
        Figure.ParseTyped(text).Kind.ShouldBe(FigureKind.Other);
        Figure.ParseTyped(" 12\n").Value.ShouldBe(12);
    }
}
