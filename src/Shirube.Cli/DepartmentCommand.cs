using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.People;

namespace Shirube.Cli;

/// <summary><c>shirube department add NAME</c>, <c>shirube department list</c>: the departments of a government.</summary>
internal static class DepartmentCommand
{
    public static Command Create() => new("department", CliTexts.DepartmentText) { Add(), List() };

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = CliTexts.DepartmentName };
        var government = OfficeOptions.Government();
        var from = new Option<string?>("--from") { Description = CliTexts.OfficeFrom };
        var data = StoreOptions.DataFolder();
        var command = new Command("add", CliTexts.DepartmentAdd) { name, government, from, data };
        command.SetAction(
            (parsed, cancel) =>
                AddAsync(
                    parsed.GetValue(name)!,
                    parsed.GetValue(government)!,
                    parsed.GetValue(from),
                    parsed.GetValue(data)!,
                    cancel
                )
        );
        return command;
    }

    private static Command List()
    {
        var government = OfficeOptions.Government();
        var data = StoreOptions.DataFolder();
        var command = new Command("list", CliTexts.DepartmentList) { government, data };
        command.SetAction((parsed, cancel) => ListAsync(parsed.GetValue(government)!, parsed.GetValue(data)!, cancel));
        return command;
    }

    private static async Task<int> AddAsync(
        string name,
        string government,
        string? from,
        string data,
        CancellationToken cancel
    )
    {
        if (OfficeOptions.DayOf(from) is not { } day)
            return ExitCode.NotReadable;
        return await OfficeOptions.InAsync(
            government,
            data,
            async (store, code) =>
            {
                var installer = Installer.For(code, "department add");
                await using var db = store.NewContext(installer.Scope);
                var add = new AddDepartment(db, TimeProvider.System);
                var (number, fault) = await add.ExecuteAsync(installer, name, day, cancel);
                if (fault is not null)
                    return OfficeOptions.Refuse([fault]);
                Console.WriteLine(CliTexts.DepartmentAdded(number!.Value, name.Trim()));
                return ExitCode.Done;
            },
            cancel
        );
    }

    private static Task<int> ListAsync(string government, string data, CancellationToken cancel) =>
        OfficeOptions.InAsync(
            government,
            data,
            async (store, code) =>
            {
                await using var db = store.NewContext(Installer.For(code, "department list").Scope);
                foreach (var known in await db.Departments.OrderBy(known => known.Number).ToListAsync(cancel))
                    Console.WriteLine(
                        string.Join(
                            '\t',
                            known.Number.ToString(CultureInfo.InvariantCulture),
                            known.Name,
                            known.ValidFrom.ToString("O", CultureInfo.InvariantCulture),
                            known.ValidUntil?.ToString("O", CultureInfo.InvariantCulture)
                        )
                    );
                return ExitCode.Done;
            },
            cancel
        );
}
