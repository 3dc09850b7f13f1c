using System.Xml.Linq;
using Shirube.Data;
using Shirube.Web.Accounts;

namespace Shirube.Tests.Web.Accounts;

public sealed class DatabaseKeysTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_OfThePages_LieInTheDatabaseAndNotInTheFolder()
    {
        using var client = site.NewStranger();
        await client.GetStringAsync("/sign-in", Cancel);

        await using var store = await Store.OpenAsync(new StorePlace(site.Data), ClusterUse.Working, cancel: Cancel);
        var keys = new DatabaseKeys(() => store).GetAllElements();

        keys.ShouldHaveSingleItem().Name.ShouldBe(XName.Get("key"));
        Directory.Exists(Path.Combine(site.Data, "keys")).ShouldBeFalse();
    }
}
