using System.Globalization;
using Shirube.Data;
using Shirube.Documents.Stored;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.Indicators;
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

    /// <param name="writer">Somebody of an office that there is.</param>
    public static WritingOffice Of(TestDatabase database, Office office, Asker writer) => new(database, office, writer);

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
        SeenRival? settles = null,
        int? rival = null
    )
    {
        await using var db = database.NewContext((by ?? Writer).Scope);
        return await new SavePassage(db, TimeProvider.System).ExecuteAsync(
            by ?? Writer,
            plan,
            new TypedPassage(key, text, seen, settles, rival),
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

    public async Task ExplainAsync(int plan, int indicator, TargetBasis basis, Direction direction)
    {
        var seen = (await RowAsync(plan, indicator))!;
        (await ExplainAsync(plan, seen, basis, direction, "")).ShouldBeNull();
    }

    /// <param name="seen">The row as the person had it before the eyes.</param>
    public async Task<Fault?> ExplainAsync(
        int plan,
        PlanIndicator seen,
        TargetBasis basis,
        Direction direction,
        string definition
    )
    {
        await using var db = database.NewContext(Writer.Scope);
        return await new ChangeIndicators(db, TimeProvider.System).ExplainAsync(
            Writer,
            plan,
            seen.Number,
            IndicatorMark.OfMeaning(seen),
            new IndicatorMeaning(basis, direction, null, null, definition),
            Cancel
        );
    }

    public async Task<Fault?> RemoveRowAsync(int plan, PlanIndicator seen)
    {
        await using var db = database.NewContext(Writer.Scope);
        return await new ChangeIndicators(db, TimeProvider.System).RemoveAsync(
            Writer,
            plan,
            seen.Number,
            IndicatorMark.OfRow(seen),
            Cancel
        );
    }

    public async Task<PlanIndicator?> RowAsync(int plan, int indicator) =>
        (await OpenAsync(plan)).Content.Indicators.FirstOrDefault(row => row.Number == indicator);

    public async Task<Fault?> SetAsync(int plan, string section, SectionState state, string? said = null)
    {
        await using var db = database.NewContext(Writer.Scope);
        return await new SetSectionState(db, TimeProvider.System).ExecuteAsync(
            Writer,
            plan,
            section,
            state,
            said,
            Cancel
        );
    }

    public async Task<Fault?> ExcuseAsync(int plan, string finding, string? reason)
    {
        await using var db = database.NewContext(Writer.Scope);
        return await new ExcuseFinding(db, TimeProvider.System).ExecuteAsync(Writer, plan, finding, reason, Cancel);
    }

    /// <param name="source">Address of a plan or a document.</param>
    public async Task<int> CopyAsync(string source, string title, PlanForm? form = null)
    {
        await using var db = database.NewContext(Writer.Scope);
        var found = (await PlanSources.FindAsync(db, source, Cancel))!;
        var (number, faults) = await new CopyPlan(db, TimeProvider.System).ExecuteAsync(
            Writer,
            found,
            form ?? found.Content.Form,
            title,
            Cancel
        );
        faults.ShouldBeEmpty();
        return number!.Value;
    }

    public async Task<Fault?> RestoreAsync(int plan, PlanStateKey state)
    {
        await using var db = database.NewContext(Writer.Scope);
        return await new RestorePlan(db, TimeProvider.System).ExecuteAsync(Writer, plan, state, Cancel);
    }

    public async Task<IReadOnlyList<PlanState>> StatesAsync(int plan)
    {
        await using var db = database.NewContext(Writer.Scope);
        var open = (await OpenPlan.FindAsync(db, Writer.Government!.Value, plan, Cancel))!;
        return await PlanStates.OfAsync(db, open.Draft, Cancel);
    }

    /// <param name="document">Its address.</param>
    public async Task ShareAsync(string document, string with)
    {
        await using var db = database.NewContext(Writer.Scope);
        var number = int.Parse(document.Split('/')[4], CultureInfo.InvariantCulture);
        (
            await new ShareDocument(db, TimeProvider.System).ExecuteAsync(
                Writer,
                number,
                GovernmentCode.Parse(with),
                true,
                Cancel
            )
        ).ShouldBeNull();
    }

    /// <summary>A node under one whose number is larger than its own.</summary>
    public async Task AddTreeAsync(int plan)
    {
        await using var db = database.NewContext(Writer.Scope);
        foreach (var (number, parent) in new (int, int?)[] { (901, null), (900, 901) })
            db.Add(
                new DraftNode
                {
                    GovernmentCode = Writer.Government!.Value,
                    DraftNumber = plan,
                    Number = number,
                    Parent = parent,
                    Position = number,
                    Name = $"施策{number}",
                    Text = "",
                }
            );
        await db.SaveChangesAsync(Cancel);
        var kpi = (await OpenAsync(plan)).Content.Indicators[0].Number;
        foreach (var node in new[] { 901, 900 })
            db.Add(
                new DraftNodeIndicator
                {
                    GovernmentCode = Writer.Government!.Value,
                    DraftNumber = plan,
                    NodeNumber = node,
                    IndicatorNumber = kpi,
                    Weight = 2,
                }
            );
        await db.SaveChangesAsync(Cancel);
    }

    public ShirubeDb NewContext() => database.NewContext(Writer.Scope);
}
