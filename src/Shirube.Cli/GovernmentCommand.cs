using System.CommandLine;
using Shirube.Data;
using Shirube.Governments;
using Shirube.People;

namespace Shirube.Cli;

/// <summary><c>shirube government add CODE</c>, <c>shirube government list</c>: who shares this installation.</summary>
internal static class GovernmentCommand
{
    public static Command Create() => new("government", CliTexts.GovernmentText) { Add(), List() };

    private static Command Add()
    {
        var code = new Argument<string>("CODE") { Description = CliTexts.GovernmentCodeText };
        var data = StoreOptions.DataFolder();
        var command = new Command("add", CliTexts.GovernmentAdd) { code, data };
        command.SetAction((parsed, cancel) => AddAsync(parsed.GetValue(code)!, parsed.GetValue(data)!, cancel));
        return command;
    }

    private static Command List()
    {
        var data = StoreOptions.DataFolder();
        var command = new Command("list", CliTexts.GovernmentList) { data };
        command.SetAction((parsed, cancel) => ListAsync(parsed.GetValue(data)!, cancel));
        return command;
    }

    private static async Task<int> AddAsync(string text, string data, CancellationToken cancel)
    {
        if (OfficeOptions.CodeOf(text) is not { } code)
            return ExitCode.NotReadable;
        await using var store = await StoreOptions.OpenAsync(data, ClusterUse.Working, cancel);
        if (store is null)
            return ExitCode.DatabaseUnusable;
        var installer = Installer.For(code, "government add");
        await using var db = store.NewContext(installer.Scope);
        var isNew = await new RegisterGovernment(db, TimeProvider.System).ExecuteAsync(code, installer.From, cancel);
        var name = GovernmentDirectory.Find(code)!.FullName;
        Console.WriteLine(
            isNew ? CliTexts.GovernmentAdded(code.Value, name) : CliTexts.GovernmentThere(code.Value, name)
        );
        return ExitCode.Done;
    }

    private static async Task<int> ListAsync(string data, CancellationToken cancel)
    {
        await using var store = await StoreOptions.OpenAsync(data, ClusterUse.Working, cancel);
        if (store is null)
            return ExitCode.DatabaseUnusable;
        await using var db = store.NewContext(Scope.None);
        foreach (var code in await RegisteredCodes.AllAsync(db, cancel))
            Console.WriteLine($"{code}\t{GovernmentDirectory.Find(code)?.FullName}");
        return ExitCode.Done;
    }
}
