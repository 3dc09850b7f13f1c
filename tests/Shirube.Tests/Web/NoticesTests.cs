using Microsoft.AspNetCore.DataProtection;
using Shirube.Web.Hosting;

namespace Shirube.Tests.Web;

public sealed class NoticesTests
{
    private static readonly Notices Notices = new(new EphemeralDataProtectionProvider());

    [Theory]
    [InlineData("/import", "/import?notice=", "")]
    [InlineData("/plan?version=2", "/plan?version=2&notice=", "")]
    [InlineData("/plan#indicators", "/plan?notice=", "#indicators")]
    [InlineData("/plan?version=2#indicators", "/plan?version=2&notice=", "#indicators")]
    public void AddressOf_AnyAddress_CarriesTheNoticeBeforeThePlace(string address, string before, string behind)
    {
        var carried = Notices.AddressOf(address, new Notice("Left.Kept", ["a b#c"]));

        carried.ShouldStartWith(before);
        carried.ShouldEndWith(behind);
        var written = carried[before.Length..(carried.Length - behind.Length)];
        Notices.Read(Uri.UnescapeDataString(written))!.Arguments.ShouldBe(["a b#c"]);
    }
}
