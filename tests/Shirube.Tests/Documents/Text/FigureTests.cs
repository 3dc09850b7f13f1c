using Shirube.Documents.Text;

namespace Shirube.Tests.Documents.Text;

public sealed class FigureTests
{
    [Theory]
    [InlineData("1800.50", "1,800.5")]
    [InlineData("-2208", "-2,208")]
    [InlineData("0.000000000001", "0.000000000001")]
    public void Write_Number_PartsThousandsAndKeepsEveryDigit(string number, string written) =>
        Figure.Write(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(written);

    [Theory]
    [InlineData("1,800.00", "1800.00", null)]
    [InlineData("２，０００", "2000", null)]
    [InlineData("▲338", "-338", null)]
    [InlineData("－３３８", "-338", null)]
    [InlineData("−2,208", "-2208", null)]
    [InlineData("△1.5％", "-1.5", "%")]
    [InlineData("12.5%", "12.5", "%")]
    [InlineData("2,314,625千円", "2314625", "千円")]
    [InlineData("35件/年", "35", "件/年")]
    [InlineData("0", "0", null)]
    [InlineData(" 4,340.00 ", "4340.00", null)]
    public void Parse_Number_IsValueAndUnit(string text, string value, string? unit)
    {
        var figure = Figure.Parse(text);
        figure.Kind.ShouldBe(FigureKind.Number);
        figure.Value.ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
        figure.Unit.ShouldBe(unit);
    }

    [Theory]
    [InlineData("-", FigureKind.Dash)]
    [InlineData("―", FigureKind.Dash)]
    [InlineData("－", FigureKind.Dash)]
    [InlineData("ー", FigureKind.Dash)]
    [InlineData("集計中", FigureKind.Pending)]
    [InlineData("（集計中）", FigureKind.Pending)]
    [InlineData("", FigureKind.Blank)]
    [InlineData("　", FigureKind.Blank)]
    [InlineData("2024年4月1日", FigureKind.Other)]
    [InlineData("1,80", FigureKind.Other)]
    [InlineData("abc", FigureKind.Other)]
    [InlineData("1.2.3", FigureKind.Other)]
    [InlineData("10~20", FigureKind.Other)]
    public void Parse_NoNumber_IsItsOwnKind(string text, FigureKind kind) => Figure.Parse(text).Kind.ShouldBe(kind);
}
