using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirube.Permissions;

namespace Shirube.Tests.Web.Asking;

/// <summary>There are fewer connections than requests: none waits for a second one while it holds its first.</summary>
public sealed class AskedConnectionTests(Site site) : IClassFixture<Site>
{
    private const int Many = 120;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OwnAccount_ManyAtOnce_AreAllAnswered()
    {
        var person = await AddAsync();
        using var client = site.NewClient(person);
        var page = await Posting.Parse(await client.GetStringAsync("/account/password", Cancel));
        var fields = page.QuerySelectorAll("main form input")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        fields["present"] = "ちがうことば";
        fields["password"] = fields["repeated"] = "あたらしいことば 42 こ";

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, Many)
                .Select(_ => client.PostAsync("/account/password", new FormUrlEncodedContent(fields), Cancel))
        );

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refused_ManyAtOnce_AreAllToldWhomToAsk()
    {
        using var client = site.NewClient(await AddAsync());

        var answers = await Task.WhenAll(
            Enumerable.Range(0, Many).Select(_ => client.GetAsync("/governments/100005/settings", Cancel))
        );

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Closed_AUnitOfWorkOnIt_StillSeesWhatIsItsOwn()
    {
        var person = await AddAsync();
        using var client = site.NewClient(person);

        var page = await client.GetStringAsync("/account", Cancel);

        page.ShouldContain(person.Mail);
        await using var nobody = site.NewContext(government: null);
        (await nobody.People.AnyAsync(row => row.PersonId == person.Number, Cancel)).ShouldBeFalse();
    }

    private Task<SitePerson> AddAsync() =>
        site.AddPersonAsync("職員癸（見本）", ("100005", Role.PlanningOfficer, null));
}
