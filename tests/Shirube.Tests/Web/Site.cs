using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shirube.Data;
using Shirube.Governments;
using Shirube.Web;

namespace Shirube.Tests.Web;

/// <summary>The site on a free loopback port with a data folder of its own, for HttpClient and browser alike.</summary>
public sealed class Site : IAsyncLifetime
{
    private WebApplication? app;
    private Store? store;

    public Uri Address { get; private set; } = null!;

    public string Data { get; } = Directory.CreateTempSubdirectory("shirube-site-").FullName;

    /// <summary>Settings beside those of every site, as <c>--name=value</c>.</summary>
    public string[] Settings { get; init; } = [];

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "Shirube.Cli",
                ContentRootPath = AppContext.BaseDirectory,
                Args = ["--Shirube:Data=" + Data, .. Settings],
            }
        );
        builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        store = await Store.OpenAsync(new StorePlace(Data), ClusterUse.Serving);
        builder.Services.AddSingleton(store);
        app = builder.AddShirubeWeb().Build();
        app.UseShirubeWeb();
        await app.StartAsync();
        Address = new Uri(app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
    }

    public ShirubeDb NewContext(string government = "100005") =>
        store!.NewContext(new Scope(GovernmentCode.Parse(government)));

    /// <summary>A browser's manners without a browser: cookies are kept, redirects followed.</summary>
    public HttpClient NewClient() => new() { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        if (store is not null)
            await store.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }
}
