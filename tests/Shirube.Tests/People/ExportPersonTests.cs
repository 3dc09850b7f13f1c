using System.Text;
using System.Text.Json.Nodes;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Tests.Support;

namespace Shirube.Tests.People;

public sealed class ExportPersonTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_ByTheInstaller_HoldsAllGovernmentsPostsAndNoSecret()
    {
        var (gunma, kiryu) = (new Office(database, "100005"), new Office(database, "102032"));
        await gunma.RegisterAsync();
        await kiryu.RegisterAsync();
        var person = (await gunma.InviteAsync("export@sample.example", Role.CouncilMember)).Person;
        await kiryu.InviteAsync("export@sample.example", Role.CouncilMember);

        var whole = await RowsAsync(Asker.Installer(gunma.Code, "test"), person);
        var ours = await RowsAsync(gunma.As(Role.Administrator), person);

        whole["person.person_id"].Single()!["mail"]!.GetValue<string>().ShouldBe("export@sample.example");
        whole["post.person_id"].Count.ShouldBe(2);
        whole["invitation.person_id"].Single()!.AsObject().ContainsKey("secret_hash").ShouldBeFalse();
        ours["post.person_id"].Count.ShouldBe(1);
        ours["invitation.person_id"].ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_SomebodyOfAnotherGovernment_IsRefusedAsUnknown()
    {
        var (gunma, kiryu) = (new Office(database, "100005"), new Office(database, "102032"));
        await gunma.RegisterAsync();
        await kiryu.RegisterAsync();
        var person = (await gunma.InviteAsync("theirs@sample.example", Role.Auditor)).Person;

        var outcome = await Export().ExecuteAsync(kiryu.As(Role.Administrator), person, Cancel);

        outcome.Json.ShouldBeNull();
        outcome.Fault!.Code.ShouldBe("PEOPLE021");
    }

    private ExportPerson Export() => new(scope => database.NewContext(scope), TimeProvider.System);

    private async Task<Dictionary<string, JsonArray>> RowsAsync(Asker asker, Guid person)
    {
        var (json, fault) = await Export().ExecuteAsync(asker, person, Cancel);
        fault.ShouldBeNull();
        return JsonNode.Parse(Encoding.UTF8.GetString(json!))!["held"]!
            .AsArray()
            .ToDictionary(place => place!["where"]!.GetValue<string>(), place => place!["rows"]!.AsArray());
    }
}
