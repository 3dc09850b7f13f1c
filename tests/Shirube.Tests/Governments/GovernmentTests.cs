using Shirube.Governments;

namespace Shirube.Tests.Governments;

public sealed class GovernmentTests
{
    [Theory]
    [InlineData("10000", "100005")]
    [InlineData("10203", "102032")]
    [InlineData("10204", "102041")]
    [InlineData("13101", "131016")]
    [InlineData("１０２０３２", "102032")]
    [InlineData("013439", "013439")]
    [InlineData("463043", "463043")]
    public void ParseCode_FiveOrSixDigits_CompletesAndChecks(string text, string expected)
    {
        GovernmentCode.TryParse(text, out var code).ShouldBeTrue();
        code.Value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("102033")]
    [InlineData("1020")]
    [InlineData("48000")]
    [InlineData("00100")]
    [InlineData("abcdef")]
    [InlineData(null)]
    public void ParseCode_WrongCheckDigitOrShape_IsRefused(string? text) =>
        GovernmentCode.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("7000012050002")]
    [InlineData("1180301018771")]
    [InlineData("4011001098993")]
    [InlineData("T7-0000-1205-0002")]
    public void ParseCorporateNumber_RightCheckDigit_IsAccepted(string text) =>
        CorporateNumber.TryParse(text, out _).ShouldBeTrue();

    [Theory]
    [InlineData("7000012050003")]
    [InlineData("700001205000")]
    [InlineData("0000012050002")]
    public void ParseCorporateNumber_WrongCheckDigit_IsRefused(string text) =>
        CorporateNumber.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void ListGovernments_Whole_HasTheNationalCounts()
    {
        GovernmentDirectory.All.Count().ShouldBe(1788);
        GovernmentDirectory.All.Count(government => government.Kind == GovernmentKind.Prefecture).ShouldBe(47);
        GovernmentDirectory.All.Count(government => government.Kind == GovernmentKind.SpecialWard).ShouldBe(23);
    }

    [Theory]
    [InlineData("群馬県", "100005")]
    [InlineData("群馬県桐生市", "102032")]
    [InlineData("桐生市", "102032")]
    [InlineData("群馬県　伊勢崎市", "102041")]
    [InlineData("群馬県北群馬郡榛東村", "103446")]
    [InlineData("北海道茅部郡鹿部町", "013439")]
    [InlineData("東京都千代田区", "131016")]
    public void FindByName_AsDocumentsWriteIt_IsFound(string name, string code) =>
        GovernmentDirectory.FindByName(name)!.Code.Value.ShouldBe(code);

    [Theory]
    [InlineData("府中市")]
    [InlineData("どこにもない市")]
    [InlineData("")]
    public void FindByName_SharedOrUnknown_IsNull(string name) => GovernmentDirectory.FindByName(name).ShouldBeNull();

    [Fact]
    public void FindByName_EveryFullName_FindsItself()
    {
        foreach (var government in GovernmentDirectory.All)
            GovernmentDirectory.FindByName(government.FullName)?.Code.ShouldBe(government.Code, government.FullName);
    }

    [Fact]
    public void FindByName_OfSeveral_IsTheOneOfThePrefecture()
    {
        GovernmentDirectory.FindByName("高森町").ShouldBeNull();
        GovernmentDirectory.FindByName("高森町", "長野県")!.Code.Value.ShouldBe("204030");
        GovernmentDirectory.FindByName("高森町", "群馬県").ShouldBeNull();
        GovernmentDirectory.FindEach(["熊本県阿蘇市", "高森町"])[1]!.Code.Value.ShouldBe("434281");
    }
}
