using Shirube.Web.Accounts;

namespace Shirube.Tests.Web.Accounts;

public sealed class TotpTests
{
    /// <summary>The key of RFC 6238, appendix B: the ASCII digits 12345678901234567890.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// <summary>The last six of the eight digits that RFC 6238 gives.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void CodeAt_TimesOfTheStandard_IsItsCode(long seconds, string code) =>
        Totp.CodeAt(Key, seconds / 30).ShouldBe(code);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void StepOf_ClockThatIsOff_IsTakenByOneStep(int steps, bool isTaken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now) + steps;

        Totp.StepOf(Key, Totp.CodeAt(Key, step), now).ShouldBe(isTaken ? step : null);
    }

    [Theory]
    [InlineData("２８７０８２")]
    [InlineData("287 082")]
    [InlineData(" 287082 ")]
    public void StepOf_AsPeopleType_IsTaken(string typed) =>
        Totp.StepOf(Key, typed, DateTimeOffset.FromUnixTimeSeconds(59)).ShouldBe(1);

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("abcdef")]
    [InlineData("２８７０８２８７０８２")]
    public void StepOf_Nonsense_IsRefused(string typed) =>
        Totp.StepOf(Key, typed, DateTimeOffset.FromUnixTimeSeconds(59)).ShouldBeNull();

    [Fact]
    public void NewKey_Each_Is160BitsAndAnother()
    {
        Totp.NewKey().Length.ShouldBe(32);
        Totp.NewKey().ShouldNotBe(Totp.NewKey());
    }
}
