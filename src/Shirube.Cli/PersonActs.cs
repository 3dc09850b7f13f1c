using Shirube.Data;
using Shirube.Governments;
using Shirube.People;
using Shirube.Web.Accounts;

namespace Shirube.Cli;

/// <summary>The commands on one person, each with the installer as the one who asks.</summary>
internal static class PersonActs
{
    /// <summary>By mail address or number, among those who work or worked for the government; null with a line on standard error.</summary>
    public static async Task<Guid?> FindAsync(Store store, GovernmentCode code, string named, CancellationToken cancel)
    {
        await using var db = store.NewContext(new Scope(code));
        if (await PersonNamed.FindAsync(db, named, cancel) is [var only])
            return only;
        await Console.Error.WriteLineAsync(CliTexts.PersonUnknown(named.Trim(), code.Value));
        return null;
    }

    public static async Task<int> ResetAsync(PersonCommand.On on, CancellationToken cancel)
    {
        var installer = Installer.For(on.Government, "person reset");
        await using var db = on.Store.NewContext(installer.Scope);
        var outcome = await new ResetAccount(db, TimeProvider.System).ExecuteAsync(
            installer,
            on.Person,
            on.Why,
            on.WithFactors,
            asOperator: true,
            cancel
        );
        if (outcome.Fault is not null)
            return OfficeOptions.Refuse([outcome.Fault]);
        Console.WriteLine(CliTexts.PersonResetDone($"{on.Site}/invitations/{outcome.Secret}"));
        return ExitCode.Done;
    }

    /// <summary>The posts of this government; the account too, where no other government's are left.</summary>
    public static async Task<int> RevokeAsync(PersonCommand.On on, CancellationToken cancel)
    {
        var installer = Installer.For(on.Government, "person revoke");
        await using var db = on.Store.NewContext(installer.Scope);
        var revoke = new RevokeAccount(db, TimeProvider.System);
        var (fault, staysOpen) = await revoke.WithPostsAsync(installer, on.Person, on.Why, cancel);
        if (fault is not null)
            return OfficeOptions.Refuse([fault]);
        Console.WriteLine(staysOpen ? CliTexts.PersonRevokedHere : CliTexts.PersonRevoked);
        return ExitCode.Done;
    }

    public static Task<int> BreakGlassAsync(PersonCommand.On on, CancellationToken cancel) =>
        MarkAsync(on, "person break-glass", isBreakGlass: true, cancel);

    public static Task<int> BreakGlassEndAsync(PersonCommand.On on, CancellationToken cancel) =>
        MarkAsync(on, "person break-glass-end", isBreakGlass: false, cancel);

    private static async Task<int> MarkAsync(
        PersonCommand.On on,
        string command,
        bool isBreakGlass,
        CancellationToken cancel
    )
    {
        var installer = Installer.For(on.Government, command);
        await using var db = on.Store.NewContext(installer.Scope);
        var mark = new MarkBreakGlass(db, TimeProvider.System);
        if (await mark.ExecuteAsync(installer, on.Person, isBreakGlass, on.Why, asOperator: true, cancel) is { } fault)
            return OfficeOptions.Refuse([fault]);
        Console.WriteLine(isBreakGlass ? CliTexts.PersonBreakGlassDone : CliTexts.PersonBreakGlassEndDone);
        return ExitCode.Done;
    }

    public static async Task<int> ExportAsync(PersonCommand.On on, CancellationToken cancel)
    {
        var installer = Installer.For(on.Government, "person export");
        var export = new ExportPerson(scope => on.Store.NewContext(scope), TimeProvider.System);
        var (json, fault) = await export.ExecuteAsync(installer, on.Person, cancel);
        if (json is null)
            return OfficeOptions.Refuse([fault!]);
        if (on.Output is null)
        {
            Output.Write(json);
            return ExitCode.Done;
        }
        await using var file = PrivateFile.Create(on.Output);
        await file.WriteAsync(json, cancel);
        await Console.Error.WriteLineAsync(CliTexts.Written(Path.GetFullPath(on.Output)));
        return ExitCode.Done;
    }

    public static async Task<int> EraseAsync(PersonCommand.On on, CancellationToken cancel)
    {
        var installer = Installer.For(on.Government, "person erase");
        // As the person too, so that what other governments hold is counted.
        await using var db = on.Store.NewContext(installer.Scope with { Person = on.Person });
        var outcome = await new ErasePerson(db, TimeProvider.System).ExecuteAsync(installer, on.Person, on.Why, cancel);
        if (outcome.Fault is not null)
            return OfficeOptions.Refuse([outcome.Fault]);
        Console.WriteLine(CliTexts.PersonErased);
        foreach (var place in outcome.Places.Where(place => !place.Stays && place.Rows > 0))
            Console.WriteLine($"  {place.What} ({place.Rows})");
        Console.WriteLine(CliTexts.PersonStays);
        foreach (var place in outcome.Places.Where(place => place.Stays && place.Rows > 0))
            Console.WriteLine($"  {place.What} ({place.Rows})\n    → {place.Why}");
        return ExitCode.Done;
    }
}
