using Shirube.People;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Shirube.Tests.People;
using Shirube.Tests.Support;

namespace Shirube.Tests.Plans.Writing;

/// <summary>A government with people who write plans.</summary>
internal sealed class WritingOffice
{
    private readonly TestDatabase database;
    private readonly Office office;
    private int colleagues;

    private WritingOffice(TestDatabase database, Office office, Asker writer) =>
        (this.database, this.office, Writer) = (database, office, writer);

    public Asker Writer { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<WritingOffice> OpenAsync(TestDatabase database, string government)
    {
        var office = new Office(database, government);
        await office.RegisterAsync();
        var person = await office.InviteAsync($"writer@{government}.example", Role.PlanningOfficer);
        return new WritingOffice(database, office, office.As(Role.PlanningOfficer, person: person.Person));
    }

    /// <summary>Somebody else who writes for the same government.</summary>
    public async Task<Asker> ColleagueAsync() =>
        Writer with
        {
            Person = (await InviteColleagueAsync()).Person,
            Posts = [new HeldPost(Role.DepartmentOfficer, null)],
        };

    private Task<InvitePerson.Outcome> InviteColleagueAsync() =>
        office.InviteAsync($"colleague{++colleagues}@{Writer.Government}.example", Role.PlanningOfficer);

    public async Task<int> StartAsync(PlanForm form, string title = "しごと創生計画")
    {
        await using var db = database.NewContext(Writer.Scope);
        var (number, faults) = await new StartPlan(db, TimeProvider.System).ExecuteAsync(Writer, form, title, Cancel);
        faults.ShouldBeEmpty();
        return number!.Value;
    }

    public async Task<PassageSaved> SaveAsync(
        int plan,
        string key,
        string text,
        int seen,
        Asker? by = null,
        int? settles = null
    )
    {
        await using var db = database.NewContext((by ?? Writer).Scope);
        return await new SavePassage(db, TimeProvider.System).ExecuteAsync(
            by ?? Writer,
            plan,
            new TypedPassage(key, text, seen, settles),
            Cancel
        );
    }

    public async Task<OpenPlan> OpenAsync(int plan)
    {
        await using var db = database.NewContext(Writer.Scope);
        return (await OpenPlan.FindAsync(db, Writer.Government!.Value, plan, Cancel))!;
    }

    public async Task<CellsSaved> SaveCellsAsync(int plan, Asker by, params CellEdit[] edits)
    {
        await using var db = database.NewContext(by.Scope);
        return await new SaveCells(db, TimeProvider.System).ExecuteAsync(by, plan, edits, Cancel);
    }

    public async Task<CellsSaved> UndoAsync(int plan)
    {
        await using var db = database.NewContext(Writer.Scope);
        return await new SaveCells(db, TimeProvider.System).UndoAsync(Writer, plan, Cancel);
    }
}
