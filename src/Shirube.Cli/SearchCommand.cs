using System.CommandLine;
using System.Diagnostics;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Search;

namespace Shirube.Cli;

/// <summary><c>shirube search TERM --government CODE</c>, <c>shirube search rebuild</c>: what is stored, by any word.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var term = new Argument<string>("TERM") { Description = CliTexts.SearchTerm };
        var government = OfficeOptions.Government();
        var asJson = new Option<bool>("--json") { Description = CliTexts.SearchJson };
        var data = StoreOptions.DataFolder();
        var command = new Command("search", CliTexts.SearchText) { term, government, asJson, data, Rebuild() };
        command.SetAction(
            (parsed, cancel) =>
                OfficeOptions.InAsync(
                    parsed.GetValue(government)!,
                    parsed.GetValue(data)!,
                    (store, code) => FindAsync(store, code, parsed.GetValue(term)!, parsed.GetValue(asJson), cancel),
                    cancel
                )
        );
        return command;
    }

    private static Command Rebuild()
    {
        var whole = new Option<bool>("--all") { Description = CliTexts.SearchAll };
        var data = StoreOptions.DataFolder();
        var command = new Command("rebuild", CliTexts.SearchRebuild) { whole, data };
        command.SetAction((parsed, cancel) => RebuildAsync(parsed.GetValue(data)!, parsed.GetValue(whole), cancel));
        return command;
    }

    private static async Task<int> FindAsync(
        Store store,
        GovernmentCode code,
        string term,
        bool asJson,
        CancellationToken cancel
    )
    {
        var installer = Installer.For(code, "search");
        await using var db = store.NewContext(installer.Scope);
        var found = await new FindText(db).ExecuteAsync(installer, new SearchQuery(term), cancel: cancel);
        if (await UnindexedVersions.CountAsync(db, code, cancel) is > 0 and var unindexed)
            await Console.Error.WriteLineAsync(CliTexts.SearchUnindexed(unindexed));
        if (asJson)
        {
            Output.Write(SearchJson.Write(found));
            return ExitCode.Done;
        }
        foreach (var hit in found.Hits)
        {
            var passage = string.Concat(hit.Passage.Select(part => part.IsHit ? $"[{part.Text}]" : part.Text));
            Console.WriteLine($"{hit.Address}\t{hit.Name}\t{passage}");
        }
        await Console.Error.WriteLineAsync(CliTexts.SearchFound(found.Total, found.IsMore, found.Hits.Count));
        return ExitCode.Done;
    }

    private static async Task<int> RebuildAsync(string data, bool whole, CancellationToken cancel)
    {
        await using var store = await StoreOptions.OpenAsync(data, ClusterUse.Working, cancel);
        if (store is null)
            return ExitCode.DatabaseUnusable;
        var start = Stopwatch.GetTimestamp();
        var told = start;
        var done = await new RebuildIndex(scope => store.NewContext(scope), TimeProvider.System).ExecuteAsync(
            whole,
            progress =>
            {
                if (Stopwatch.GetElapsedTime(told).TotalSeconds < 1)
                    return;
                told = Stopwatch.GetTimestamp();
                Console.Error.WriteLine(CliTexts.SearchProgress(progress.Versions, progress.At, progress.Governments));
            },
            cancel
        );
        Console.WriteLine(CliTexts.SearchRebuilt(done, Stopwatch.GetElapsedTime(start).TotalSeconds));
        return ExitCode.Done;
    }
}
