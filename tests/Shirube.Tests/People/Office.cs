using Shirube.Data;
using Shirube.Governments;
using Shirube.People;
using Shirube.Permissions;
using Shirube.Tests.Support;

namespace Shirube.Tests.People;

/// <summary>An office to try people in: its administrator, its departments and those it invites.</summary>
internal sealed class Office(TestDatabase database, string code)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public GovernmentCode Code { get; } = GovernmentCode.Parse(code);

    public static readonly DateOnly Begin = new(2026, 4, 1);

    public Asker As(Role role, int? department = null, Guid? person = null) =>
        new(person ?? Guid.NewGuid(), "職員（見本）", Code, [new HeldPost(role, department)], "127.0.0.1");

    public ShirubeDb NewContext() => database.NewContext(Code.Value);

    public async Task RegisterAsync()
    {
        await using var db = database.NewContext(Code.Value);
        await new RegisterGovernment(db, TimeProvider.System).ExecuteAsync(Code, "test", Cancel);
    }

    public async Task<int> AddDepartmentAsync(string name)
    {
        await using var db = database.NewContext(Code.Value);
        var add = new AddDepartment(db, TimeProvider.System);
        return (await add.ExecuteAsync(As(Role.Administrator), name, Begin, Cancel)).Number!.Value;
    }

    public async Task<InvitePerson.Outcome> InviteAsync(string mail, Role role, int? department = null)
    {
        await using var db = database.NewContext(Code.Value);
        var invite = new InvitePerson(db, TimeProvider.System);
        var post = new NewPost("職員 " + mail, "しょくいん", mail, role, department, Begin);
        return await invite.ExecuteAsync(As(Role.Administrator), post, Cancel);
    }
}
