using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Faults;
using Shirube.Governments;
using Shirube.People;
using Shirube.Permissions;

namespace Shirube.Cli;

/// <summary><c>shirube person invite --name … --mail … --role … --government CODE</c>: prints the link once.</summary>
internal static class PersonInvite
{
    private sealed record Given(
        string Name,
        string Yomi,
        string Mail,
        string Role,
        string? Department,
        string? From,
        string? Until,
        string Site
    );

    public static Command Create()
    {
        var name = new Option<string>("--name") { Description = CliTexts.PersonName, Required = true };
        var yomi = new Option<string?>("--yomi") { Description = CliTexts.PersonYomi };
        var mail = new Option<string>("--mail") { Description = CliTexts.PersonMail, Required = true };
        var role = new Option<string>("--role") { Description = CliTexts.PersonRole, Required = true };
        var department = new Option<string?>("--department") { Description = CliTexts.PersonDepartment };
        var from = new Option<string?>("--from") { Description = CliTexts.OfficeFrom };
        var until = new Option<string?>("--until") { Description = CliTexts.OfficeUntil };
        var government = OfficeOptions.Government();
        var site = new Option<string?>("--site") { Description = CliTexts.ImportSite };
        var data = StoreOptions.DataFolder();
        var command = new Command("invite", CliTexts.PersonInvite)
        {
            name,
            yomi,
            mail,
            role,
            department,
            from,
            until,
            government,
            site,
            data,
        };
        command.SetAction(
            (parsed, cancel) =>
                OfficeOptions.InAsync(
                    parsed.GetValue(government)!,
                    parsed.GetValue(data)!,
                    (store, code) =>
                        RunAsync(
                            store,
                            code,
                            new Given(
                                parsed.GetValue(name)!,
                                parsed.GetValue(yomi) ?? "",
                                parsed.GetValue(mail)!,
                                parsed.GetValue(role)!,
                                parsed.GetValue(department),
                                parsed.GetValue(from),
                                parsed.GetValue(until),
                                ServedAddress.SiteOf(parsed.GetValue(site), parsed.GetValue(data)!)
                            ),
                            cancel
                        ),
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(Store store, GovernmentCode code, Given given, CancellationToken cancel)
    {
        if (RoleNames.Find(given.Role) is not { } role)
            return OfficeOptions.Refuse([new Fault("role", "PEOPLE015", Arguments: given.Role)]);
        if (OfficeOptions.DayOf(given.From) is not { } from)
            return ExitCode.NotReadable;
        DateOnly? until = null;
        if (given.Until is not null && (until = OfficeOptions.DayOf(given.Until)) is null)
            return ExitCode.NotReadable;
        var installer = Installer.For(code, "person invite");
        await using var db = store.NewContext(installer.Scope);
        int? department = null;
        if (given.Department is { } named && (department = await DepartmentAsync(db, named, cancel)) is null)
            return OfficeOptions.Refuse([new Fault("department", "PEOPLE014", Arguments: named)]);
        var outcome = await new InvitePerson(db, TimeProvider.System).ExecuteAsync(
            installer,
            new NewPost(given.Name, given.Yomi, given.Mail, role, department, from, until),
            cancel
        );
        if (outcome.Faults.Count > 0)
            return OfficeOptions.Refuse(outcome.Faults);
        Console.WriteLine(
            outcome.Secret is { } secret
                ? CliTexts.PersonInvited(given.Mail, $"{given.Site}/invitations/{secret}")
                : CliTexts.PersonKnown(given.Mail)
        );
        return ExitCode.Done;
    }

    /// <summary>By its number or its name.</summary>
    private static async Task<int?> DepartmentAsync(ShirubeDb db, string named, CancellationToken cancel)
    {
        if (int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        return await db
            .Departments.Where(known => known.Name == named.Trim() && known.ValidUntil == null)
            .Select(known => (int?)known.Number)
            .FirstOrDefaultAsync(cancel);
    }
}
