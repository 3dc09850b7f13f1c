using System.CommandLine;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Governments;
using Spectre.Console;
using Folding = Shirube.Documents.Text.Folding;

namespace Shirube.Cli;

/// <summary><c>shirube import FILE|FOLDER... [--government CODE]</c>: reads and stores, and says where each page is.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = CliTexts.ImportFiles,
            Arity = ArgumentArity.OneOrMore,
        };
        var government = new Option<string?>("--government") { Description = CliTexts.ImportGovernment };
        var site = new Option<string?>("--site") { Description = CliTexts.ImportSite };
        var data = StoreOptions.DataFolder();
        var command = new Command("import", CliTexts.Import) { files, government, site, data };
        command.SetAction(
            (parsed, cancel) =>
                RunAsync(
                    parsed.GetValue(files)!,
                    parsed.GetValue(government),
                    parsed.GetValue(site),
                    parsed.GetValue(data)!,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string[] paths,
        string? government,
        string? site,
        string data,
        CancellationToken cancel
    )
    {
        GovernmentCode? code = null;
        if (government is not null)
        {
            if (
                !GovernmentCode.TryParse(Folding.FoldNumeric(government).Trim(), out var given)
                || GovernmentDirectory.Find(given) is null
            )
            {
                await Console.Error.WriteLineAsync(CliTexts.NotAGovernment(government));
                return ExitCode.NotReadable;
            }
            code = given;
        }
        var files = ImportFiles.Find(paths).ToList();
        if (files.Count == 0)
        {
            await Console.Error.WriteLineAsync(CliTexts.NothingFound(string.Join(' ', paths)));
            return ExitCode.NotReadable;
        }
        await SayWhereAsync(data, site);
        await using var store = await StoreOptions.OpenAsync(data, ClusterUse.Working, cancel);
        if (store is null)
            return ExitCode.DatabaseUnusable;
        var import = new Import(store, code, ServedAddress.SiteOf(site, data));
        try
        {
            await AllAsync(files, import, cancel);
        }
        catch (Exception failure) when (DatabaseEnded.IsWhy(failure))
        {
            await Console.Error.WriteLineAsync(
                CliTexts.ImportDatabaseEnded(import.Stored + import.Unchanged, files.Count)
            );
            return ExitCode.DatabaseUnusable;
        }
        if (files.Count > 1)
            Console.WriteLine(CliTexts.ImportSummary(import.Stored, import.Unchanged, import.Refused));
        return import.Refused == 0 ? ExitCode.Done : ExitCode.NotReadable;
    }

    private static async Task AllAsync(List<string> files, Import import, CancellationToken cancel)
    {
        if (files.Count > 1 && !Console.IsOutputRedirected)
            await WithProgressAsync(files, import, cancel);
        else
            foreach (var file in files)
                Console.WriteLine(await import.OneAsync(file, cancel));
    }

    /// <summary>A folder given by mistake, or none at all, would otherwise become a second set of data unseen.</summary>
    private static async Task SayWhereAsync(string data, string? site)
    {
        var place = StorePlace.FromEnvironment(Path.GetFullPath(data));
        if (place.ConnectionString is not null)
            return;
        var isThere = Directory.Exists(Path.Combine(place.DataFolder, "postgres"));
        await Console.Error.WriteLineAsync(
            isThere ? CliTexts.DataUsed(place.DataFolder) : CliTexts.DataCreated(place.DataFolder)
        );
        if (site is null && ServedAddress.Read(data) is null)
            await Console.Error.WriteLineAsync(CliTexts.NotServed(place.DataFolder));
    }

    private static async Task WithProgressAsync(List<string> files, Import import, CancellationToken cancel)
    {
        await AnsiConsole
            .Progress()
            .StartAsync(async progress =>
            {
                var task = progress.AddTask(CliTexts.Importing, maxValue: files.Count);
                foreach (var file in files)
                {
                    task.Description = Markup.Escape(Path.GetFileName(file));
                    var line = await import.OneAsync(file, cancel);
                    AnsiConsole.WriteLine(line);
                    task.Increment(1);
                }
            });
    }

    /// <summary>One run of the command: what became of each file, and the counts.</summary>
    private sealed class Import(Store store, GovernmentCode? government, string site)
    {
        public int Stored { get; private set; }
        public int Unchanged { get; private set; }
        public int Refused { get; private set; }

        public async Task<string> OneAsync(string path, CancellationToken cancel)
        {
            try
            {
                var file = new ImportedFile(Path.GetFileName(path), FileOnDisk.Load(path)) { Government = government };
                var read = await ReadFile.ReadAsync(file, cancel);
                var asker = Installer.For(read.Government.Code, "import");
                await using var db = store.NewContext(asker.Scope);
                var outcome = await new ImportDocument(db, TimeProvider.System).ExecuteAsync(asker, read, cancel);
                if (outcome.Effect == ImportEffect.Unchanged)
                    Unchanged++;
                else
                    Stored++;
                return $"{FindingText.Plain(path)}: {CliTexts.EffectOf(outcome.Effect)} {outcome.Name}\n  {site}{outcome.Address}";
            }
            catch (DocumentRefusedException refused)
            {
                Refused++;
                return Output.Refusal(path, refused);
            }
#pragma warning disable CA1031 // One file that cannot be stored must not end a folder of others.
            catch (Exception failure) when (failure is not OperationCanceledException && !DatabaseEnded.IsWhy(failure))
#pragma warning restore CA1031
            {
                Refused++;
                var name = failure.GetBaseException().GetType().Name;
                return Output.Refusal(path, new DocumentRefusedException("FILE018", Path.GetFileName(path), name));
            }
        }
    }
}
