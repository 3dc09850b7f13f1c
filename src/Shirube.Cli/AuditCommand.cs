using System.CommandLine;
using System.Globalization;
using Shirube.Audit;
using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Cli;

/// <summary><c>shirube audit verify|export|retention|expire</c>: the audit trail, from the machine.</summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", CliTexts.AuditText) { Verify(), Export(), Retention(), Expire() };

    private static Option<string?> Trail() => new("--government") { Description = CliTexts.AuditTrailOption };

    private static Command Verify()
    {
        var trail = Trail();
        var expected = new Option<string?>("--expect") { Description = CliTexts.AuditExpect };
        var data = StoreOptions.DataFolder();
        var command = new Command("verify", CliTexts.AuditVerify) { trail, expected, data };
        command.SetAction(
            (parsed, cancel) =>
                InAsync(
                    parsed.GetValue(data)!,
                    store =>
                        AuditVerification.RunAsync(store, parsed.GetValue(trail), parsed.GetValue(expected), cancel),
                    cancel
                )
        );
        return command;
    }

    private static Command Export()
    {
        var trail = Trail();
        var output = new Option<string?>("--output") { Description = CliTexts.OfficeOutput };
        var from = new Option<string?>("--from") { Description = CliTexts.OfficeFrom };
        var until = new Option<string?>("--until") { Description = CliTexts.OfficeUntil };
        var data = StoreOptions.DataFolder();
        var command = new Command("export", CliTexts.AuditExport) { trail, from, until, output, data };
        command.SetAction(
            (parsed, cancel) =>
                InAsync(
                    parsed.GetValue(data)!,
                    store =>
                        ExportAsync(
                            store,
                            parsed.GetValue(trail),
                            parsed.GetValue(from),
                            parsed.GetValue(until),
                            parsed.GetValue(output),
                            cancel
                        ),
                    cancel
                )
        );
        return command;
    }

    private static Command Retention()
    {
        var trail = Trail();
        var years = new Argument<string>("YEARS") { Description = CliTexts.AuditYears };
        var data = StoreOptions.DataFolder();
        var command = new Command("retention", CliTexts.AuditRetention) { years, trail, data };
        command.SetAction(
            (parsed, cancel) =>
                InAsync(
                    parsed.GetValue(data)!,
                    store => RetainAsync(store, parsed.GetValue(trail), parsed.GetValue(years)!, cancel),
                    cancel
                )
        );
        return command;
    }

    private static Command Expire()
    {
        var data = StoreOptions.DataFolder();
        var command = new Command("expire", CliTexts.AuditExpire) { data };
        command.SetAction(
            (parsed, cancel) => InAsync(parsed.GetValue(data)!, store => ExpireAsync(store, cancel), cancel)
        );
        return command;
    }

    private static async Task<int> InAsync(string data, Func<Store, Task<int>> work, CancellationToken cancel)
    {
        await using var store = await StoreOptions.OpenAsync(data, ClusterUse.Working, cancel);
        return store is null ? ExitCode.DatabaseUnusable : await work(store);
    }

    /// <summary>The government of a trail; null for the installation's, which is meant where none is named.</summary>
    internal static bool IsTrail(string? named, out GovernmentCode? government)
    {
        government = null;
        if (named is null or AuditRecord.Installation)
            return true;
        government = OfficeOptions.CodeOf(named);
        return government is not null;
    }

    private static async Task<int> ExportAsync(
        Store store,
        string? named,
        string? from,
        string? until,
        string? output,
        CancellationToken cancel
    )
    {
        DateOnly? first = null;
        DateOnly? last = null;
        if (
            !IsTrail(named, out var government)
            || (from is not null && (first = OfficeOptions.DayOf(from)) is null)
            || (until is not null && (last = OfficeOptions.DayOf(until)) is null)
        )
            return ExitCode.NotReadable;
        var installer = Installer.For(government, "audit export");
        await using var db = store.NewContext(installer.Scope);
        await using var file = output is null ? Console.OpenStandardOutput() : PrivateFile.Create(output);
        var count = await new ExportAudit(db, TimeProvider.System).ExecuteAsync(
            installer,
            new AuditQuery(From: first, Until: last),
            file,
            cancel
        );
        await Console.Error.WriteLineAsync(CliTexts.AuditExported(count));
        return ExitCode.Done;
    }

    private static async Task<int> RetainAsync(Store store, string? named, string text, CancellationToken cancel)
    {
        if (!IsTrail(named, out var government))
            return ExitCode.NotReadable;
        int? years = null;
        if (text is not ("永年" or "forever"))
            years = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var installer = Installer.For(government, "audit retention");
        await using var db = store.NewContext(installer.Scope);
        var set = new SetRetention(db, TimeProvider.System);
        if (await set.ExecuteAsync(installer, years, await set.YearsAsync(cancel), cancel) is { } fault)
            return OfficeOptions.Refuse([fault]);
        Console.WriteLine(years is null ? CliTexts.AuditKeptForEver : CliTexts.AuditKept(years.Value));
        return ExitCode.Done;
    }

    private static async Task<int> ExpireAsync(Store store, CancellationToken cancel)
    {
        await using var any = store.NewContext(Scope.None);
        foreach (var trail in await VerifyAudit.TrailsAsync(any, cancel))
        {
            var government = trail == AuditRecord.Installation ? (GovernmentCode?)null : GovernmentCode.Parse(trail);
            var installer = Installer.For(government, "audit expire");
            await using var db = store.NewContext(installer.Scope);
            if (await new ExpireAudit(db, TimeProvider.System).ExecuteAsync(installer, cancel) is { } gone)
                Console.WriteLine(CliTexts.AuditExpired(AuditVerification.NameOf(trail), gone.First, gone.Last));
        }
        return ExitCode.Done;
    }
}
