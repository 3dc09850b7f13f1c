using System.Text.RegularExpressions;
using Shirube.Documents.Recognition.Plans;
using Shirube.Documents.Text;

namespace Shirube.Tests.Documents.Text;

public sealed class MoneyUnitTests
{
    [Theory]
    [InlineData("円", 1)]
    [InlineData("千円", 1_000)]
    [InlineData("万円", 10_000)]
    [InlineData("十万円", 100_000)]
    [InlineData("百万円", 1_000_000)]
    [InlineData("千万円", 10_000_000)]
    [InlineData("億円", 100_000_000)]
    [InlineData("百 万 円", 1_000_000)]
    public void YenPer_UnitOfMoney_IsKnownAndPartOfThePattern(string unit, int yen)
    {
        MoneyUnit.YenPer(unit).ShouldBe(yen);
        Regex.IsMatch(Folding.Squeeze(unit), $"^(?:{MoneyUnit.Pattern})$").ShouldBeTrue();
    }

    [Theory]
    [InlineData("人")]
    [InlineData("千人")]
    [InlineData("円/人")]
    [InlineData("")]
    public void YenPer_OtherUnit_IsNull(string unit) => MoneyUnit.YenPer(unit).ShouldBeNull();

    [Theory]
    [InlineData("12億3,400万円", 1_234_000_000)]
    [InlineData("5千万円", 50_000_000)]
    [InlineData("3十万円", 300_000)]
    [InlineData("86,050千円", 86_050_000)]
    public void Yen_AmountOfSeveralUnits_AddsThem(string amount, long yen) =>
        PlanCost.Yen(amount, unit: null).ShouldBe(yen);
}
