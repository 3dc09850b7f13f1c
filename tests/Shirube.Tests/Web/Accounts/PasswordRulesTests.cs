using Microsoft.Extensions.Configuration;
using Shirube.Web.Accounts;

namespace Shirube.Tests.Web.Accounts;

public sealed class PasswordRulesTests
{
    private static readonly AccountSettings Settings = AccountSettings.Of(new ConfigurationBuilder().Build());

    [Theory]
    [InlineData("short", "ACCOUNT001")]
    [InlineData("𠮷葛󠄀髙﨑①㍻はしご高だ", "ACCOUNT001")]
    [InlineData("yamada.hanako-98371", "ACCOUNT003")]
    [InlineData("ＹＡＭＡＤＡ．ＨＡＮＡＫＯ！！！", "ACCOUNT003")]
    [InlineData("山田 花子 山田 花子 か", "ACCOUNT003")]
    [InlineData("Password12345!", "ACCOUNT004")]
    [InlineData("P@ssw0rdP@ssw0rd", "ACCOUNT004")]
    [InlineData("123456789012", "ACCOUNT004")]
    [InlineData("qwertyuiopasdf", "ACCOUNT004")]
    [InlineData("aaaaaaaaaaaaaaaa", "ACCOUNT004")]
    [InlineData("admin-admin-2026!", "ACCOUNT004")]
    [InlineData("sakuraSakura2026", "ACCOUNT004")]
    public void Check_BadOne_SaysWhy(string password, string code) =>
        PasswordRules.Check(Settings, password, "yamada.hanako@sample.example", "山田花子")!.Code.ShouldBe(code);

    [Theory]
    [InlineData("みずうみ 7 そらの色 は")]
    [InlineData("correct horse gunma 8")]
    [InlineData("8302751946273")]
    [InlineData("tk9#fjq2!mvz")]
    public void Check_GoodOne_IsTaken(string password) =>
        PasswordRules.Check(Settings, password, "yamada.hanako@sample.example", "山田花子").ShouldBeNull();

    [Fact]
    public void Check_VeryLongOne_IsRefusedBeforeItIsHashed() =>
        PasswordRules
            .Check(Settings, string.Concat(Enumerable.Repeat("xk7 ", 100)), "a@b", "c")!
            .Code.ShouldBe("ACCOUNT002");

    [Fact]
    public void Check_WordUponWord_EndsSoon() =>
        PasswordRules
            .Check(Settings, string.Concat(Enumerable.Repeat("passabcd", 15)) + "zqz", "a@b", "c")
            .ShouldBeNull();
}
