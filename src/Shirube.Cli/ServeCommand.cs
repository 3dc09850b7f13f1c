using System.CommandLine;
using Shirube.Data;
using Shirube.Web;

namespace Shirube.Cli;

/// <summary><c>shirube serve [--urls URLS] [--data FOLDER]</c>: the site, and its database unless another is given.</summary>
internal static partial class ServeCommand
{
    public const string DefaultAddress = "http://localhost:5080";

    public static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = CliTexts.ServeUrls,
            DefaultValueFactory = _ => DefaultAddress,
        };
        var data = StoreOptions.DataFolder();
        var command = new Command("serve", CliTexts.Serve) { urls, data };
        command.SetAction(
            (parsed, cancel) => RunAsync(parsed.GetValue(urls)!, Path.GetFullPath(parsed.GetValue(data)!), cancel)
        );
        return command;
    }

    private static async Task<int> RunAsync(string urls, string data, CancellationToken cancel)
    {
        // The database and the site are made ready side by side.
        var opening = Task.Run(() => StoreOptions.OpenAsync(data, ClusterUse.Serving, cancel), cancel);
        WebApplication built;
        try
        {
            built = Build(opening, urls, data);
        }
        catch
        {
            if (await opening is { } opened)
                await opened.DisposeAsync();
            throw;
        }
        var starting = built.StartAsync(cancel);
        await using var store = await opening;
        await using var app = built;
        if (store is null)
            return ExitCode.DatabaseUnusable;
        try
        {
            await starting;
        }
        catch (IOException inUse)
        {
            await Console.Error.WriteLineAsync(CliTexts.AddressInUse(urls, inUse.Message));
            return ExitCode.NotServed;
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C before the site was open.
            return ExitCode.Done;
        }
        ServedAddress.Write(data, app.Urls.First());
        Console.WriteLine(CliTexts.Serving(string.Join(' ', app.Urls)));
        var stopped = app.WaitForShutdownAsync(cancel);
        var databaseEnded = store.Cluster?.Ended ?? Task.Delay(Timeout.Infinite, CancellationToken.None);
        var ended = await Task.WhenAny(stopped, databaseEnded);
        ServedAddress.Remove(data);
        if (ended == stopped && !databaseEnded.IsCompleted)
            return ExitCode.Done;
        var code = await store.Cluster!.Ended;
        DatabaseEnded(app.Logger, code, ExitCode.DatabaseUnusable);
        await Console.Error.WriteLineAsync(CliTexts.ServerEnded(code, Path.Combine(data, "postgres", "log")));
        await app.StopAsync(CancellationToken.None);
        return ExitCode.DatabaseUnusable;
    }

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "The database server ended by itself with exit code {Code}; the site ends with status {Status}."
    )]
    private static partial void DatabaseEnded(ILogger log, int code, int status);

    /// <summary>On loopback only the machine's own names: a foreign name that leads here is a rebinding attack.</summary>
    private static string AllowedHosts(string urls) =>
        urls.Split(';').All(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback)
            ? "localhost;127.0.0.1;[::1]"
            : "*";

    private static WebApplication Build(Task<Store?> opening, string urls, string data)
    {
        // Whatever folder the command is given in, the site's own files lie beside the program.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "Shirube.Cli",
                ContentRootPath = AppContext.BaseDirectory,
                Args =
                [
                    "--hostBuilder:reloadConfigOnChange=false",
                    "--Shirube:Data=" + data,
                    "--AllowedHosts=" + AllowedHosts(urls),
                ],
            }
        );
        builder
            .WebHost.UseKestrelHttpsConfiguration()
            // A search of a whole paragraph comes in the address, nine letters a character: the page says that it is too long.
            .ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestLineSize = 32 * 1024)
            .UseStaticWebAssets()
            .UseUrls(urls);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // What keeps the site from opening is said in our own words, without a stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // The address is open before the database: a page that comes early waits for it where it asks for the data, all
        // that stands before that is done meanwhile. Where there will be no database, the program ends.
        builder.Services.AddSingleton(_ => opening.Result ?? throw new OperationCanceledException());
        var app = builder.AddShirubeWeb().Build();
        app.UseShirubeWeb();
        return app;
    }
}
