using System.CommandLine;
using Shirube.Data;

namespace Shirube.Cli;

/// <summary>Where the data lie, as every command that needs them takes it.</summary>
internal static class StoreOptions
{
    public static Option<string> DataFolder() =>
        new("--data") { Description = CliTexts.DataFolder, DefaultValueFactory = _ => "data" };

    /// <summary>Null when the database cannot be used; why, and what to do, then stands on standard error.</summary>
    public static async Task<Store?> OpenAsync(string dataFolder, ClusterUse use, CancellationToken cancel)
    {
        try
        {
            return await Store.OpenAsync(StorePlace.FromEnvironment(dataFolder), use, cancel: cancel);
        }
        catch (DatabaseRefusedException refused)
        {
            await Console.Error.WriteLineAsync("shirube: " + refused.Message);
            return null;
        }
    }
}
